import type { AccountId, AgreementId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { notDri, refusePerson, stamp, unless } from '../refusals';
import { CHECK_INS_KEPT, type Need } from './check-in';
import { move, sponsorNow } from '../tells';
import { acceptedDri } from '../charter';
import { openNeeds } from './check-ins';
import { byOwner } from '../may-follow';

interface SubmitCheckIn {
  readonly type: 'submit-check-in';
  readonly onTrack: boolean;
  readonly biggestRisk: string;
  readonly needs: readonly { readonly accountId: AccountId; readonly what: string }[];
  readonly decision?: string | undefined;
  readonly reviewed?: readonly AgreementId[] | undefined;
}

interface CheckInSubmitted extends Happened {
  readonly type: 'check-in-submitted';
  readonly onTrack: boolean;
  readonly biggestRisk: string;
  readonly needs: readonly Need[];
  readonly decision?: string;
  readonly reviewed: readonly AgreementId[];
}

export const submitCheckIn = defineCommand<SubmitCheckIn, CheckInSubmitted>({
  type: 'submit-check-in',
  event: 'check-in-submitted',
  // One person's to write; the subject is there so that a lost answer does not write it twice.
  subject: 'check-ins',
  affects: [],
  people: ['needs[].accountId'],
  mayFollow: byOwner,
  tells(event, moment) {
    const { charter, history, at } = moment;
    if (history.findLastIndex(({ type }) => type === event.type) !== at) return [];
    const isOff = !event.onTrack && acceptedDri(charter) === event.by;
    return move(isOff ? sponsorNow(moment) : null, ...openNeeds(charter).map(({ accountId }) => accountId));
  },
  says: ({ type: _type, reviewed = [], ...said }) => ({ ...said, reviewed: [...new Set(reviewed)] }),
  decide(charter, { onTrack, biggestRisk, needs, decision, reviewed = [] }, facts) {
    const known = new Set(charter.agreements.map(({ id }) => id));
    const unknown = reviewed.find((agreementId) => !known.has(agreementId));
    return unless(
      [
        notDri(charter, facts),
        ...needs.map(({ accountId }, index) => refusePerson(facts, accountId, `needs.${index}.accountId`)),
        unknown === undefined ? null : { code: 'agreement-unknown', field: 'reviewed', agreementId: unknown },
      ],
      {
        type: 'check-in-submitted',
        ...stamp(facts),
        onTrack,
        biggestRisk,
        needs: needs.map(({ accountId, what }, place) => ({
          id: `N${charter.checkInCount + 1}.${place + 1}`,
          accountId,
          what,
        })),
        ...(decision !== undefined && { decision }),
        reviewed: [...new Set(reviewed)],
      },
    );
  },
  evolve: (charter, { type: _type, ...checkIn }) => ({
    ...charter,
    checkIns: [...charter.checkIns, checkIn].slice(-CHECK_INS_KEPT),
    checkInCount: charter.checkInCount + 1,
  }),
});
