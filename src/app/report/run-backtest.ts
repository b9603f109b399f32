import { peopleInHistory } from '../../domain/charter/people';
import type { BacktestAnswer } from '../../contract/backtest';
import { noFigures, together } from '../../domain/report/backtest/figures';
import type { Period } from '../../domain/report/backtest/moves';
import type { PastItem, PastWorld } from '../../domain/report/backtest/past-item';
import { ownerFieldId, ownersEver } from '../../domain/report/backtest/past-owner';
import { replayItem } from '../../domain/report/backtest/replay-item';
import { unobservableRules } from '../../domain/report/backtest/observable-rules';
import type { Policy } from '../../domain/policy/policy';
import { knownLinksOf } from '../../domain/policy/known-links';
import { idsUnderPolicy, waitingWords } from '../../domain/policy/scope';
import { readCharterHistories, type CharterHistoryPorts } from './charter-histories';
import { pastBlockers, withinReach } from './blocker-histories';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { NO_ITEMS, type ItemHistories, type ItemToday } from './ports';
import { homeOf, savedPolicyFor, withHome } from '../subject/policy-for';
import { searchPage } from '../subject/project-items';
import { readPeople, type People } from '../subject/read-people';

export interface BacktestRequest extends Period {
  readonly projectKey: string;
  /** The saved one, where none is given. */
  readonly policy?: Policy | undefined;
  readonly cursor?: string | undefined;
}

export interface BacktestPorts {
  readonly jira: Pick<Jira, 'projectRights' | 'people' | 'issueTypes' | 'linkTypes' | 'projectId'>;
  readonly histories: ItemHistories;
  readonly charters: CharterHistoryPorts;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/**
 * Replays one page of a project's items through the gate of today, as the viewer may know them: what Jira hides from
 * them is not in it, counts included. Nothing is written.
 * Calls to Jira per page of 100: issue types, search, statuses (beside them the link types where the policy chose some,
 * and on the first page the count), changelogs, what stood in the way (one per hundred of those that are not on the page)
 * and its changelogs, people.
 */
export async function runBacktest(request: BacktestRequest, ports: BacktestPorts): Promise<BacktestAnswer> {
  const { projectKey, cursor, from, to } = request;
  const { histories } = ports;
  const [policy, types] = await Promise.all([
    request.policy ?? savedPolicy(projectKey, ports),
    ports.jira.issueTypes('user'),
  ]);
  const { ownerSource } = policy;
  const { ids: issueTypes } = idsUnderPolicy(policy.workItemTypes, types);
  const search = { issueTypes, to };
  const [page, categories, linkTypes, approximateTotal] = await Promise.all([
    searchPage({ projectKey, cursor, issueTypes }, ports.jira, NO_ITEMS, () =>
      histories.itemsMoved(projectKey, search, {
        reading: policy,
        ...(cursor !== undefined && { pageToken: cursor }),
      }),
    ),
    histories.statusCategories(),
    policy.waitsFor === 'by-words' ? [] : ports.jira.linkTypes('user'),
    cursor !== undefined
      ? undefined
      : issueTypes.length === 0
        ? 0
        : histories.countItemsMoved(projectKey, search),
  ]);
  const said = { ok: true as const, untold: unobservableRules(policy), ownerSource, now: ports.clock.now() };
  const waits = waitingWords(policy.waitsFor, linkTypes, knownLinksOf(policy));
  const items = await withPasts(page.items, policy, ports);
  const { replayed, asked } = withinReach(items, policy, waits);
  const [blockers, people] = await Promise.all([
    pastBlockers(asked, items, histories),
    peopleEver(items, page.items, policy, ports.jira),
  ]);
  const world: PastWorld = { categories, blockers, people, waits };
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

/** The policy that holds for the project behind this key today. */
async function savedPolicy(
  projectKey: string,
  { jira, policies }: Pick<BacktestPorts, 'jira' | 'policies'>,
): Promise<Policy> {
  const id = jira.projectId(projectKey);
  const [stored, projectId] = await Promise.all([policies.read({ project: projectKey, id }), id]);
  return withHome(savedPolicyFor(stored, projectId), stored, projectKey, projectId);
}

/** The items with their changelogs and charters; those whose charter's past is too long for one page are left out. */
async function withPasts(
  today: readonly ItemToday[],
  policy: Policy,
  { histories, charters }: BacktestPorts,
): Promise<readonly (PastItem & Pick<ItemToday, 'createdAt'>)[]> {
  const ownerField = ownerFieldId(policy.ownerSource);
  const fields = ['status', 'issuelinks', ...(ownerField === null ? [] : [ownerField])];
  const [changes, charterHistories] = await Promise.all([
    histories.changelogs(
      'user',
      today.map(({ issueId }) => issueId),
      fields,
    ),
    readCharterHistories(today, charters, homeOf(policy)),
  ]);
  return today.flatMap((item) => {
    const charter = charterHistories.get(item.issueKey);
    return charter ? [{ ...item, changes: changes.get(item.issueId) ?? [], charter }] : [];
  });
}

/** Whoever owned one of the items, or is named in its charter's history, as Jira knows them today. */
async function peopleEver(
  items: readonly PastItem[],
  today: readonly ItemToday[],
  { ownerSource }: Policy,
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const known: People = Object.fromEntries(today.flatMap(({ people }) => Object.entries(people)));
  const owners = items.flatMap(({ changes, charter }) => [
    ...ownersEver(changes, ownerSource),
    ...peopleInHistory(charter),
  ]);
  return readPeople(jira, 'user', owners, known);
}
