import { record } from '../../../platform/read';
import { followSearch } from '../../lifecycle/locate-item';
import type { CharterSearch } from '../../charter/ports';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Locates the item of every charter that is found, a page at a time. */
export interface FindChartersJob {
  readonly kind: 'find-charters';
  readonly where: CharterSearch;
  /** Jira said that they were deleted. */
  readonly gone: boolean;
  readonly cursor?: string | undefined;
}

function searchIn(value: unknown): CharterSearch | null {
  const where = record(value);
  if (where['everywhere'] === true) return { everywhere: true };
  const projectKey = textIn(where['projectKey']);
  if (projectKey !== undefined) return { projectKey };
  const issueId = textIn(where['issueId']);
  return issueId === undefined ? null : { issueId };
}

export const findCharters = defineJob<FindChartersJob>({
  kind: 'find-charters',
  formerly: 'search',
  paged: true,
  read(body) {
    const where = searchIn(body['where']);
    return (
      where && { kind: 'find-charters', where, gone: body['gone'] === true, cursor: textIn(body['cursor']) }
    );
  },
  run: followSearch,
});
