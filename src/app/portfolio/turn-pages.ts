import type { PortfolioAnswer, PortfolioScope } from '../../contract/portfolio';
import { peopleOf } from '../../domain/charter/people';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { WorkItem } from '../../domain/gate/item';
import type { Subject } from '../../domain/gate/subject';
import type { Policy } from '../../domain/policy/policy';
import { quarterOf } from '../../domain/report/accountability/quarter';
import { figuresIn, notKnown, summaryOf } from '../../domain/report/accountability/summary';
import { itemAtRisk } from '../../domain/report/portfolio/item-at-risk';
import { joined } from '../../domain/report/portfolio/part';
import { compareInstants, utcDate, type Instant } from '../../domain/time/time';
import { projectOf } from '../../domain/values';
import { viewGate } from '../charter/views';
import type { Clock, Jira } from '../ports';
import { readSubjects, type SubjectsPorts, type SubjectsRead } from '../subject/read-subjects';
import { subjectFor } from '../subject/subject-for';
import { keysOf, type Group } from './groups';
import { searchAmong } from './search';

export interface TurningPorts extends SubjectsPorts {
  readonly jira: SubjectsPorts['jira'] & Pick<Jira, 'openItemsAmong'>;
  readonly clock: Clock;
}

/** After the first page of some projects, which is to be there soon, a call turns pages for so long. */
const TIME_BUDGET_MS = 3_000;
/** However fast they come: what a call answers stays small, and so does what it holds in memory. */
const MOST_PAGES = 8;

type Part = PortfolioAnswer['parts'][number];
type Worst = NonNullable<Part['worst']>;

/** Where items are left to be read. */
export interface Left {
  /** A project of the group. */
  readonly at: string;
  readonly pageToken?: string | undefined;
}

/**
 * Reads the open items of groups of projects, page after page, as long as there is time.
 *
 * @param isFirst one page is enough
 * @returns what each project's part of them comes to, and the projects that are through
 */
export async function turnPages(
  asked: {
    readonly groups: readonly Group[];
    readonly from: number;
    readonly pageToken: string | undefined;
    readonly isFirst: boolean;
    readonly scope: PortfolioScope;
    readonly now: Instant;
  },
  ports: TurningPorts,
): Promise<{
  readonly parts: readonly Part[];
  readonly done: readonly string[];
  readonly left: Left | null;
}> {
  const { groups, from, isFirst, scope, now } = asked;
  const parts: Part[] = [];
  const done: string[] = [];
  let pageToken = asked.pageToken;
  let turned = 0;
  for (const group of groups.slice(from)) {
    const [first] = group.projects;
    if (!first) continue;
    const { projectKey: at } = first.project;
    const search = { projectKeys: keysOf(group), issueTypes: group.issueTypes, jql: scope.jql };
    do {
      const isEnough = turned === MOST_PAGES || (isFirst && parts.length > 0) || isOver(now, ports.clock);
      if (turned > 0 && isEnough) {
        return { parts: byProject(parts), done, left: { at, pageToken } };
      }
      const page = await searchAmong(search, { reading: first.policy, pageToken }, ports.jira);
      parts.push(...(await partsOf(page.items, group, now, ports)));
      pageToken = page.nextPageToken;
      turned += 1;
    } while (pageToken !== undefined);
    done.push(...keysOf(group));
  }
  return { parts: byProject(parts), done, left: null };
}

const isOver = (since: Instant, clock: Clock): boolean =>
  compareInstants(clock.now(), since) >= TIME_BUDGET_MS;

/** One part for each project that has items here. */
function byProject(parts: readonly Part[]): readonly Part[] {
  const keys = [...new Set(parts.map(({ projectKey }) => projectKey))];
  return keys.map((key) => ({
    projectKey: key,
    ...joined<Worst>(parts.filter(({ projectKey }) => projectKey === key)),
  }));
}

/** One part for each item. */
async function partsOf(
  found: readonly WorkItem[],
  group: Group,
  now: Instant,
  ports: TurningPorts,
): Promise<readonly Part[]> {
  const policies = new Map<string, Policy>(
    group.projects.map(({ project, policy }) => [project.projectKey, policy]),
  );
  // A reader's JQL may say more than it seems to: what is not asked for is not counted.
  const items = found.filter((item) => {
    const policy = policies.get(projectOf(item.issueKey));
    return policy && item.status.category !== 'done' && isUnderPolicy(policy, item.type);
  });
  const [any] = group.projects;
  if (!any || items.length === 0) return [];
  const read = await readSubjects(
    items,
    ({ issueKey }) => policies.get(projectOf(issueKey)) ?? any.policy,
    ports,
    { alsoNamed: ({ charter }) => peopleOf(charter) },
  );
  return items.map((item) => partOf(item, read, now));
}

/** What a part counts names no provider, so that nobody has to be asked which of their issues may be named. */
const namesNobody = (): boolean => true;

function partOf(item: WorkItem, { subjects, charters, people }: SubjectsRead, now: Instant): Part {
  const projectKey = projectOf(item.issueKey);
  const subject = subjects.get(item.issueId);
  if (!subject) return { projectKey, figures: figuresIn(notKnown(item.type)), weeks: [], worst: null };
  const seen = subjectFor(subject, item);
  return {
    projectKey,
    figures: figuresIn(summaryOf(seen, now, namesNobody)),
    weeks: quarterOf(charters.get(item.issueId) ?? null, seen, now),
    worst: worstOfItem(item, seen, people, now),
  };
}

/** An item at risk, in words: what unblocks it most. */
function worstOfItem(
  item: WorkItem,
  seen: Subject,
  people: SubjectsRead['people'],
  now: Instant,
): Worst | null {
  const found = itemAtRisk(seen, now);
  if (!found) return null;
  const { findings, ...risk } = found;
  const [first] = viewGate(evaluate(seen, nextCheckpoint(seen.item), now), people, utcDate(now)).findings;
  return {
    ...risk,
    summary: item.summary,
    ...(first && { what: first.what }),
    more: Math.max(0, findings.length - 1),
  };
}
