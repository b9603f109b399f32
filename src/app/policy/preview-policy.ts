import type { PolicyPreviewAnswer, PreviewItem } from '../../contract/answers';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import type { Subject } from '../../domain/gate/subject';
import type { Policy } from '../../domain/policy/policy';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { idsUnderPolicy } from '../../domain/policy/scope';
import { underKey } from '../../domain/policy/under-key';
import type { Instant } from '../../domain/values';
import type { Clock, Jira } from '../ports';
import type { PolicyStore, StoredPolicy } from './ports';
import type { WorkItemPage } from '../subject/ports';
import { savedPolicyFor, withHome } from '../subject/policy-for';
import { searchPage, type ProjectScopePorts } from '../subject/project-items';
import { readSubjects, type SubjectsPorts } from '../subject/read-subjects';

export interface PreviewRequest {
  readonly projectKey: string;
  readonly policy: Policy;
  readonly cursor?: string | undefined;
}

export interface PreviewPorts extends SubjectsPorts {
  readonly jira: SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems' | 'countOpenItems'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/** Null where neither the item nor one above it is under the policy. */
function under(subject: Subject, now: Instant): GateResult | null {
  const gate = evaluate(subject, nextCheckpoint(subject.item), now);
  return gate.ofAncestor !== undefined || isUnderPolicy(subject.policy, subject.item.type) ? gate : null;
}

/** How one item fares at its next checkpoint before and after; undefined where the app may not see it. */
export function previewItem(
  item: WorkItem,
  before: Subject | undefined,
  after: Subject | undefined,
  now: Instant,
): PreviewItem {
  const about = {
    issueKey: item.issueKey,
    summary: item.summary,
    issueType: item.issueType,
    checkpoint: nextCheckpoint(item),
  };
  if (!before || !after) {
    return { ...about, before: 'not-known', after: 'not-known', added: [], removed: [] };
  }
  const [was, is] = [under(before, now), under(after, now)];
  const rulesOf = (gate: GateResult | null) => [...new Set(gate?.findings.map(({ rule }) => rule) ?? [])];
  const [old, fresh] = [rulesOf(was), rulesOf(is)];
  return {
    ...about,
    before: was?.verdict ?? 'outside',
    after: is?.verdict ?? 'outside',
    added: fresh.filter((rule) => !old.includes(rule)),
    removed: old.filter((rule) => !fresh.includes(rule)),
  };
}

const differs = ({ before, after, added, removed }: PreviewItem): boolean =>
  before !== after || added.length > 0 || removed.length > 0;

/** The stored policies as if one project had saved another. */
const asIfSaved = (
  policies: PreviewPorts['policies'],
  projectKey: string,
  policy: Policy,
): Pick<PolicyStore, 'readMany'> => ({
  async readMany(projects) {
    const found = await policies.readMany(projects);
    return new Map(
      [...found].map(([key, stored]): [string, StoredPolicy] => [
        key,
        key === projectKey ? { ...stored, underKey: underKey(policy, policy) } : stored,
      ]),
    );
  },
});

const NOTHING: WorkItemPage = { items: [] };

/**
 * What a policy that is not saved yet would change for a project's open items, one page at a time. The viewer's search
 * says which items there are for them; how each fares is the app's reading. Nothing is written.
 */
export async function previewPolicy(
  { projectKey, policy: after, cursor }: PreviewRequest,
  ports: PreviewPorts,
): Promise<PolicyPreviewAnswer> {
  const { jira, policies, clock } = ports;
  const id = jira.projectId(projectKey);
  const [stored, projectId, types] = await Promise.all([
    policies.read({ project: projectKey, id }),
    id,
    jira.issueTypes('user'),
  ]);
  // What is decided is compared: a brake is told, and hides no consequence.
  const before = withHome(savedPolicyFor(stored, projectId), stored, projectKey, projectId);
  const { ids: issueTypes } = idsUnderPolicy([...before.workItemTypes, ...after.workItemTypes], types);
  const [found, approximateTotal] = await Promise.all([
    searchPage({ projectKey, cursor, issueTypes }, jira, NOTHING, () =>
      jira.openItems(projectKey, {
        issueTypes,
        reading: before,
        ...(cursor !== undefined && { pageToken: cursor }),
      }),
    ),
    cursor !== undefined
      ? undefined
      : issueTypes.length === 0
        ? 0
        : jira.countOpenItems(projectKey, { issueTypes }),
  ]);
  const [was, is] = await Promise.all([
    readSubjects(found.items, before, ports),
    readSubjects(found.items, after, { ...ports, policies: asIfSaved(policies, projectKey, after) }),
  ]);
  const now = clock.now();
  const items = found.items.map((item) =>
    previewItem(item, was.subjects.get(item.issueId), is.subjects.get(item.issueId), now),
  );
  return {
    ok: true,
    ...(stored.brake && { brake: stored.brake }),
    changed: items.filter(differs),
    looked: items.length,
    blockedBefore: items.filter((item) => item.before === 'block').length,
    blockedAfter: items.filter((item) => item.after === 'block').length,
    notKnown: items.filter((item) => item.before === 'not-known').length,
    ...(found.nextPageToken !== undefined && { nextCursor: found.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
  };
}
