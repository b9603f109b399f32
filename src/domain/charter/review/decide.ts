import type { IsoDate } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type Decision, type Happened } from '../define-command';
import type { Facts } from '../facts';
import { todayOfDri } from '../ownership/dri-zone';
import { notDri, stamp, unless } from '../refusals';
import type { ReviewChoice } from './review';
import { afterLeaving } from '../tells';
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
      reviewOn !== undefined && reviewOn < today
        ? { code: 'date-in-past', field: 'reviewOn', date: reviewOn, today }
        : null,
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
  subject: 'review',
  affects: ['brief', 'review'],
  people: [],
  mayFollow: byOwner,
  tells: ({ choice, by }, moment) => (choice === 'release' ? afterLeaving(by, moment) : []),
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
    const { by, choice, reviewOn } = decided;
    // Released: nobody answers for it any more, until somebody is asked anew.
    if (choice === 'release') {
      return { ...charter, review: decided, dri: dri?.accountId === by ? null : dri };
    }
    return {
      ...charter,
      review: decided,
      brief: brief && reviewOn !== undefined ? { ...brief, reviewOn } : brief,
    };
  },
});
