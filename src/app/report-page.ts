import type { ReportItem, ReportPageAnswer } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import { isOpen, isPromised } from '../domain/agreement/agreement';
import type { Charter } from '../domain/charter/charter';
import { evaluateGate, nextCheckpoint } from '../domain/gate/evaluate';
import type { WorkItem } from '../domain/gate/item';
import type { Policy } from '../domain/policy/policy';
import { accountabilityTest, isAtRisk } from '../domain/report/accountability-test';
import type { Instant } from '../domain/values';
import { lookUp } from './look-up';
import { charterFor } from './own-charter';
import type { CharterStore, Clock, Jira, PolicyStore } from './ports';
import { viewClocks } from './view-clocks';
import { peopleOf, viewGate, type People } from './views';

export interface ReportRequest {
  readonly projectKey: string;
  readonly cursor?: string | undefined;
  readonly scope: 'policy' | 'all';
  readonly text?: string | undefined;
}

export interface ReportPorts {
  readonly jira: Pick<Jira, 'openItems' | 'countOpenItems' | 'projectRights' | 'people'>;
  readonly charters: Pick<CharterStore, 'readMany'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/**
 * One page of a project's open items, read as the viewer: what Jira hides from them is not in it, counts included.
 * Calls per page of 100: policy, search (with the count beside it on the first page), charters in four batches, people.
 */
export async function reportPage(request: ReportRequest, ports: ReportPorts): Promise<ReportPageAnswer> {
  const { projectKey, cursor, scope, text } = request;
  const { policy } = await ports.policies.read({ project: projectKey });
  const filter = {
    ...(scope === 'policy' && { issueTypes: policy.workItemTypes }),
    ...(text !== undefined && { text }),
  };
  const [page, approximateTotal] = await Promise.all([
    ports.jira.openItems(projectKey, {
      ...filter,
      ownerSource: policy.ownerSource,
      ...(cursor !== undefined && { pageToken: cursor }),
    }),
    cursor === undefined ? ports.jira.countOpenItems(projectKey, filter) : undefined,
  ]);
  const now = ports.clock.now();
  if (!page) {
    // Jira answers alike for a hidden project and for issue types that it does not know.
    const { browse } = await ports.jira.projectRights(projectKey);
    if (!browse || cursor !== undefined) {
      throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
    }
    return { ok: true, items: [], people: {}, approximateTotal: 0, now };
  }
  const charters = await ports.charters.readMany(page.items.map(({ issueKey }) => issueKey));
  const charterOf = (item: WorkItem): Charter => charterFor(charters.get(item.issueKey), item.issueId);
  const people = await peopleOnPage(page.items, charterOf, ports.jira);
  return {
    ok: true,
    items: page.items.map((item) => reportItem(item, charterOf(item), policy, people, now)),
    people,
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
    now,
  };
}

/** Everybody some items and their charters speak of, as Jira knows them. */
export async function peopleOnPage(
  items: readonly WorkItem[],
  charterOf: (item: WorkItem) => Charter,
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const known: People = Object.assign({}, ...items.map((item) => item.people));
  const wanted = new Set(items.flatMap((item) => peopleOf(charterOf(item))));
  const missing = [...wanted].filter((accountId) => !known[accountId]);
  return { ...known, ...(await lookUp(jira, 'user', missing)) };
}

function reportItem(
  item: WorkItem,
  charter: Charter,
  policy: Policy,
  people: People,
  now: Instant,
): ReportItem {
  // The item's own people may be staler than none: the page's are the union Jira just gave.
  const seen = { ...item, people };
  const gate = evaluateGate({ charter, item: seen, policy, checkpoint: nextCheckpoint(item), now });
  const test = accountabilityTest(charter, seen, now);
  const open = charter.agreements.filter(isOpen);
  const nextNeededBy = open
    .filter(({ status }) => status !== 'accepted')
    .map(({ neededBy }) => neededBy)
    .sort()[0];
  return {
    issueKey: item.issueKey,
    summary: item.summary,
    issueType: item.issueType,
    status: item.status,
    dri: charter.dri && { accountId: charter.dri.accountId, status: charter.dri.status },
    gate: viewGate(gate, people),
    test,
    atRisk: isAtRisk(test),
    bypasses: charter.passages.filter(({ reason }) => reason === 'bypass').length,
    agreements: {
      open: open.length,
      acknowledged: open.filter(isPromised).length,
      ...(nextNeededBy !== undefined && { nextNeededBy }),
    },
    rung: viewClocks(charter, item, policy, now).rung,
  };
}
