import type { AgreementId } from '../../ids';
import { ok, refuse } from '../../result';
import type { IsoDate } from '../../time/time';
import { acceptedDri } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { todayOfDri } from '../ownership/dri-zone';
import { notDri, refusePerson, stamp } from '../refusals';
import { move, sponsorMove } from '../tells';
import { askForNeeds, askSponsor, type Asking, type TypedNeed } from './ask-for-needs';
import { CHECK_INS_KEPT, type Need, type NextMove, type ReviewedAgreement } from './check-in';
import { openNeeds } from './check-ins';
import { byOwner } from '../may-follow';
import { nextOf, refuseNext, type TypedNext } from './next-move';
import { readReviewed, walkedThrough, withAnswers, type Reviewed } from './walk-through';

interface SubmitCheckIn {
  readonly type: 'submit-check-in';
  readonly onTrack: boolean;
  readonly biggestRisk: string;
  readonly needs: readonly TypedNeed[];
  readonly decision?: string | undefined;
  readonly reviewed?: Reviewed | undefined;
  readonly next?: TypedNext | undefined;
}

interface CheckInSubmitted extends Happened {
  readonly type: 'check-in-submitted';
  readonly onTrack: boolean;
  readonly biggestRisk: string;
  readonly needs: readonly Need[];
  readonly decision?: string;
  readonly reviewed: readonly AgreementId[];
  readonly answers?: readonly ReviewedAgreement[];
  readonly walkThrough?: IsoDate;
  readonly next?: NextMove;
}

const needOf = ({ accountId, what, as = 'decision', by }: TypedNeed): Need => ({
  accountId,
  what,
  as,
  ...(by !== undefined && { by }),
});

/** The three answers, and in the same breath whatever they ask of others: requests and questions. */
export const submitCheckIn = defineCommand<SubmitCheckIn, CheckInSubmitted, Asking>({
  type: 'submit-check-in',
  event: 'check-in-submitted',
  room: 'ordinary',
  // One person's to write; the subject is there so that a lost answer does not write it twice.
  subject: 'check-ins',
  affects: [],
  people: ['needs[].accountId'],
  mayFollow: byOwner,
  tells(event, moment) {
    const { charter, history, at } = moment;
    if (history.findLastIndex(({ type }) => type === event.type) !== at) return [];
    const isOff = !event.onTrack && acceptedDri(charter) === event.by;
    const needed = move(...openNeeds(charter).map(({ accountId }) => accountId));
    return isOff ? [...sponsorMove(moment), ...needed] : needed;
  },
  says: ({ onTrack, biggestRisk, needs, decision, reviewed = [], next }) => ({
    onTrack,
    biggestRisk,
    needs: needs.map(needOf),
    decision,
    ...readReviewed(reviewed),
    ...(next && { next: nextOf(next) }),
  }),
  decide(charter, { onTrack, biggestRisk, needs, decision, reviewed = [], next }, facts) {
    const { policy, now, progress } = facts;
    const read = readReviewed(reviewed);
    const walk = walkedThrough(charter, read, { progress, policy, now });
    const known = new Set(charter.agreements.map(({ id }) => id));
    const unknown = [...read.reviewed, ...(read.answers ?? []).map(({ agreementId }) => agreementId)].find(
      (agreementId) => !known.has(agreementId),
    );
    const refusal = [
      notDri(charter, facts),
      ...needs.map(({ accountId }, place) => refusePerson(facts, accountId, `needs.${place}.accountId`)),
      unknown === undefined
        ? null
        : ({ code: 'agreement-unknown', field: 'reviewed', agreementId: unknown } as const),
      walk.refusal,
      refuseNext(next, onTrack, todayOfDri(charter, policy, now)),
    ].find((one) => one !== null && one !== undefined);
    if (refusal) return refuse(refusal);

    const named = needs.map((need, place) => ({
      ...need,
      id: `N${charter.checkInCount + 1}.${place + 1}`,
    }));
    const event: CheckInSubmitted = {
      type: 'check-in-submitted',
      ...stamp(facts),
      onTrack,
      biggestRisk,
      needs: named.map((need) => ({ id: need.id, ...needOf(need) })),
      ...(decision !== undefined && { decision }),
      ...read,
      ...(walk.week !== undefined && { walkThrough: walk.week }),
      ...(next && { next: nextOf(next) }),
    };
    const asked = askForNeeds(submitCheckIn.evolve(charter, event), named, facts);
    if (!asked.ok) return asked;
    const sponsor = askSponsor(asked.value.after, next, facts);
    return sponsor.ok ? ok([event, ...asked.value.events, ...sponsor.value]) : sponsor;
  },
  evolve: (charter, { type: _type, ...checkIn }) => ({
    ...charter,
    checkIns: [...charter.checkIns, checkIn].slice(-CHECK_INS_KEPT),
    checkInCount: charter.checkInCount + 1,
    ...(checkIn.walkThrough !== undefined && {
      walkedWeeks: [...(charter.walkedWeeks ?? []), checkIn.walkThrough],
    }),
    agreements: withAnswers(charter, checkIn.at, checkIn.answers ?? []),
  }),
});
