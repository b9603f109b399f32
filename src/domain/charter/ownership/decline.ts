import type { AccountId } from '../../ids';
import { ok, refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import { vacated } from './vacancy';
import { isDri, refusePerson, stamp } from '../refusals';
import { ownerBefore } from '../past';
import { afterLeaving, promisersHear } from '../tells';

interface DeclineDri {
  readonly type: 'decline-dri';
  readonly reason: string;
  readonly suggestedAccountId?: AccountId | undefined;
}

interface DriDeclined extends Happened {
  readonly type: 'dri-declined';
  readonly reason: string;
  readonly suggestedAccountId?: AccountId;
}

/** Turning a nomination down, or handing back what was accepted: both are normal answers, with a reason. */
export const declineDri = defineCommand<DeclineDri, DriDeclined>({
  type: 'decline-dri',
  event: 'dri-declined',
  room: 'reserve',
  undoable: () => true,
  subject: 'owner',
  affects: ['owner', 'authority'],
  people: ['suggestedAccountId'],
  mayFollow: ({ dri }, { by }) => dri?.accountId === by,
  // Whoever was only nominated had been promised nothing.
  tells: (event, moment) => [
    ...afterLeaving(event.by, moment),
    ...(ownerBefore(moment) === event.by ? promisersHear(event, moment) : []),
  ],
  owner: () => null,
  decide(charter, { reason, suggestedAccountId }, facts) {
    if (!charter.dri) return refuse({ code: 'no-nomination' });
    if (!isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'nominee' });
    if (suggestedAccountId === facts.actor.accountId) {
      return refuse({ code: 'alternative-is-self', field: 'suggestedAccountId' });
    }
    const unfit =
      suggestedAccountId === undefined ? null : refusePerson(facts, suggestedAccountId, 'suggestedAccountId');
    if (unfit) return refuse(unfit);
    const suggestion = suggestedAccountId !== undefined && { suggestedAccountId };
    return ok([{ type: 'dri-declined', ...stamp(facts), reason, ...suggestion }]);
  },
  evolve: (charter, { at, by, reason, suggestedAccountId }) => ({
    ...vacated(charter, at),
    declinedNomination: {
      accountId: by,
      reason,
      handedBack: charter.dri?.status === 'accepted',
      at,
      ...(suggestedAccountId !== undefined && { suggestedAccountId }),
    },
  }),
});
