import type { InvocationError } from '@forge/events';
import { Unavailable } from '../app/ports';
import type { FollowUp } from '../app/jobs/ports';
import { policyFor } from '../app/subject/policy-for';
import { trouble } from '../platform/log';
import { crossed } from '../domain/gate/crossing';
import { isUnderPolicy } from '../domain/gate/coverage';
import { array, record, string, type Unverified } from '../platform/jira/read';
import { toIssueType, toStatus } from '../platform/jira/work-item';
import { followUps } from '../platform/storage/follow-ups';
import { policyStore } from '../platform/storage/policies';
import { askAgain } from './ask-again';
import { moveOf } from './moved-issue';

/** The gate's own records of the same move come first. */
const AFTER_THE_GATE_SECONDS = 30;
const categoryOf = (statuses: unknown, id: string) =>
  toStatus(
    array(statuses)
      .map(record)
      .find((status) => string(status['id']) === id),
  ).category;

const isNew = (event: Unverified): boolean => event['eventType'] === 'avi:jira:created:issue';

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
    ...(checkpoint ? [{ kind: 'moved' as const, issueKey, toStatusId, checkpoint }] : []),
    ...(assigned && assignee !== '' ? [{ kind: 'assigned' as const, issueKey }] : []),
  ];
}

/**
 * Product event `avi:jira:created:issue` and `avi:jira:updated:issue`. Most of a site's events concern nothing under
 * policy: they end after reading one policy.
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
    if ((jobs.length === 0 && !created) || projectKey === '') return undefined;
    const stored = await policyStore.read({ project: projectKey });
    const policy = policyFor(stored, string(record(fields['project'])['id']));
    if (!isUnderPolicy(policy, toIssueType(fields['issuetype']))) return undefined;
    // A copy may bring along what our fields said of its original; and any new item can say what it waits for.
    const issueKey = string(record(record(event)['issue'])['key']);
    if (created && issueKey !== '') await followUps.push([{ kind: 'shadow', issueKey }]);
    const wanted = jobs.filter(({ kind }) => kind !== 'assigned' || policy.nominateAssignee);
    if (wanted.length > 0) await followUps.push(wanted, AFTER_THE_GATE_SECONDS);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    trouble('An event could not be followed yet', error);
    return askAgain();
  }
}
