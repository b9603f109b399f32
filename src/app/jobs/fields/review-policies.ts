import { reviewPolicies as review } from '../../fields/review-policies';
import { defineJob } from '../define-job';

/** Looks for policies that hold otherwise than the day before, whose items' fields may have been left behind. */
export interface ReviewPoliciesJob {
  readonly kind: 'review-policies';
}

export const reviewPolicies = defineJob<ReviewPoliciesJob>({
  kind: 'review-policies',
  paged: true,
  read: () => ({ kind: 'review-policies' }),
  run: (_job, ports) => review(ports),
});
