import { array, record } from '../../../platform/read';
import { climbLadder } from '../../notices/escalate';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Look which rungs these charters stand on, note whom that tells, and when to look again. */
export interface EscalateJob {
  readonly kind: 'escalate';
  readonly items: readonly DueItem[];
  /** Also those that are not due: what they are due by has changed. */
  readonly anyway: boolean;
}

function dueItemIn(value: unknown): readonly DueItem[] {
  const issueId = textIn(record(value)['issueId']);
  const issueKey = textIn(record(value)['issueKey']);
  return issueId === undefined || issueKey === undefined ? [] : [{ issueId, issueKey }];
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
  run: climbLadder,
});
