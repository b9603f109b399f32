import type { Issue, Jira, Project } from '../packages/forge-sandbox/src/jira';
import type { Welcome } from '../packages/forge-sandbox/src/shell/welcome';

/** The project of the world `fresh`, which begins with a history of its own and nothing decided. */
const FRESH = 'NEW';
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** What the histories of a project's items tell. */
interface Past {
  readonly project: Project;
  /** When items began or were finished, in milliseconds, oldest first. */
  readonly moves: readonly number[];
  /** Ids of the types that moved. */
  readonly typeIds: readonly string[];
}

/** Moments at which an item left To Do, or was done. */
function movesOf(jira: Jira, issue: Issue): readonly number[] {
  const category = (id: string | null): string | undefined => jira.status(id ?? '')?.category;
  return issue.changelog.flatMap(({ created, items }) =>
    items.flatMap(({ fieldId, from, to }) => {
      const [before, after] = [category(from), category(to)];
      if (fieldId !== 'status' || !before || !after || before === after) return [];
      return before === 'new' || after === 'done' ? [created] : [];
    }),
  );
}

function pastsOf(jira: Jira): readonly Past[] {
  const moves = new Map<string, number[]>();
  const types = new Map<string, Set<string>>();
  for (const issue of jira.issues()) {
    const own = movesOf(jira, issue);
    if (own.length === 0) continue;
    moves.set(issue.projectId, [...(moves.get(issue.projectId) ?? []), ...own]);
    types.set(issue.projectId, (types.get(issue.projectId) ?? new Set()).add(issue.typeId));
  }
  return jira.projects().map((project) => ({
    project,
    moves: (moves.get(project.id) ?? []).sort((a, b) => a - b),
    typeIds: [...(types.get(project.id) ?? [])],
  }));
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
const dayText = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
const reportOf = ({ key }: Project): string => `/projects/${key}/page/gap-report`;

/**
 * Where to begin with imported issues: the project that moved most, replayed over the last year that has moves, with the
 * types that did; or, of files without histories, what stands there today, and that the past cannot be told.
 */
export function importWelcome(jira: Jira): Welcome | undefined {
  if (jira.project(FRESH)) return undefined;
  const pasts = [...pastsOf(jira)].sort((left, right) => right.moves.length - left.moves.length);
  const [most] = pasts;
  if (!most) return undefined;
  const { project, moves, typeIds } = most;
  const report = { text: 'the report', href: reportOf(project) };
  const last = moves.at(-1);
  if (last === undefined) {
    return {
      projectKey: project.key,
      steps: [
        [
          'The files carry no move of any item: what a policy would have said of the past cannot be told from them.',
        ],
        ['Open ', report, ' of ', { text: project.name, strong: true }, ' for what stands there today.'],
      ],
      start: { text: 'Open the report', href: report.href },
    };
  }
  const lately = moves.filter((at) => at > last - YEAR_MS);
  const first = lately[0] ?? last;
  const past = `${isoDay(first)}_${isoDay(last)}_${typeIds.join('.')}`;
  const backtest = { text: 'Replay these moves', href: `${report.href}?tab=backtest&past=${past}` };
  const silent = pasts.filter((one) => one.moves.length === 0).length;
  return {
    projectKey: project.key,
    steps: [
      [
        'In ',
        { text: project.name, strong: true },
        ` the history holds ${lately.length} moves of items that began or were finished, from ${dayText(first)} to ${dayText(last)}.`,
      ],
      [backtest, ' through the gate of today, with the types of work that made them.'],
      ['Open ', report, ' for what stands there now.'],
      ...(silent > 0
        ? [[`Of ${silent} of ${pasts.length} projects the files carry no move: their past cannot be told.`]]
        : []),
    ],
    start: backtest,
  };
}
