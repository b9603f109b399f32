import type { ReportPageAnswer } from '../contract/answers';
import { emptyCharter, type Charter } from '../domain/charter/charter';
import type { WorkItem } from '../domain/gate/item';
import { standingLastWeek } from '../domain/report/standing';
import { mustBrowse } from './must-browse';
import { lookUp } from './look-up';
import { isOwn } from './own-charter';
import type { CharterStore, Clock, Jira, PolicyStore, StoredCharter } from './ports';
import { reportItem } from './report-item';
import { historyLength } from './seen';
import { peopleOf, type People } from './views';

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
  const answerWithin = { hours: policy.acknowledgementHours, measure: policy.clocks.measure };
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
    await mustBrowse(ports.jira, projectKey, cursor);
    return { ok: true, items: [], people: {}, approximateTotal: 0, answerWithin, now };
  }
  const charters = await ports.charters.readMany(page.items.map(({ issueKey }) => issueKey));
  const recordOf = ({ issueKey, issueId }: WorkItem): Recorded => {
    const stored = charters.get(issueKey);
    return stored && isOwn(stored, issueId) ? stored : unwritten;
  };
  const people = await peopleOnPage(page.items, (item) => recordOf(item).charter, ports.jira);
  return {
    ok: true,
    items: page.items.map((item) => {
      const recorded = recordOf(item);
      return reportItem({
        item,
        charter: recorded.charter,
        policy,
        people,
        seen: historyLength(recorded),
        lastWeek: standingLastWeek(recorded, { ...item, people }, policy, now),
        now,
      });
    }),
    people,
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
    answerWithin,
    now,
  };
}

type Recorded = Pick<StoredCharter, 'charter' | 'history' | 'earlier'>;
const unwritten: Recorded = { charter: emptyCharter, history: [], earlier: 0 };

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
