import { compareByIds } from '../../fields/compare-fields';
import { compareLinkedTo } from '../../fields/compare-linked';
import { defineJob } from '../define-job';
import { textIn, textsIn } from '../read-body';

/** The fields of these items may be behind. */
export interface CompareFieldsJob {
  readonly kind: 'compare-fields';
  /** Ids, or keys. */
  readonly issueIds: readonly string[];
  /** In their place: whatever is linked to this one. */
  readonly linkedTo?: string | undefined;
}

export const compareFields = defineJob<CompareFieldsJob>({
  kind: 'compare-fields',
  paged: false,
  read({ issueIds, linkedTo }) {
    const job = { kind: 'compare-fields' as const, issueIds: textsIn(issueIds), linkedTo: textIn(linkedTo) };
    return job.issueIds.length === 0 && job.linkedTo === undefined ? null : job;
  },
  run: ({ issueIds, linkedTo }, ports) =>
    linkedTo === undefined ? compareByIds(issueIds, ports) : compareLinkedTo(linkedTo, ports),
});
