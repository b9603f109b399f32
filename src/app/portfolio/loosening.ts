import { WEEKS } from '../../contract/indicators';
import type { Success } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { driftOf, weeksToJudge } from '../../domain/report/drift/loosening';
import type { Week } from '../../domain/report/indicators/weeks';
import { compareInstants, type Instant } from '../../domain/time/time';
import type { Clock, Jira } from '../ports';
import type { PolicyStore } from '../policy/ports';
import { pastWhileTime, type PastPage, type PastPorts } from '../report/item-history-pages';
import { governed, groupsOf, keptOf, keysOf, type Governed } from './groups';

export interface LooseningPorts {
  readonly jira: PastPorts['jira'] & Pick<Jira, 'browsedProjects' | 'issueTypes'>;
  readonly charters: PastPorts['charters'];
  readonly policies: Pick<PolicyStore, 'readMany'>;
  readonly clock: Clock;
}

/** How long one call goes on with another page, and with another project. */
const TIME_BUDGET_MS = 5_000;

/** Pages of 100 items of one project in one answer: what they say weighs up to a few hundred KB each, an answer 5 MB. */
const BUDGET = { pages: 5, ms: TIME_BUDGET_MS };

type Answer = Success<'portfolio/loosening'>;

/**
 * How many handoffs loosen in some projects, over the items that the reader may see, open and finished. As many projects as
 * there is time for, at least one; of one with more pages than an answer holds a part, which the reader puts together with those
 * that follow.
 * Calls: the projects, the issue types and the policies in batches of ten, side by side; per 100 items a search and the
 * charters in four batches.
 *
 * @throws CallRefused `invalid` for a cursor that no part gave
 */
export async function portfolioLoosening(
  {
    projectKeys,
    cursor,
  }: {
    readonly projectKeys: readonly string[];
    /** Where the first of them goes on. */
    readonly cursor?: string | undefined;
  },
  ports: LooseningPorts,
): Promise<Answer> {
  const { jira, policies, clock } = ports;
  const now = clock.now();
  const listed = jira.browsedProjects({ projectKeys });
  const [{ projects }, types, stored] = await Promise.all([
    listed,
    jira.issueTypes('user'),
    keptOf(projectKeys, listed, (places) => policies.readMany(places)),
  ]);
  const known = governed(projects, stored);
  const typesOf = new Map(
    groupsOf(known, types).flatMap((group) => keysOf(group).map((key) => [key, group.issueTypes])),
  );
  const weeks = weeksToJudge(now, WEEKS.usual);
  const told: Answer['projects'][number][] = [];
  let part: Answer['part'];
  let gone = 0;
  for (const one of inOrder(known, projectKeys)) {
    if (gone > 0 && compareInstants(clock.now(), now) >= TIME_BUDGET_MS) break;
    const { projectKey } = one.project;
    const issueTypes = typesOf.get(projectKey) ?? [];
    const from = projectKey === projectKeys[0] ? cursor : undefined;
    const past = await pastOf(one, { issueTypes, weeks, now, cursor: from }, ports);
    gone += 1;
    if (past && from === undefined && past.nextCursor === undefined) {
      told.push({ projectKey, drift: driftOf(past.evidence, weeks).figures });
    } else if (past) {
      part = { projectKey, weeks, ...past };
      break;
    }
  }
  return {
    ok: true,
    projects: told,
    ...(part && { part }),
    left: inOrder(known, projectKeys)
      .slice(gone)
      .map(({ project }) => project.projectKey),
    now,
  };
}

/** The project that goes on comes first, as it was asked for; Jira tells projects in an order of its own. */
const inOrder = (known: readonly Governed[], [first]: readonly string[]): readonly Governed[] => [
  ...known.filter(({ project }) => project.projectKey === first),
  ...known.filter(({ project }) => project.projectKey !== first),
];

/** What the gate refused is no handoff's: only handoffs are told to loosen here. */
const NO_REFUSALS: PastPorts['refusals'] = { readFor: () => Promise.resolve(new Map()) };

/** Null for a project that was hidden from the reader meanwhile. */
async function pastOf(
  { project: { projectKey }, policy, home }: Governed,
  asked: {
    readonly issueTypes: readonly string[];
    readonly weeks: readonly Week[];
    readonly now: Instant;
    readonly cursor: string | undefined;
  },
  ports: LooseningPorts,
): Promise<PastPage | null> {
  const { issueTypes, weeks, now, cursor } = asked;
  try {
    return await pastWhileTime(
      { projectKey, project: { policy, home, issueTypes, unknownTypes: [] }, weeks, since: now, cursor },
      BUDGET,
      { ...ports, refusals: NO_REFUSALS },
    );
  } catch (error) {
    if (error instanceof CallRefused && error.refusal.code === 'not-found') return null;
    throw error;
  }
}
