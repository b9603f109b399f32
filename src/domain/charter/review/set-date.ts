import type { IsoDate } from '../../time/time';
import { acceptedDri } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { todayOfDri } from '../ownership/dri-zone';
import { notEditor, stamp, unless } from '../refusals';
import { review, type ReviewDecided } from './decide';
import { nobody } from '../tells';
import { byOwner } from '../may-follow';

interface SetReviewDate {
  readonly type: 'set-review-date';
  readonly reviewOn: IsoDate;
}

/** Another day to look at it again, named before the one it had was over. */
interface ReviewDateSet extends Happened {
  readonly type: 'review-date-set';
  readonly reviewOn: IsoDate;
}

/**
 * Names the day a commitment is looked at again, before the day it has is over. Once that has passed the DRI is asked
 * whether the commitment still holds: nobody answers that in passing for them, and a new day of their own says yes.
 */
export const setReviewDate = defineCommand<SetReviewDate, ReviewDateSet, ReviewDecided>({
  type: 'set-review-date',
  event: 'review-date-set',
  subject: 'review',
  affects: ['brief', 'review'],
  people: [],
  mayFollow: byOwner,
  tells: nobody,
  decide(charter, { reviewOn }, facts) {
    const { brief } = charter;
    const today = todayOfDri(charter, facts.policy, facts.now);
    const due = brief && brief.reviewOn < today ? brief.reviewOn : null;
    if (due !== null && acceptedDri(charter) === facts.actor.accountId) {
      return review(charter, { choice: 'recommit', reviewOn }, facts);
    }
    return unless(
      [
        notEditor(charter, facts),
        brief ? null : { code: 'no-brief' },
        reviewOn < today ? { code: 'date-in-past', field: 'reviewOn', date: reviewOn, today } : null,
        due !== null && acceptedDri(charter) !== null
          ? { code: 'review-due', field: 'reviewOn', reviewOn: due }
          : null,
        brief?.reviewOn === reviewOn ? { code: 'same-date', field: 'reviewOn' } : null,
      ],
      { type: 'review-date-set', ...stamp(facts), reviewOn },
    );
  },
  evolve: (charter, { reviewOn }) => ({ ...charter, brief: charter.brief && { ...charter.brief, reviewOn } }),
});
