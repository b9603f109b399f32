import { WEEKS } from '../../contract/indicators';
import type { Success } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { driftOf, weeksToJudge } from '../../domain/report/drift/loosening';
import type { Week } from '../../domain/report/indicators/weeks';
import { compareInstants, type Instant } from '../../domain/time/time';
import type { Clock, Jira } from '../ports';
import type { PolicyStore } from '../policy/ports';
import { pastWhileTime, type PastPorts } from '../report/item-history-pages';
import { governed, groupsOf, keptOf, keysOf, type Governed } from './groups';

export interface LooseningPorts {
  readonly jira: PastPorts['jira'] & Pick<Jira, 'browsedProjects' | 'issueTypes'>;
  readonly charters: PastPorts['charters'];
  readonly policies: Pick<PolicyStore, 'readMany'>;
  readonly clock: Clock;
}

/** How long one call goes on with another project: Forge ends it after 25 s, and each may take 15. */
const TIME_BUDGET_MS = 5_000;

/** How far one project is looked at: its own report goes on where this ends. */
const OF_ONE = { pages: 100, ms: 15_000 };

type Answer = Success<'portfolio/loosening'>;

/**
 * How many handoffs loosen in some projects, over the items that the reader may see, open and finished. As many projects as
 * there is time for, at least one.
 * Calls: the projects, the issue types and the policies in batches of ten, side by side; per 100 items a search and the
 * charters in four batches.
 */
export async function portfolioLoosening(
  { projectKeys }: { readonly projectKeys: readonly string[] },
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
  let gone = 0;
  for (const one of known) {
    if (gone > 0 && compareInstants(clock.now(), now) >= TIME_BUDGET_MS) break;
    const issueTypes = typesOf.get(one.project.projectKey) ?? [];
    told.push(...(await driftIn(one, { issueTypes, weeks, now }, ports)));
    gone += 1;
  }
  return {
    ok: true,
    projects: told,
    left: known.slice(gone).map(({ project }) => project.projectKey),
    now,
  };
}

/** What the gate refused is no handoff's: only handoffs are told to loosen here. */
const NO_REFUSALS: PastPorts['refusals'] = { readFor: () => Promise.resolve(new Map()) };

/** Nothing of a project that was hidden from the reader meanwhile. */
async function driftIn(
  { project: { projectKey }, policy, home }: Governed,
  asked: { readonly issueTypes: readonly string[]; readonly weeks: readonly Week[]; readonly now: Instant },
  ports: LooseningPorts,
): Promise<Answer['projects']> {
  const { issueTypes, weeks, now } = asked;
  try {
    const { evidence, nextCursor } = await pastWhileTime(
      { projectKey, project: { policy, home, issueTypes, unknownTypes: [] }, weeks, since: now },
      OF_ONE,
      { ...ports, refusals: NO_REFUSALS },
    );
    return [{ projectKey, drift: driftOf(evidence, weeks).figures, complete: nextCursor === undefined }];
  } catch (error) {
    if (error instanceof CallRefused && error.refusal.code === 'not-found') return [];
    throw error;
  }
}
