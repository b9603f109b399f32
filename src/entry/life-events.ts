import { InvocationError, InvocationErrorCode } from '@forge/events';
import { Unavailable, type FollowUp, type PolicyStore } from '../app/ports';
import { array, record, string, type Unverified } from '../jira/read';
import { followUps } from '../storage/follow-ups';
import { policyStore } from '../storage/policies';

const RETRY_AFTER_SECONDS = 30;

/** Jira writes a move into the changelog as a change of the key and, where it changed, of the project. */
const MOVED = new Set(['key', 'project']);

function issueOf(event: Unverified) {
  const issue = record(event['issue']);
  const fields = record(issue['fields']);
  return {
    issueId: string(issue['id']),
    issueKey: string(issue['key']),
    issueType: string(record(fields['issuetype'])['name']),
    projectKey: string(record(fields['project'])['key']),
  };
}

function moveOf(event: Unverified): readonly FollowUp[] {
  const { issueId, issueKey } = issueOf(event);
  const changes = array(record(event['changelog'])['items']).map(record);
  const named = (change: Unverified): string => string(change['field']).toLowerCase();
  if (issueId === '' || !changes.some((change) => MOVED.has(named(change)))) return [];
  const change = changes.find((one) => named(one) === 'key') ?? {};
  const before = string(change['fromString']) || string(change['from']) || issueKey;
  return [{ kind: 'whereabouts', issueId, issueKey: before, gone: false }];
}

/** What an event means for the data we keep: usually nothing. Jira's events tell what to look at, not what is so. */
export async function followUpsOf(
  event: Unverified,
  policies: Pick<PolicyStore, 'read'>,
): Promise<readonly FollowUp[]> {
  const { issueId, issueKey, issueType, projectKey } = issueOf(event);
  const project = string(record(event['project'])['key']);
  switch (event['eventType']) {
    case 'avi:jira:updated:issue':
      return moveOf(event);
    case 'avi:jira:deleted:issue':
      return issueId === '' || issueKey === ''
        ? []
        : [{ kind: 'whereabouts', issueId, issueKey, gone: true }];
    case 'avi:jira:created:issue': {
      if (issueKey === '' || projectKey === '') return [];
      // A copy may have brought the fields of its original with it; and any new item should say what it waits for.
      const { policy } = await policies.read(projectKey);
      return policy.workItemTypes.includes(issueType) ? [{ kind: 'shadow', issueKey }] : [];
    }
    case 'avi:jira:softdeleted:project':
    case 'avi:jira:deleted:project':
      return project === '' ? [] : [{ kind: 'search', where: { projectKey: project }, gone: true }];
    case 'avi:jira:restored:project':
      return project === '' ? [] : [{ kind: 'search', where: { projectKey: project }, gone: false }];
    case 'avi:forge:upgraded:app':
      // Items may have moved while a version was installed that did not listen.
      return [{ kind: 'search', where: { everywhere: true }, gone: false }];
    default:
      return [];
  }
}

async function queued(jobs: () => Promise<readonly FollowUp[]>): Promise<InvocationError | undefined> {
  try {
    const found = await jobs();
    if (found.length > 0) await followUps.push(found);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}

/** `trigger`: what happens to issues, projects and the app itself. The queue does the work. */
export const lifeEvent = (event: unknown): Promise<InvocationError | undefined> =>
  queued(() => followUpsOf(record(event), policyStore));

/** `scheduledTrigger`, weekly: begins the cycle for personal data. */
export async function personalDataCycle(): Promise<void> {
  await followUps.push([{ kind: 'gather', accounts: {} }]);
}
