import { array } from '../../../platform/read';
import { escalateDue } from '../../notices/escalate';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { dueItemIn } from '../read-body';

/** Look which steps these charters stand on, note whom that tells, and when to look again. */
export interface EscalateJob {
  readonly kind: 'escalate';
  readonly items: readonly DueItem[];
  /** Also those that are not due: what they are due by has changed. */
  readonly anyway: boolean;
}

export const escalate = defineJob<EscalateJob>({
  kind: 'escalate',
  formerly: 'climb',
  paged: false,
  read: ({ items, anyway }) => ({
    kind: 'escalate',
    items: array(items).flatMap(dueItemIn),
    anyway: anyway === true,
  }),
  run: escalateDue,
});
