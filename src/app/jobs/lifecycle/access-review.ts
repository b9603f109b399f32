import { array, record } from '../../../platform/read';
import { followReview } from '../../lifecycle/access-review';
import { defineJob } from '../define-job';
import { storableIn, textIn } from '../read-body';
import { ownedItemIn, type OwnedItem } from './access-change';

/** What the pages of a review before this one found. */
export interface ReviewSoFar {
  /** Names the run: each person is looked at once in it. */
  readonly run: string;
  /** Items with an accepted DRI that were looked at. */
  readonly owned: number;
  /** What is to be declared lost, unless it is too much at once. */
  readonly lost: readonly OwnedItem[];
}

/** Does every DRI still see their items? Charters from a cursor on. */
export interface AccessReviewJob {
  readonly kind: 'access-review';
  readonly cursor?: string | undefined;
  readonly before?: ReviewSoFar | undefined;
}

/** Undefined where the run has no usable name: the review then begins anew. */
function soFarIn(value: unknown): ReviewSoFar | undefined {
  const { run: name, owned, lost } = record(value);
  const run = storableIn(name);
  return run === undefined
    ? undefined
    : {
        run,
        owned: typeof owned === 'number' ? owned : 0,
        lost: array(lost).flatMap((one) => ownedItemIn(one) ?? []),
      };
}

export const accessReview = defineJob<AccessReviewJob>({
  kind: 'access-review',
  formerly: 'review',
  paged: true,
  read: ({ cursor, before }) => ({ kind: 'access-review', cursor: textIn(cursor), before: soFarIn(before) }),
  run: followReview,
});
