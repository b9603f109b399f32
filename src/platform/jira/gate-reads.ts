import { assumeTrustedRoute, route } from '@forge/api';
import type { Jira } from '../../app/ports';
import type { RawWorkItem, Viewer } from '../../app/subject/ports';
import type { AccountId, Instant, PersonFact } from '../../domain/values';
import { askForAll, askJira, isHidden } from './client';
import { workItems } from './items';
import { fieldIdsIn, currentFieldsIn } from './own-fields';
import { toPerson } from './people';
import { array, isRecord, record, string, type Unverified } from '../read';
import { toWorkItem } from './work-item';

/**
 * Everything but the heavy fields. Which field names the owner is the policy's to say, and the policy is read
 * at the same moment: asking for all of them keeps a transition at one wave of reads.
 */
const FIELDS = '*all,-comment,-attachment,-worklog,-description,-environment,-votes,-watches,-timetracking';

function createdAt(value: unknown): Instant | undefined {
  const time = Date.parse(string(value));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function toRaw(issue: Unverified): RawWorkItem {
  return {
    issueId: string(issue['id']),
    issueKey: string(issue['key']),
    projectId: string(record(record(issue['fields'])['project'])['id']),
    get currentFields() {
      return currentFieldsIn(fieldIdsIn(record(issue['schema'])), record(issue['fields']));
    },
    createdAt: createdAt(record(issue['fields'])['created']),
    toWorkItem(reading) {
      const item = toWorkItem(issue, reading, record(issue['names']), record(issue['schema']));
      if (!item) throw new Error('Jira answered an issue without key or fields');
      return item;
    },
  };
}

/** `user/bulk` takes 200 accounts; a hundred long ids keep its address under the 8 KB that servers take. */
const USERS_PER_READ = 100;

/** The reads a transition needs: kept apart from the rest, so that the gate loads nothing else. */
export const gateReads: Pick<Jira, 'workItem' | 'workItems' | 'people'> = {
  workItems,

  async workItem(viewer, issueKey) {
    const answer = await askJira(
      viewer,
      route`/rest/api/3/issue/${issueKey}?fields=${FIELDS}&expand=names,schema`,
    );
    return isHidden(answer) || !isRecord(answer) ? null : toRaw(answer);
  },

  async people(viewer, accountIds) {
    const batches: AccountId[][] = [];
    for (let i = 0; i < accountIds.length; i += USERS_PER_READ) {
      batches.push(accountIds.slice(i, i + USERS_PER_READ));
    }
    return (await Promise.all(batches.map((batch) => peopleBatch(viewer, batch)))).flat();
  },
};

async function peopleBatch(viewer: Viewer, accountIds: readonly AccountId[]): Promise<readonly PersonFact[]> {
  const query = new URLSearchParams({ maxResults: String(USERS_PER_READ) });
  for (const accountId of accountIds) query.append('accountId', accountId);
  const answer = await askForAll(viewer, assumeTrustedRoute(`/rest/api/3/user/bulk?${query.toString()}`));
  return array(record(answer)['values'])
    .map(toPerson)
    .filter((person) => person !== null);
}
