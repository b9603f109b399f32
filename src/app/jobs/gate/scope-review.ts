import { reviewScope } from '../../moves/reconcile-moves';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** A policy was saved: which items that it covers had begun by then? Of one project, or of all that follow the site's. */
export interface ScopeReviewJob {
  readonly kind: 'scope-review';
  readonly projectKey?: string | undefined;
  readonly cursor?: string | undefined;
}

export const scopeReview = defineJob<ScopeReviewJob>({
  kind: 'scope-review',
  paged: true,
  read: ({ projectKey, cursor }) => ({
    kind: 'scope-review',
    projectKey: textIn(projectKey),
    cursor: textIn(cursor),
  }),
  run: reviewScope,
});
