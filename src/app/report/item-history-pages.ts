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

/**
 * The same of page after page, as far as a budget of pages and milliseconds reaches; where it ends, from where to go on.
 *
 * @param since when the call began that asks
 */
export async function pastWhileTime(
  {
    since,
    cursor,
    run,
    ...request
  }: {
    readonly projectKey: string;
    readonly project: ProjectPolicy;
    readonly weeks: readonly Week[];
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
    readonly since: Instant;
  },
  budget: { readonly pages: number; readonly ms: number },
  ports: PastPorts & { readonly clock: Clock },
): Promise<PastPage> {
  const parts: Evidence[] = [];
  const hasTimeLeft = (): boolean => compareInstants(ports.clock.now(), since) < budget.ms;
  let next = cursor;
  do {
    const page = await pastPage({ ...request, cursor: next }, ports);
    parts.push(page.evidence);
    next = page.nextCursor;
  } while (next !== undefined && parts.length < budget.pages && hasTimeLeft());
  // Of an answer, not of each page in it: most projects are read in one, and that is no run.
  run?.found(request.project, next !== undefined);
  return { evidence: together(parts), ...(next !== undefined && { nextCursor: next }) };
}
