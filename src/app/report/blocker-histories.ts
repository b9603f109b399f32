import type { PastBlocker, PastItem } from '../../domain/report/backtest/past-item';
import { blockersEver, type WaitingWords } from '../../domain/changelog/reading';
import { CHECKPOINTS } from '../../domain/policy/rules';
import type { Policy } from '../../domain/policy/policy';
import type { IssueKey } from '../../domain/values';
import type { Viewer } from '../subject/ports';
import type { ItemHistories, ItemToday } from './ports';

/** Items in the way that one page looks at; they are read in hundreds, side by side. */
const MOST_BLOCKERS = 1000;

const asksForBlockers = ({ rules }: Policy): boolean =>
  CHECKPOINTS.some((checkpoint) => rules['dependency.unmapped'][checkpoint] !== 'off');

/** The items whose blockers one page can look at, and those blockers; the others would be judged by half of what there was. */
export function withinReach<T extends PastItem>(
  items: readonly T[],
  policy: Policy,
  waits: WaitingWords,
): { readonly replayed: readonly T[]; readonly asked: readonly IssueKey[] } {
  if (!asksForBlockers(policy)) return { replayed: items, asked: [] };
  const asked = new Set<IssueKey>();
  const replayed: T[] = [];
  for (const item of items) {
    const keys = new Set([...item.blockerKeys, ...blockersEver(item.changes, waits)]);
    const fresh = [...keys].filter((key) => !asked.has(key));
    if (asked.size + fresh.length > MOST_BLOCKERS) continue;
    for (const key of fresh) asked.add(key);
    replayed.push(item);
  }
  return { replayed, asked: [...asked] };
}

/** The past of what stood in the way, as far as the viewer may see it. What is on the page already is not read again. */
export async function pastBlockers(
  keys: readonly IssueKey[],
  onPage: readonly (PastItem & Pick<ItemToday, 'createdAt'>)[],
  histories: Pick<ItemHistories, 'itemsToday' | 'changelogs'>,
  viewer: Viewer = 'user',
): Promise<ReadonlyMap<IssueKey, PastBlocker>> {
  const known = new Map<IssueKey, PastBlocker>(onPage.map((item) => [item.issueKey, item]));
  const others = keys.filter((key) => !known.has(key));
  if (others.length === 0) return known;
  const today = await histories.itemsToday(others, viewer);
  const changes = await histories.changelogs(
    viewer,
    [...today.values()].map(({ issueId }) => issueId),
    ['status'],
  );
  return new Map<IssueKey, PastBlocker>([
    ...known,
    ...[...today].map(([key, item]): [IssueKey, PastBlocker] => [
      key,
      { ...item, changes: changes.get(item.issueId) ?? [] },
    ]),
  ]);
}
