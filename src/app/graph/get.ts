import type { GraphAnswer } from '../../contract/graph';
import { issuesIn } from '../../domain/charter/hidden-issues';
import type { WorkItem } from '../../domain/gate/item';
import type { Policy } from '../../domain/policy/policy';
import { graphLine } from '../../domain/report/graph/graph';
import {
  allHandoffs,
  handoffsOf,
  notKnownHandoffs,
  type Handoffs,
} from '../../domain/report/handoffs/handoffs';
import { projectOf, type AccountId, type Instant, type IssueKey } from '../../domain/values';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { policyFor, withHome } from '../subject/policy-for';
import { openItemsPage, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';
import { providerSight } from '../subject/provider-sight';
import { readSubjects, type PolicyOf, type SubjectsPorts } from '../subject/read-subjects';
import { subjectFor } from '../subject/subject-for';

interface GraphRequest {
  /** Who reads. */
  readonly accountId: AccountId;
  readonly projectKey: string;
  /** Begins at this item. */
  readonly issueKey?: IssueKey | undefined;
  readonly cursor?: string | undefined;
  readonly run?: RunOfPages | undefined;
}

interface GraphPorts extends SubjectsPorts, ProjectScopePorts {
  readonly jira: SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems' | 'issueSummaries'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/** How far a page follows what its items wait for, and through how many items a step. */
const MOST_STEPS = 5;
const MOST_ITEMS = 100;

/**
 * One page of what waits for what: a project's open items under policy, or one item, and on from there through the providers' own issues
 * that the reader may see, in whatever project. Calls: those of a page of handoffs; for each step on, the reader's own reading of the
 * issues, policies, and again those of a page.
 */
export async function readGraph(
  { accountId, projectKey, issueKey, cursor, run }: GraphRequest,
  ports: GraphPorts,
): Promise<GraphAnswer> {
  const now = ports.clock.now();
  const first = issueKey === undefined ? await firstPage({ projectKey, cursor, run }, ports) : undefined;
  const reader = { accountId, now };
  const found: Handoffs[] = first ? [await handoffsAt(first.items, () => first.policy, reader, ports)] : [];
  const read = new Set<string>(first?.items.map((item) => item.issueKey));
  let ahead: readonly IssueKey[] = issueKey === undefined ? leadsOn(found, read) : [issueKey];
  let goesOn = false;
  for (let step = 0; step < MOST_STEPS && ahead.length > 0; step += 1) {
    const followed = ahead.slice(0, MOST_ITEMS);
    goesOn ||= ahead.length > MOST_ITEMS;
    for (const key of ahead) read.add(key);
    const { items, policyOf } = await itemsAt(followed, ports);
    const there = await handoffsAt(items, policyOf, reader, ports);
    found.push(there);
    ahead = leadsOn([there], read);
  }
  const { lines, notKnown } = allHandoffs(found);
  return {
    ok: true,
    lines: lines.map(graphLine),
    notKnown,
    goesOn: goesOn || ahead.length > 0,
    ...(first?.nextPageToken !== undefined && { nextCursor: first.nextPageToken }),
    now,
  };
}

async function firstPage(asked: Pick<GraphRequest, 'projectKey' | 'cursor' | 'run'>, ports: GraphPorts) {
  const { project, page } = await openItemsPage({ ...asked, scope: 'policy' }, ports);
  return { ...page, policy: project.policy };
}

/** The providers' own issues that lines lead to and nobody has looked at yet. */
const leadsOn = (found: readonly Handoffs[], read: ReadonlySet<string>): readonly IssueKey[] => [
  ...new Set(
    found.flatMap(({ lines }) =>
      lines.flatMap(({ providerIssueKey: key }) => (key === undefined || read.has(key) ? [] : [key])),
    ),
  ),
];

/** Items as Jira shows them to the reader, none that it hides, each with the policy of its project. */
async function itemsAt(
  keys: readonly IssueKey[],
  { jira, policies }: GraphPorts,
): Promise<{ readonly items: readonly WorkItem[]; readonly policyOf: PolicyOf }> {
  const [summaries, stored] = await Promise.all([
    jira.issueSummaries(keys),
    policies.readMany([...new Set(keys.map(projectOf))].map((project) => ({ project, id: null }))),
  ]);
  const [any] = stored.values();
  if (!any || summaries.size === 0) return { items: [], policyOf: () => never() };
  const found = await jira.workItems('user', [...summaries.keys()], policyFor(any, null));
  const policyAt = new Map<string, Policy>();
  for (const { issueId, issueKey, projectId } of found.values()) {
    const key = projectOf(issueKey);
    const project = stored.get(key) ?? any;
    policyAt.set(issueId, withHome(policyFor(project, projectId ?? null), project, key, projectId ?? null));
  }
  return { items: [...found.values()], policyOf: ({ issueId }) => policyAt.get(issueId) ?? never() };
}

function never(): never {
  throw new Error('An item that was not read has no policy');
}

async function handoffsAt(
  items: readonly WorkItem[],
  policyOf: PolicyOf,
  { accountId, now }: { readonly accountId: AccountId; readonly now: Instant },
  ports: GraphPorts,
): Promise<Handoffs> {
  const { subjects, charters, sees } = await readSubjects(items, policyOf, ports, {
    sight: (read) => {
      const named = [...read.values()].flatMap(({ charter, history }) => [
        ...charter.agreements,
        ...issuesIn(history),
      ]);
      return providerSight(named, items, ports.jira);
    },
  });
  return allHandoffs(
    items.map((item) => {
      const subject = subjects.get(item.issueId);
      if (!subject) return notKnownHandoffs;
      const visible = subjectFor(subject, item);
      return handoffsOf(
        { charter: visible.charter, history: charters.get(item.issueId)?.history ?? [] },
        { ...visible.item, summary: item.summary },
        policyOf(item),
        now,
        { accountId, sees },
      );
    }),
  );
}
