import type { BacktestAnswer } from '../contract/backtest';
import { noFigures, together } from '../domain/backtest/figures';
import type { Period } from '../domain/backtest/moves';
import type { PastItem, PastWorld } from '../domain/backtest/past-item';
import { ownerFieldId, ownersEver } from '../domain/backtest/past-owner';
import { replayItem } from '../domain/backtest/replay-item';
import { untoldRules } from '../domain/backtest/telling';
import type { Policy } from '../domain/policy/policy';
import { mustBrowse } from './must-browse';
import { charterPasts, type CharterPastPorts } from './charter-pasts';
import { lookUp } from './look-up';
import { pastBlockers, withinReach } from './past-blockers';
import type { Clock, Jira, PolicyStore } from './ports';
import type { ItemHistories, ItemToday } from './ports-history';
import type { People } from './views';

export interface BacktestRequest extends Period {
  readonly projectKey: string;
  /** The saved one, where none is given. */
  readonly policy?: Policy | undefined;
  readonly cursor?: string | undefined;
}

export interface BacktestPorts {
  readonly jira: Pick<Jira, 'projectRights' | 'people'>;
  readonly histories: ItemHistories;
  readonly charters: CharterPastPorts;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/**
 * Replays one page of a project's items through the gate of today, as the viewer may know them: what Jira hides from
 * them is not in it, counts included. Nothing is written.
 * Calls to Jira per page of 100: search, statuses (with the count beside them on the first page), changelogs, what
 * stood in the way (one per hundred of those that are not on the page) and its changelogs, people.
 */
export async function runBacktest(request: BacktestRequest, ports: BacktestPorts): Promise<BacktestAnswer> {
  const { projectKey, cursor, from, to } = request;
  const { histories } = ports;
  const policy = request.policy ?? (await ports.policies.read({ project: projectKey })).policy;
  const { ownerSource } = policy;
  const search = { issueTypes: policy.workItemTypes, to };
  const [page, categories, approximateTotal] = await Promise.all([
    histories.itemsMoved(projectKey, search, {
      ownerSource,
      ...(cursor !== undefined && { pageToken: cursor }),
    }),
    histories.statusCategories(),
    cursor === undefined ? histories.countItemsMoved(projectKey, search) : undefined,
  ]);
  const said = { ok: true as const, untold: untoldRules(policy), ownerSource, now: ports.clock.now() };
  if (!page) {
    await mustBrowse(ports.jira, projectKey, cursor);
    return { ...said, figures: noFigures, approximateTotal: 0 };
  }
  const items = await withPasts(page.items, policy, ports);
  const { replayed, asked } = withinReach(items, policy);
  const [blockers, people] = await Promise.all([
    pastBlockers(asked, items, histories),
    peopleEver(items, page.items, policy, ports.jira),
  ]);
  const world: PastWorld = { categories, blockers, people };
  const cut = page.items.length - replayed.length;
  return {
    ...said,
    figures: together([
      { ...noFigures, items: cut, cut },
      ...replayed.map((item) => replayItem(item, policy, { from, to }, world)),
    ]),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
  };
}

/** The items with their changelogs and charters; those whose charter's past is too long for one page are left out. */
async function withPasts(
  today: readonly ItemToday[],
  { ownerSource }: Policy,
  { histories, charters }: BacktestPorts,
): Promise<readonly (PastItem & Pick<ItemToday, 'createdAt'>)[]> {
  const ownerField = ownerFieldId(ownerSource);
  const fields = ['status', 'issuelinks', ...(ownerField === null ? [] : [ownerField])];
  const [changes, pasts] = await Promise.all([
    histories.changelogs(
      'user',
      today.map(({ issueId }) => issueId),
      fields,
    ),
    charterPasts(today, charters),
  ]);
  return today.flatMap((item) => {
    const charter = pasts.get(item.issueKey);
    return charter ? [{ ...item, changes: changes.get(item.issueId) ?? [], charter }] : [];
  });
}

/** Whoever owned one of the items, as Jira knows them today. */
async function peopleEver(
  items: readonly PastItem[],
  today: readonly ItemToday[],
  { ownerSource }: Policy,
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const known: People = Object.assign({}, ...today.map(({ people }) => people));
  const owners = items.flatMap(({ changes, charter }) => [
    ...ownersEver(changes, ownerSource),
    ...charter.flatMap((event) =>
      event.type === 'dri-nominated'
        ? [event.accountId]
        : event.type === 'agreement-requested'
          ? [event.providerAccountId]
          : [],
    ),
  ]);
  const missing = [...new Set(owners)].filter((accountId) => !known[accountId]);
  return missing.length === 0 ? known : { ...known, ...(await lookUp(jira, 'user', missing)) };
}
