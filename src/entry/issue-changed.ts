import type { InvocationError } from '@forge/events';
import { Unavailable } from '../platform/unavailable';
import type { FollowUp } from '../app/jobs/ports';
import { policyFor } from '../app/subject/policy-for';
import { logError } from '../platform/log';
import { crossed } from '../domain/gate/crossing';
import { isUnderPolicy } from '../domain/gate/coverage';
import type { Policy } from '../domain/policy/policy';
import { array, isRecord, record, string, type Unverified } from '../platform/read';
import { toIssueType, toStatus } from '../platform/jira/work-item';
import { policyStore } from '../platform/storage/policies';
import { timeLimited } from '../platform/time-limit';
import { askAgain } from './ask-again';
import { queue } from './background';
import { changedFields, concernsFields, linkedBy } from './field-events';
import { moveOf } from './moved-issue';

const policies = timeLimited(policyStore);

/** The gate's own records of the same move come first. */
const AFTER_THE_GATE_SECONDS = 30;
const categoryOf = (statuses: unknown, id: string) =>
  toStatus(
    array(statuses)
      .map(record)
      .find((status) => string(status['id']) === id),
  ).category;

const isNew = (event: Unverified): boolean => event['eventType'] === 'avi:jira:created:issue';

const isStatus = ({ fieldId, field }: Unverified): boolean => (fieldId ?? field) === 'status';

/** Finished, or open again: it is out of the way of what it is linked to, or in it once more. */
function crossesDone(event: Unverified): boolean {
  const move = array(record(event['changelog'])['items']).map(record).find(isStatus);
  if (!move) return false;
  const statuses = event['associatedStatuses'];
  const [from, to] = [string(move['from']), string(move['to'])].map((id) => categoryOf(statuses, id));
  return (from === 'done') !== (to === 'done');
}

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
  const move = changes.find(isStatus);
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

/** What needs no policy to be asked for: a charter that follows its item, to its end too, and items that others stand in the way of. */
function wherever(event: Unverified): readonly FollowUp[] {
  const issueKey = string(record(event['issue'])['key']);
  const issueIds = linkedBy(event);
  return [
    // An item that leaves the policy with its move takes its charter along all the same.
    ...moveOf(event),
    ...(issueIds.length > 0 ? [{ kind: 'compare-fields' as const, issueIds }] : []),
    ...(issueKey !== '' && crossesDone(event)
      ? [
          { kind: 'compare-fields' as const, issueIds: [], linkedTo: issueKey },
          { kind: 'note-done' as const, issueKey },
        ]
      : []),
  ];
}

/** Whether our fields of the item may now say something else than they do. */
function concernsOwnFields(event: Unverified, policy: Policy): boolean {
  const isCovered = isUnderPolicy(policy, toIssueType(record(record(event['issue'])['fields'])['issuetype']));
  // A copy may bring along what our fields said of its original; and any new item can say what it waits for.
  const isFresh = isNew(event) && (isCovered || policy.childrenFollow);
  return isFresh || concernsFields(changedFields(event), policy, isCovered);
}

/**
 * Product events of issues created and updated, and of links. Most of a site's events are about none of the changes that
 * matter here, and end without a call; the others read one policy at most.
 */
export async function issueChanged(raw: unknown): Promise<InvocationError | undefined> {
  const event = record(raw);
  const issueKey = string(record(event['issue'])['key']);
  const project = record(record(record(event['issue'])['fields'])['project']);
  const projectKey = string(project['key']);
  try {
    const anyhow = wherever(event);
    if (anyhow.length > 0) await queue.push(anyhow);
    // Queued first and read later: an event that waits for storage to answer is lost with it. Each job asks the policy itself.
    const jobs = followUpsOf(event);
    if (jobs.length > 0) await queue.push(jobs, AFTER_THE_GATE_SECONDS);
    const mayConcernFields = isNew(event) || changedFields(event).size > 0;
    if (!mayConcernFields || issueKey === '' || projectKey === '') return undefined;
    const id = string(project['id']);
    const policy = policyFor(await policies.read({ project: projectKey, id: id || null }), id);
    if (concernsOwnFields(event, policy)) await queue.push([{ kind: 'write-fields', issueKey }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('An event could not be followed yet', error);
    return askAgain(error);
  }
}
