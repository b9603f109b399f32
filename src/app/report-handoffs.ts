import type { HandoffsAnswer } from '../contract/handoffs';
import { emptyCharter } from '../domain/charter/charter';
import { allHandoffs, handoffsOf, type Handoffs } from '../domain/handoffs/handoffs';
import type { WorkItem } from '../domain/gate/item';
import type { Policy } from '../domain/policy/policy';
import type { AccountId } from '../domain/values';
import { mustBrowse } from './must-browse';
import { lookUp } from './look-up';
import { isOwn } from './own-charter';
import type { CharterStore, Clock, Jira, PolicyStore } from './ports';
import type { People } from './views';

interface HandoffsRequest {
  readonly projectKey: string;
  readonly scope: 'policy' | 'all';
  readonly cursor?: string | undefined;
}

interface HandoffsPorts {
  readonly jira: Pick<Jira, 'openItems' | 'projectRights' | 'people'>;
  readonly charters: Pick<CharterStore, 'readMany'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/**
 * What one page of a project's open items says of its handoffs, read as the viewer: what Jira hides from them is not in
 * it. Calls per page of 100: policy, search, charters in four batches, people.
 */
export async function reportHandoffs(
  { projectKey, scope, cursor }: HandoffsRequest,
  { jira, charters, policies, clock }: HandoffsPorts,
): Promise<HandoffsAnswer> {
  const { policy } = await policies.read({ project: projectKey });
  const page = await jira.openItems(projectKey, {
    ...(scope === 'policy' && { issueTypes: policy.workItemTypes }),
    ownerSource: policy.ownerSource,
    ...(cursor !== undefined && { pageToken: cursor }),
  });
  const now = clock.now();
  if (!page) {
    await mustBrowse(jira, projectKey, cursor);
    return answer(allHandoffs([]), policy, {}, now);
  }
  const stored = await charters.readMany(page.items.map(({ issueKey }) => issueKey));
  const handoffs = allHandoffs(
    page.items.map((item) => {
      const found = stored.get(item.issueKey);
      const own = found && isOwn(found, item.issueId) ? found : none;
      return handoffsOf(own, item, policy, now);
    }),
  );
  return {
    ...answer(handoffs, policy, await peopleIn(handoffs, page.items, jira), now),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}

const none = { charter: emptyCharter, history: [] };

const answer = (handoffs: Handoffs, policy: Policy, people: People, now: string): HandoffsAnswer => ({
  ok: true,
  handoffs,
  // Hours of work are not hours of the clock: the two are not held against each other.
  expectedHours: policy.clocks.measure === 'elapsed' ? policy.acknowledgementHours : null,
  people,
  now,
});

async function peopleIn(
  { lines, answers }: Handoffs,
  items: readonly WorkItem[],
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const sides = [...lines, ...answers].flatMap(({ requester, provider }) => [requester, provider]);
  const wanted = new Set<AccountId>([
    ...sides.flatMap((side) => ('accountId' in side ? [side.accountId] : [])),
    ...lines.flatMap(({ providerAccountId }) => providerAccountId ?? []),
  ]);
  const known: People = Object.assign({}, ...items.map((item) => item.people));
  const missing = [...wanted].filter((accountId) => !known[accountId]);
  const found = { ...known, ...(missing.length > 0 && (await lookUp(jira, 'user', missing))) };
  return Object.fromEntries(Object.entries(found).filter(([accountId]) => wanted.has(accountId)));
}
