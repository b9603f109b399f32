import { reconcileMoves } from '../../moves/reconcile-moves';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** What Jira's changelog tells of the last day, for events and traces that were lost. */
export interface ReconcileMovesJob {
  readonly kind: 'reconcile-moves';
  readonly cursor?: string | undefined;
}

export const reconcileMovesJob = defineJob<ReconcileMovesJob>({
  kind: 'reconcile-moves',
  paged: true,
  read: ({ cursor }) => ({ kind: 'reconcile-moves', cursor: textIn(cursor) }),
  run: reconcileMoves,
});
