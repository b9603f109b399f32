import type { PortfolioAnswer, PortfolioScope } from '../../contract/portfolio';
import type { Jira } from '../ports';
import { unknownCursor } from '../subject/unknown-cursor';
import { governed, groupsOf, keptOf, keysOf, type Group } from './groups';
import { cursorOf, positionIn, type Position } from './position';
import { sharedAmong, type SharedPorts } from './shared';
import { turnPages, type Left, type TurningPorts } from './turn-pages';

export interface PortfolioPorts extends TurningPorts, SharedPorts {
  readonly jira: TurningPorts['jira'] & Pick<Jira, 'browsedProjects' | 'countOpenItemsAmong' | 'issueTypes'>;
}

type Among = Extract<Position, { readonly projectKeys: readonly string[] }>;

/**
 * A page of the portfolio. The reader's own searches say which projects and which items there are for them; how each item
 * stands is the app's reading. Where projects are listed, they come alone, so that their lines can be there before their
 * numbers.
 * Calls per page of 100 items: search, the items as the app beside the charters in four batches, people; and for each
 * call before that, side by side: the projects, their policies in batches of ten, the issue types.
 *
 * @throws CallRefused `invalid` for JQL that Jira does not understand, and for a cursor that no page gave
 */
export async function portfolioPage(
  { scope, cursor }: { readonly scope: PortfolioScope; readonly cursor?: string | undefined },
  ports: PortfolioPorts,
): Promise<PortfolioAnswer> {
  const position = cursor === undefined ? beginningOf(scope) : positionIn(cursor);
  return 'startAt' in position
    ? listedPage(position.startAt, scope, ports)
    : pageAmong(position, cursor === undefined, scope, ports);
}

const beginningOf = ({ projectKeys }: PortfolioScope): Position =>
  projectKeys ? { projectKeys } : { startAt: 0 };

async function listedPage(
  startAt: number,
  { categoryId }: PortfolioScope,
  { jira, clock }: PortfolioPorts,
): Promise<PortfolioAnswer> {
  const { projects, nextStartAt } = await jira.browsedProjects({ startAt, categoryId });
  const next: Position | null =
    projects.length === 0
      ? null
      : {
          projectKeys: projects.map(({ projectKey }) => projectKey),
          ...(nextStartAt !== undefined && { then: nextStartAt }),
        };
  return {
    ok: true,
    projects,
    parts: [],
    shared: [],
    done: [],
    ...(next && { nextCursor: cursorOf(next) }),
    now: clock.now(),
  };
}

/** @param isNew nobody has been told which projects these are */
async function pageAmong(
  position: Among,
  isNew: boolean,
  scope: PortfolioScope,
  ports: PortfolioPorts,
): Promise<PortfolioAnswer> {
  const { jira, policies, clock } = ports;
  const now = clock.now();
  const isFirst = position.at === undefined;
  const { projectKeys } = position;
  const told = jira.browsedProjects({ projectKeys });
  const [{ projects }, types, stored, kept] = await Promise.all([
    told,
    jira.issueTypes('user'),
    keptOf(projectKeys, told, (places) => policies.readMany(places)),
    isFirst && scope.jql === undefined
      ? keptOf(projectKeys, told, (places) => ports.summaries.readMany(places))
      : undefined,
  ]);
  const known = governed(projects, stored);
  const groups = groupsOf(known, types);
  const turning = { groups, from: indexOf(position, groups), pageToken: position.pageToken };
  const [{ parts, done, left }, total, shared] = await Promise.all([
    turnPages({ ...turning, isFirst, scope, now }, ports),
    isFirst ? countOf(groups, scope, ports.jira) : undefined,
    kept ? sharedAmong(known, kept, now, ports) : [],
  ]);
  const grouped = new Set(groups.flatMap(keysOf));
  const without = isFirst ? known.filter(({ project }) => !grouped.has(project.projectKey)) : [];
  const next = nextOf(position, projects, left);
  return {
    ok: true,
    projects: isNew ? projects : [],
    parts,
    shared,
    done: [...done, ...without.map(({ project }) => project.projectKey)],
    ...(total !== undefined && { approximateTotal: total }),
    ...(next && { nextCursor: cursorOf(next) }),
    now,
  };
}

function indexOf({ at }: Among, groups: readonly Group[]): number {
  if (at === undefined) return 0;
  const index = groups.findIndex((group) => keysOf(group).includes(at));
  if (index === -1) throw unknownCursor();
  return index;
}

function nextOf(
  { then }: Among,
  projects: readonly { readonly projectKey: string }[],
  left: Left | null,
): Position | null {
  if (!left) return then === undefined ? null : { startAt: then };
  return {
    projectKeys: projects.map(({ projectKey }) => projectKey),
    at: left.at,
    ...(left.pageToken !== undefined && { pageToken: left.pageToken }),
    ...(then !== undefined && { then }),
  };
}

/** Jira's estimate of how many items there are in all groups; undefined where it refuses to tell of one. */
async function countOf(
  groups: readonly Group[],
  { jql }: PortfolioScope,
  jira: Pick<Jira, 'countOpenItemsAmong'>,
): Promise<number | undefined> {
  const counts = await Promise.all(
    groups.map((group) =>
      jira.countOpenItemsAmong({ projectKeys: keysOf(group), issueTypes: group.issueTypes, jql }),
    ),
  );
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}
