import { namedUnmapped } from '../../domain/gate/blockers';
import type { AccountId, IssueKey } from '../../domain/values';
import type { AuthorizedItem } from './authorize-item';
import type { ItemRef } from './ports';
import type { Jira } from '../ports';

/**
 * The blocking issue a request without one is about: the only unmapped blocker assigned to the person asked.
 * Saves the requester from naming what Jira already says; anything less certain stays unmapped.
 */
export async function matchBlocker(
  { item, stored }: AuthorizedItem,
  providerAccountId: AccountId,
  jira: Pick<Jira, 'assignees'>,
): Promise<ItemRef | undefined> {
  const unmapped = item ? namedUnmapped(stored.charter, item) : [];
  if (unmapped.length === 0) return undefined;
  const assignees = await jira.assignees(
    'user',
    unmapped.map(({ issueKey }) => issueKey),
  );
  const theirs = unmapped.filter(({ issueKey }) => assignees?.[issueKey] === providerAccountId);
  return theirs.length === 1 ? theirs[0] : undefined;
}

/**
 * The issue somebody names as the one that answers an agreement, by the id it keeps. One of the item's own links is
 * known already; any other is looked up as the person who names it. Null where it does not exist, or not for them.
 */
export async function providerIssue(
  { item }: Pick<AuthorizedItem, 'item'>,
  issueKey: IssueKey,
  jira: Pick<Jira, 'workItem'>,
): Promise<ItemRef | null> {
  const linked = item?.blockers.find((blocker) => !blocker.hidden && blocker.issueKey === issueKey);
  return linked && !linked.hidden ? linked : jira.workItem('user', issueKey);
}
