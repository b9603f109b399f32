import { evidenceOf, together, type Evidence } from '../../domain/report/indicators/evidence';
import type { Week } from '../../domain/report/indicators/weeks';
import type { CharterStore } from '../charter/ports';
import type { Refusals } from '../gate/ports';
import type { Jira } from '../ports';
import type { ItemPage } from '../subject/ports';
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
    charters.readFor(page.items),
    refusals.readFor(page.items.map(({ issueId }) => issueId)),
  ]);
  const evidence = page.items.map(({ issueId, closed }) => {
    const { history, earlier } = stored.get(issueId) ?? { history: [], earlier: 0 };
    const past = { history, earlier, closed, refusedAt: refusedAt.get(issueId) ?? [] };
    return evidenceOf(past, weeks, policy.checkInEveryDays);
  });
  return {
    evidence: together(evidence),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}
