import { InvocationError, InvocationErrorCode } from '@forge/events';
import { Unavailable } from '../platform/unavailable';
import type { FollowUp } from '../app/jobs/ports';
import { policyFor } from '../app/subject/policy-for';
import { logError } from '../platform/log';
import { crossed } from '../domain/gate/crossing';
import { isUnderPolicy } from '../domain/gate/coverage';
import { array, isRecord, record, string, type Unverified } from '../platform/read';
import { toIssueType, toStatus } from '../platform/jira/work-item';
import { followUps } from '../platform/storage/follow-ups';
import { policyStore } from '../platform/storage/policies';
import { moveOf } from './moved-issue';

/** The gate's own records of the same move come first. */
const AFTER_THE_GATE_SECONDS = 30;
const RETRY_AFTER_SECONDS = 30;

const categoryOf = (statuses: unknown, id: string) =>
  toStatus(
    array(statuses)
      .map(record)
      .find((status) => string(status['id']) === id),
  ).category;

const isNew = (event: Unverified): boolean => event['eventType'] === 'avi:jira:created:issue';

/** Fields of a change by which an item may come under another policy, or under another item. */
const SCOPE = new Set(['issuetype', 'project', 'key', 'parent', 'issueparentassociation']);

/** Whether an item beyond To Do was made, or came to where another policy may hold. */
function mayEnterPolicy(event: Unverified): boolean {
  const { status } = record(record(event['issue'])['fields']);
  if (!isRecord(status) || toStatus(status).category === 'new') return false;
  const changes = array(record(event['changelog'])['items']).map(record);
  return isNew(event) || changes.some(({ field }) => SCOPE.has(string(field).toLowerCase()));
}

/** What a Jira event asks us to look at. Events may come twice and late, so each is a question, not an answer. */
export function followUpsOf(event: Unverified): readonly FollowUp[] {
  const issue = record(event['issue']);
  const issueKey = string(issue['key']);
  if (issueKey === '') return [];
  const changes = array(record(event['changelog'])['items']).map(record);
  const move = changes.find(({ fieldId, field }) => (fieldId ?? field) === 'status');
  const statuses = event['associatedStatuses'];
  const toStatusId = string(move?.['to']);
  const checkpoint = move
    ? crossed(categoryOf(statuses, string(move['from'])), categoryOf(statuses, toStatusId))
    : null;
  const assignee = string(record(record(issue['fields'])['assignee'])['accountId']);
  const assigned = changes.some(({ fieldId, field }) => (fieldId ?? field) === 'assignee') || isNew(event);
  return [
    ...(checkpoint ? [{ kind: 'transition-check' as const, issueKey, toStatusId, checkpoint }] : []),
    ...(mayEnterPolicy(event) ? [{ kind: 'scope-check' as const, issueKey }] : []),
    ...(assigned && assignee !== '' ? [{ kind: 'nominate-assignee' as const, issueKey }] : []),
  ];
}

/**
 * Product event `avi:jira:created:issue` and `avi:jira:updated:issue`. Most of a site's events are about none of
 * the changes that matter here, and end without a call.
 */
export async function issueChanged(event: unknown): Promise<InvocationError | undefined> {
  const created = isNew(record(event));
  const jobs = followUpsOf(record(event));
  const fields = record(record(record(event)['issue'])['fields']);
  const projectKey = string(record(fields['project'])['key']);
  try {
    // An item that leaves the policy with its move takes its charter along all the same.
    const moves = moveOf(record(event));
    if (moves.length > 0) await followUps.push(moves);
    // Queued first and read later: an event that waits for storage to answer is lost with it. Each job asks the policy itself.
    if (jobs.length > 0) await followUps.push(jobs, AFTER_THE_GATE_SECONDS);
    if (!created || projectKey === '') return undefined;
    const stored = await policyStore.read({ project: projectKey });
    const policy = policyFor(stored, string(record(fields['project'])['id']));
    if (!isUnderPolicy(policy, toIssueType(fields['issuetype']))) return undefined;
    // A copy may bring along what our fields said of its original; and any new item can say what it waits for.
    const issueKey = string(record(record(event)['issue'])['key']);
    if (issueKey !== '') await followUps.push([{ kind: 'write-fields', issueKey }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('An event could not be followed yet', error);
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
