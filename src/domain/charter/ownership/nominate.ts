import type { AccountId } from '../../ids';
import { ok, refuse } from '../../result';
import type { TimeZone } from '../../time/time';
import { acceptedDri } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { isDri, notEditor, refusePerson, stamp } from '../refusals';
import { departedAt } from '../departures';
import { zoneFact } from './dri-zone';
import { standsBehind } from './stands-behind';
import { move } from '../tells';

interface NominateDri {
  readonly type: 'nominate-dri';
  readonly accountId: AccountId;
}

/** The command, for who gives it in the name of another. */
export const nominating = (accountId: AccountId): NominateDri => ({ type: 'nominate-dri', accountId });

interface DriNominated extends Happened {
  readonly type: 'dri-nominated';
  readonly accountId: AccountId;
  /** The person's own, where Jira tells it. */
  readonly zone?: TimeZone;
}

export const nominateDri = defineCommand<NominateDri, DriNominated>({
  type: 'nominate-dri',
  event: 'dri-nominated',
  room: 'reserve',
  subject: 'owner',
  affects: ['owner', 'authority'],
  people: ['accountId'],
  mayFollow: ({ dri, ...charter }, { by }) =>
    dri?.status !== 'accepted' ||
    dri.accountId === by ||
    dri.lostAccessAt !== undefined ||
    departedAt(charter, dri.accountId) !== undefined,
  tells(event, { charter, history, at }) {
    const isLast = history.findLastIndex(({ type }) => type === event.type) === at;
    return charter.dri?.status === 'nominated' && isLast ? move(charter.dri.accountId) : [];
  },
  puts: 'ownership',
  owner: () => null,
  decide(charter, { accountId }, facts) {
    const { dri } = charter;
    // An accepted DRI is not replaced over their head: they hand over, unless they can no longer act.
    const current = dri && facts.people[dri.accountId];
    const gone =
      current?.active === false ||
      dri?.lostAccessAt !== undefined ||
      (dri !== null && facts.actor.handsOnFrom === dri.accountId);
    // Whoever stands behind work that nobody can act for asks somebody, whatever Jira lets them edit.
    const asksAnew = (dri === null || gone) && standsBehind(charter, facts);
    const unfit =
      (asksAnew ? null : notEditor(charter, facts)) ?? refusePerson(facts, accountId, 'accountId');
    if (unfit) return refuse(unfit);
    if (dri?.accountId === accountId) {
      return refuse({
        code: dri.status === 'accepted' ? 'already-accepted' : 'already-nominated',
        accountId,
      });
    }
    if (dri?.status === 'accepted' && !isDri(charter, facts) && !gone) {
      return refuse({ code: 'already-accepted', accountId: dri.accountId });
    }
    return ok([{ type: 'dri-nominated', ...stamp(facts), accountId, ...zoneFact(facts, accountId) }]);
  },
  evolve: (charter, { accountId, by, at, zone }) => ({
    ...charter,
    dri: {
      accountId,
      status: 'nominated',
      nominatedBy: by,
      nominatedAt: at,
      ...(zone !== undefined && { zone }),
      ...(acceptedDri(charter) === by && { handedOverBy: by }),
    },
    declinedNomination: null,
  }),
});
