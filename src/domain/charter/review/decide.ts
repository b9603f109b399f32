import type { IsoDate } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type Decision, type Happened } from '../define-command';
import type { Facts } from '../facts';
import { todayOfDri } from '../ownership/dri-zone';
import { vacated } from '../ownership/vacancy';
import { notDri, stamp, unfitDay, unless } from '../refusals';
import type { ReviewChoice } from './review';
import { afterLeaving, promisersHear } from '../tells';
import { byOwner } from '../may-follow';

interface DecideReview {
  readonly type: 'decide-review';
  readonly choice: ReviewChoice;
  readonly reviewOn?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

export interface ReviewDecided extends Happened {
  readonly type: 'review-decided';
  readonly choice: ReviewChoice;
  readonly reviewOn?: IsoDate;
  readonly reason?: string;
}

/** The DRI's word on a commitment: keeping and moving it need a day, moving and releasing it a reason. */
export function review(
  charter: Charter,
  { choice, reviewOn, reason }: Omit<DecideReview, 'type'>,
  facts: Facts,
): Decision<ReviewDecided> {
  const today = todayOfDri(charter, facts.policy, facts.now);
  const released = choice === 'release';
  return unless(
    [
      notDri(charter, facts),
      charter.brief ? null : { code: 'no-brief' },
      released || reviewOn !== undefined ? null : { code: 'review-date-missing', field: 'reviewOn' },
      unfitDay('reviewOn', reviewOn, today),
      choice !== 'recommit' && reason === undefined ? { code: 'reason-missing', field: 'reason' } : null,
    ],
    {
      type: 'review-decided',
      ...stamp(facts),
      choice,
      ...(!released && reviewOn !== undefined && { reviewOn }),
      ...(reason !== undefined && { reason }),
    },
  );
}

export const decideReview = defineCommand<DecideReview, ReviewDecided>({
  type: 'decide-review',
  event: 'review-decided',
  room: 'reserve',
  subject: 'review',
  affects: ['brief', 'review'],
  people: [],
  mayFollow: byOwner,
  tells: (event, moment) =>
    event.choice === 'release' ? [...afterLeaving(event.by, moment), ...promisersHear(event, moment)] : [],
  owner: ({ choice }) => (choice === 'release' ? null : undefined),
  // Released, it is not looked at again.
  says: ({ choice, reviewOn, reason }) => ({
    choice,
    reason,
    ...(choice !== 'release' && { reviewOn }),
  }),
  decide: review,
  evolve(charter, { type: _type, ...decided }) {
    const { brief, dri } = charter;
    const { at, by, choice, reviewOn } = decided;
    // Released: nobody answers for it any more, until somebody is asked anew.
    if (choice === 'release') {
      return { ...(dri?.accountId === by ? vacated(charter, at) : charter), review: decided };
    }
    return {
      ...charter,
      review: decided,
      brief: brief && reviewOn !== undefined ? { ...brief, reviewOn } : brief,
    };
  },
});
