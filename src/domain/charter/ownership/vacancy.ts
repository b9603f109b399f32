import type { AccountId } from '../../ids';
import { isBefore, later, type Instant } from '../../time/time';
import type { Charter } from '../charter';
import { sponsorOf } from './sponsor';

/** The time in which nobody owned what somebody owned, or was asked to own. */
export interface Vacancy {
  readonly since: Instant;
  /** Who stood behind the last owner or nominee. */
  readonly sponsor: AccountId | null;
  /** Who had accepted it and let it go; absent where it was only turned down. */
  readonly formerOwner?: AccountId;
  /** When somebody accepted it again. */
  readonly until?: Instant;
}

/** A charter whose owner or nominee leaves. Several leave one after another: whoever had accepted it stays known. */
export function vacated(charter: Charter, at: Instant): Charter {
  const before = charter.vacancy?.until === undefined ? charter.vacancy : undefined;
  const { dri } = charter;
  const formerOwner = dri?.status === 'accepted' ? dri.accountId : before?.formerOwner;
  return {
    ...charter,
    dri: null,
    agreements: dri?.status === 'accepted' ? charter.agreements.map(letGo(at)) : charter.agreements,
    vacancy: {
      since: before?.since ?? at,
      sponsor: sponsorOf(charter) ?? before?.sponsor ?? null,
      ...(formerOwner !== undefined && { formerOwner }),
    },
  };
}

const WAITED_FOR: readonly Charter['agreements'][number]['status'][] = [
  'requested',
  'countered',
  'acknowledged',
  'delivered',
];

/** What was promised to whoever lets go waits for the next owner to take it on; what was declined waits for nobody. */
const letGo =
  (at: Instant) =>
  (agreement: Charter['agreements'][number]): Charter['agreements'][number] =>
    WAITED_FOR.includes(agreement.status) && !agreement.untaken
      ? { ...agreement, untaken: { since: at } }
      : agreement;

/** The same once somebody accepted. */
export const filled = ({ vacancy, ...charter }: Charter, at: Instant): Charter => ({
  ...charter,
  ...(vacancy && { vacancy: vacancy.until === undefined ? { ...vacancy, until: at } : vacancy }),
});

/** The owner let go, and nobody took on yet what others promised them: nobody waits for it. */
export const isLetGo = ({ vacancy }: Pick<Charter, 'vacancy'>): boolean =>
  vacancy?.formerOwner !== undefined && vacancy.until === undefined;

/** A clock that ran out on a promise while nobody waited for it, or before that, begins anew with whoever took it on. */
export function sinceTakenOn({ vacancy }: Pick<Charter, 'vacancy'>, runsOutAt: Instant): Instant {
  const { formerOwner, until } = vacancy ?? {};
  if (formerOwner === undefined || until === undefined || !isBefore(runsOutAt, until)) return runsOutAt;
  return later(runsOutAt, until);
}
