import { compareChildren as compare } from '../../fields/compare-children';
import type { IssueKey } from '../../../domain/values';
import { defineJob } from '../define-job';
import { textsIn } from '../read-body';

/** The verdict of these items changed, and whatever follows them says so too. */
export interface CompareChildrenJob {
  readonly kind: 'compare-children';
  /** At most 100. */
  readonly parents: readonly IssueKey[];
}

export const compareChildren = defineJob<CompareChildrenJob>({
  kind: 'compare-children',
  paged: false,
  read({ parents }) {
    const keys = textsIn(parents);
    return keys.length === 0 ? null : { kind: 'compare-children', parents: keys };
  },
  run: ({ parents }, ports) => compare(parents, ports),
});
