import { rebuildAllRows } from '../../commitments/rebuild-inbox';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Rebuilds the rows of My commitments of all charters, a page at a time. */
export interface RebuildInboxJob {
  readonly kind: 'rebuild-inbox';
  readonly cursor?: string | undefined;
}

export const rebuildInbox = defineJob<RebuildInboxJob>({
  kind: 'rebuild-inbox',
  formerly: 'rows',
  paged: true,
  read: ({ cursor }) => ({ kind: 'rebuild-inbox', cursor: textIn(cursor) }),
  run: ({ cursor }, ports) => rebuildAllRows(cursor, ports),
});
