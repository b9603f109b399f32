import { evidenceOf, together, type Evidence } from '../../domain/report/indicators/evidence';
import { compareInstants, type Instant } from '../../domain/time/time';
import type { Week } from '../../domain/report/indicators/weeks';
import type { CharterStore } from '../charter/ports';
import type { Refusals } from '../gate/ports';
import type { Clock, Jira } from '../ports';
import type { ItemPage } from '../subject/ports';
import { chartersAt } from '../subject/own-charter';
import { homeOf } from '../subject/policy-for';
import { searchPage, type ProjectPolicy, type RunOfPages } from '../subject/project-items';

export interface PastPorts {
  readonly jira: Pick<Jira, 'itemsEver' | 'projectRights'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly refusals: Pick<Refusals, 'readFor'>;
}

export interface PastPage {
  readonly evidence: Evidence;
  readonly nextCursor?: string;
}

const NOTHING: ItemPage = { items: [] };

/**
 * What one page of a project's items under policy, open and finished, says about some weeks. Read as the viewer: what
 * Jira hides from them is not in it, counts included. Calls per page of 100: search, then charters and refusals in four batches each.
 */
export async function pastPage(
  {
    projectKey,
    project,
    weeks,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly project: ProjectPolicy;
    readonly weeks: readonly Week[];
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  { jira, charters, refusals }: PastPorts,
): Promise<PastPage> {
  const { policy, issueTypes } = project;
  const page = await searchPage({ projectKey, cursor, issueTypes }, jira, NOTHING, () =>
    jira.itemsEver(projectKey, { issueTypes, ...(cursor !== undefined && { pageToken: cursor }) }),
  );
  run?.found(project, page.nextPageToken !== undefined);
  const [stored, refusedAt] = await Promise.all([
    chartersAt(homeOf(policy), page.items, charters),
    refusals.readFor(page.items.map(({ issueId }) => issueId)),
  ]);
  const evidence = page.items.map(({ issueId, closed }) => {
    const { history, earlier } = stored.get(issueId) ?? { history: [], earlier: 0 };
    const past = { history, earlier, closed, refusedAt: refusedAt.get(issueId) ?? [] };
    return evidenceOf(past, weeks, policy);
  });
  return {
    evidence: together(evidence),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}

/** Pages of 100 items one call looks at, and how long it goes on turning them: Forge ends it after 25 s. */
const MOST_PAGES = 100;
const TIME_BUDGET_MS = 15_000;

/**
 * The same of all of a project's items, page after page, as far as there is time.
 *
 * @param since when the call began that asks
 */
export async function wholePast(
  {
    since,
    ...request
  }: {
    readonly projectKey: string;
    readonly project: ProjectPolicy;
    readonly weeks: readonly Week[];
    readonly since: Instant;
  },
  ports: PastPorts & { readonly clock: Clock },
): Promise<{ readonly evidence: Evidence; readonly complete: boolean }> {
  const pages: Evidence[] = [];
  const hasTimeLeft = (): boolean => compareInstants(ports.clock.now(), since) < TIME_BUDGET_MS;
  let cursor: string | undefined;
  do {
    const page = await pastPage({ ...request, cursor }, ports);
    pages.push(page.evidence);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < MOST_PAGES && hasTimeLeft());
  return { evidence: together(pages), complete: cursor === undefined };
}
