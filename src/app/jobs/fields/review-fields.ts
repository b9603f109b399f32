import { reviewFields as review } from '../../fields/review-fields';
import { reviewPolicies } from '../../fields/review-policies';
import { defineJob } from '../define-job';
import { storableIn, textIn } from '../read-body';

/** Which records' fields were left behind since yesterday? Records from a cursor on; without one, policies as well. */
export interface ReviewFieldsJob {
  readonly kind: 'review-fields';
  readonly cursor?: string | undefined;
  /** Names the run: each person is asked about once in it. */
  readonly run?: string | undefined;
}

export const reviewFields = defineJob<ReviewFieldsJob>({
  kind: 'review-fields',
  paged: true,
  canWait: true,
  read: ({ cursor, run }) => ({ kind: 'review-fields', cursor: textIn(cursor), run: storableIn(run) }),
  async run(job, ports) {
    // Pushed together with what follows from the page: pages of a run are told apart by their place in one push.
    await review(job, ports, job.cursor === undefined ? await reviewPolicies(ports) : []);
  },
});
