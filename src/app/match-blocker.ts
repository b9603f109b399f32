import { unmappedBlockers } from '../domain/gate/dependency-rules';
import type { AccountId, IssueKey } from '../domain/values';
import type { ItemScope } from './item-scope';
import type { Jira } from './ports';

/**
 * The blocking issue a request without one is about: the only unmapped blocker assigned to the person asked.
 * Saves the requester from naming what Jira already says; anything less certain stays unmapped.
 */
export async function matchBlocker(
  { item, stored }: ItemScope,
  providerAccountId: AccountId,
  jira: Pick<Jira, 'assignees'>,
): Promise<IssueKey | undefined> {
  const unmapped = item ? unmappedBlockers(stored.charter, item).map(({ issueKey }) => issueKey) : [];
  if (unmapped.length === 0) return undefined;
  const assignees = await jira.assignees('user', unmapped);
  const theirs = unmapped.filter((issueKey) => assignees?.[issueKey] === providerAccountId);
  return theirs.length === 1 ? theirs[0] : undefined;
}
