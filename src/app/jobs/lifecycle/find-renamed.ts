import { findRenamed as find } from '../../lifecycle/rekey-project';
import { defineJob } from '../define-job';

/** Looks for projects that got another key while nobody told. */
export interface FindRenamedJob {
  readonly kind: 'find-renamed';
  /** The number of the first project of the page. */
  readonly startAt: number;
}

export const findRenamed = defineJob<FindRenamedJob>({
  kind: 'find-renamed',
  paged: true,
  read: ({ startAt }) => ({ kind: 'find-renamed', startAt: typeof startAt === 'number' ? startAt : 0 }),
  run: find,
});
