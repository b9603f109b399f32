import { compareAll as compare } from '../../fields/compare-all';
import { defineJob } from '../define-job';

/** Go on comparing every item's fields, for what an hour may cost. */
export interface CompareAllJob {
  readonly kind: 'compare-all';
}

export const compareAll = defineJob<CompareAllJob>({
  kind: 'compare-all',
  paged: false,
  canWait: true,
  read: () => ({ kind: 'compare-all' }),
  run: (_job, ports) => compare(ports),
});
