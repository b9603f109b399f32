import type { AccountId, NeedId } from '../ids';
import { ok, refuse } from '../result';
import { latestDay, type IsoDate } from '../time/time';
import { acceptedDri, type Charter } from './charter';
import type { Decision, Happened } from './define-command';
import type { Facts } from './facts';
import type { Refusal } from './rejection';

/** Runs the checks in order; the first refusal wins, else the event happens. */
export function unless<E>(refusals: readonly (Refusal | null | undefined)[], event: E): Decision<E> {
  const refused = refusals.find((one) => one !== null && one !== undefined);
  return refused ? refuse(refused) : ok([event]);
}

/** When something happens, and by whom. */
export const stamp = ({ now, actor }: Pick<Facts, 'now' | 'actor'>): Happened => ({
  at: now,
  by: actor.accountId,
});

/** Whether the actor is the DRI, accepted or still asked to be. */
export const isDri = ({ dri }: Charter, { actor }: Facts): boolean => dri?.accountId === actor.accountId;

/** Refuses everybody but the DRI who accepted. */
export const notDri = (charter: Charter, { actor }: Facts): Refusal | null =>
  acceptedDri(charter) === actor.accountId ? null : { code: 'forbidden', needs: 'dri' };

/** Refuses who may neither edit the work item nor is its DRI. */
export const notEditor = (charter: Charter, facts: Facts): Refusal | null =>
  facts.actor.canEdit || isDri(charter, facts) ? null : { code: 'forbidden', needs: 'edit' };

/** Only an active human account can own or promise; anything else is refused, naming the field. */
export function refusePerson({ people }: Facts, accountId: AccountId, field: string): Refusal | null {
  // Account ids come from callers: `constructor` is nobody, though every object answers to it.
  const person = Object.hasOwn(people, accountId) ? people[accountId] : undefined;
  if (!person) return { code: 'person-not-found', field, accountId };
  if (person.kind !== 'human') return { code: 'person-not-human', field, accountId };
  if (!person.active) return { code: 'person-inactive', field, accountId };
  return null;
}

/** Refuses a day that has passed where it counts, or lies further ahead than three years. */
export function unfitDay(field: string, date: IsoDate | undefined, today: IsoDate): Refusal | null {
  if (date === undefined) return null;
  if (date < today) return { code: 'date-in-past', field, date, today };
  const latest = latestDay(today);
  return date > latest ? { code: 'date-too-far', field, date, latest } : null;
}

/** Refuses what claims to answer a need that no check-in stated. */
export const refuseNeed = ({ checkIns }: Charter, needId: NeedId | undefined): Refusal | null =>
  needId === undefined || checkIns.some(({ needs }) => needs.some(({ id }) => id === needId))
    ? null
    : { code: 'need-unknown', field: 'needId', needId };
