import { retry } from '../../platform/retry';
import { Unavailable } from '../../platform/unavailable';
import type { SearchFieldsJob } from '../jobs/fields/search-fields';
import type { FollowUp } from '../jobs/ports';
import type { Jira } from '../ports';
import { compare, type ComparePorts } from './compare-fields';
import { fieldsScope, type ScopePorts } from './scope';

export interface SearchFieldsPorts extends ComparePorts, ScopePorts {
  readonly jira: ComparePorts['jira'] & ScopePorts['jira'] & Pick<Jira, 'searchFields'>;
  readonly policies: ComparePorts['policies'];
}

const PAGE = 100;

const NOTHING: Awaited<ReturnType<Jira['searchFields']>> = { items: [] };

/** What Jira does not understand, it has nothing of: a type that a policy names and the project lost, or a project gone. */
async function asked(ask: () => ReturnType<Jira['searchFields']>): ReturnType<Jira['searchFields']> {
  try {
    return await retry(ask);
  } catch (error) {
    if (error instanceof Unavailable && error.failure === 'broken-question') return NOTHING;
    throw error;
  }
}

/** So many pages follow each other at once; those after them wait, so that a large site keeps its share of Jira. */
const PAGES_AT_ONCE = 10;
const PAUSE_SECONDS = 90;

/**
 * Compares the fields of one page of what is looked for, and queues the next.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function searchFields(job: SearchFieldsJob, ports: SearchFieldsPorts): Promise<void> {
  const { where, cursor, page = 0 } = job;
  const scope = await fieldsScope(ports);
  const found = await asked(() => ports.jira.searchFields(where, scope, { most: PAGE, pageToken: cursor }));
  await compare(found.items, ports);
  if (found.nextPageToken === undefined) return;
  const next: FollowUp = { kind: 'search-fields', where, cursor: found.nextPageToken, page: page + 1 };
  const delay = page + 1 < PAGES_AT_ONCE ? undefined : PAUSE_SECONDS;
  await retry(() => ports.followUps.push([next], delay));
}
