import { evidenceOf, together, type Evidence } from '../domain/indicators/evidence';
import type { Week } from '../domain/indicators/weeks';
import type { Policy } from '../domain/policy/policy';
import { mustBrowse } from './must-browse';
import { isOwn } from './own-charter';
import type { CharterStore, Jira } from './ports';

export interface PastPorts {
  readonly jira: Pick<Jira, 'itemsEver' | 'projectRights'>;
  readonly charters: Pick<CharterStore, 'readMany'>;
}

export interface PastPage {
  readonly evidence: Evidence;
  readonly nextCursor?: string;
}

/**
 * What one page of a project's items under policy, open and finished, says about some weeks. Read as the viewer: what
 * Jira hides from them is not in it, counts included. Calls per page of 100: search, then charters in four batches.
 */
export async function pastPage(
  {
    projectKey,
    policy,
    weeks,
    cursor,
  }: {
    readonly projectKey: string;
    readonly policy: Policy;
    readonly weeks: readonly Week[];
    readonly cursor?: string | undefined;
  },
  { jira, charters }: PastPorts,
): Promise<PastPage> {
  const page = await jira.itemsEver(projectKey, {
    issueTypes: policy.workItemTypes,
    ...(cursor !== undefined && { pageToken: cursor }),
  });
  if (!page) {
    await mustBrowse(jira, projectKey, cursor);
    return { evidence: together([]) };
  }
  const stored = await charters.readMany(page.items.map(({ issueKey }) => issueKey));
  const evidence = page.items.map(({ issueKey, issueId, closed }) => {
    const found = stored.get(issueKey);
    const own = found && isOwn(found, issueId) ? found : { history: [], earlier: 0 };
    return evidenceOf({ ...own, closed }, weeks, policy.checkInEveryDays);
  });
  return {
    evidence: together(evidence),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}
