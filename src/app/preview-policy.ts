import type { PolicyPreviewAnswer, PreviewItem } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import { emptyCharter, type Charter } from '../domain/charter/charter';
import { evaluateGate, nextCheckpoint } from '../domain/gate/evaluate';
import type { WorkItem } from '../domain/gate/item';
import { isWorkItem, type Policy } from '../domain/policy/policy';
import type { Instant } from '../domain/values';
import type { CharterStore, Clock, Jira, PolicyStore } from './ports';

export interface PreviewRequest {
  readonly projectKey: string;
  readonly policy: Policy;
  readonly cursor?: string | undefined;
}

export interface PreviewPorts {
  readonly jira: Pick<Jira, 'openItems' | 'countOpenItems'>;
  readonly charters: Pick<CharterStore, 'readMany'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

const under = (policy: Policy, item: WorkItem, charter: Charter, now: Instant) =>
  isWorkItem(policy, item.issueType)
    ? evaluateGate({ charter, item, policy, checkpoint: nextCheckpoint(item), now })
    : null;

/** How one item fares at its next checkpoint before and after; each policy reads the owner where it says. */
export function previewItem(
  [itemBefore, before]: readonly [WorkItem, Policy],
  [itemAfter, after]: readonly [WorkItem, Policy],
  charter: Charter,
  now: Instant,
): PreviewItem {
  const [was, is] = [under(before, itemBefore, charter, now), under(after, itemAfter, charter, now)];
  const rulesOf = (gate: typeof was) => [...new Set(gate?.findings.map(({ rule }) => rule) ?? [])];
  const [old, fresh] = [rulesOf(was), rulesOf(is)];
  return {
    issueKey: itemAfter.issueKey,
    summary: itemAfter.summary,
    issueType: itemAfter.issueType,
    checkpoint: nextCheckpoint(itemAfter),
    before: was?.verdict ?? 'outside',
    after: is?.verdict ?? 'outside',
    added: fresh.filter((rule) => !old.includes(rule)),
    removed: old.filter((rule) => !fresh.includes(rule)),
  };
}

const differs = ({ before, after, added, removed }: PreviewItem): boolean =>
  before !== after || added.length > 0 || removed.length > 0;

/**
 * What a policy that is not saved yet would change for a project's open items, one page at a time, read as the viewer.
 * Nothing is written.
 */
export async function previewPolicy(
  { projectKey, policy: after, cursor }: PreviewRequest,
  { jira, charters, policies, clock }: PreviewPorts,
): Promise<PolicyPreviewAnswer> {
  const { policy: before } = await policies.read({ project: projectKey });
  const issueTypes = [...new Set([...before.workItemTypes, ...after.workItemTypes])];
  const page = { issueTypes, ...(cursor !== undefined && { pageToken: cursor }) };
  const [found, approximateTotal] = await Promise.all([
    jira.openItems(projectKey, { ...page, ownerSource: before.ownerSource, alsoReadAs: after.ownerSource }),
    cursor === undefined ? jira.countOpenItems(projectKey, { issueTypes }) : undefined,
  ]);
  if (!found) throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
  const stored = await charters.readMany(found.items.map(({ issueKey }) => issueKey));
  const now = clock.now();
  const items = found.items.map((item, index) =>
    previewItem(
      [item, before],
      [found.alsoReadAs?.[index] ?? item, after],
      stored.get(item.issueKey)?.charter ?? emptyCharter,
      now,
    ),
  );
  return {
    ok: true,
    changed: items.filter(differs),
    looked: items.length,
    blockedBefore: items.filter((item) => item.before === 'block').length,
    blockedAfter: items.filter((item) => item.after === 'block').length,
    ...(found.nextPageToken !== undefined && { nextCursor: found.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
  };
}
