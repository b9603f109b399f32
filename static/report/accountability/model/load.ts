import type { ReportPageAnswer } from '../../../../src/contract/answers';
import type { Checkpoint } from '../../../../src/domain/policy/rules';
import type { LostNames } from '../../../../src/domain/policy/lost-names';
import type { BrakeOn } from '../../../../src/domain/policy/brake';
import type { WorkItemType } from '../../../../src/domain/policy/scope';
import type { Input } from '../../../../src/contract/inputs';
import type { Failure, Problem } from '../../../ui/call';
import { readPages } from '../../../ui/read-pages';
import { toRow, type Row } from '../../rows/row';
import type { Scope } from '../../view/view-state';

export type FetchPage = (input: Input<'report/page'>) => Promise<ReportPageAnswer | Failure>;

/** What is loaded so far. Rows are never taken away by a page that fails. */
export interface Loaded {
  readonly rows: readonly Row[];
  /** Jira's estimate, once a page told it. */
  readonly total: number | null;
  /** The time the policy gives to answer, once a page told it. */
  readonly answerWithin: ReportPageAnswer['answerWithin'] | null;
  /** Types that the policy names and Jira no longer knows. */
  readonly unknownTypes: readonly WorkItemType[];
  /** What else it names and Jira no longer has. */
  readonly lost?: LostNames | undefined;
  /** Everything observes for now. */
  readonly brake?: BrakeOn | undefined;
  /** Borders at which nothing is stopped although the project enforces. */
  readonly unattached: readonly Checkpoint[];
  /** The backend's clock at the last page. */
  readonly now: string | null;
  readonly state:
    | { readonly kind: 'loading' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly problem: Problem };
  /** Where to go on. */
  readonly cursor: string | null;
}

export const nothingLoaded: Loaded = {
  rows: [],
  total: null,
  answerWithin: null,
  unknownTypes: [],
  unattached: [],
  now: null,
  state: { kind: 'loading' },
  cursor: null,
};

/** An item that moved between two pages arrives twice; its later word counts, at its first place. */
function appended(before: readonly Row[], { items, people }: ReportPageAnswer): readonly Row[] {
  const rows = new Map(before.map((row) => [row.item.issueKey, row]));
  for (const item of items) rows.set(item.issueKey, toRow(item, people));
  return [...rows.values()];
}

const afterPage = (loaded: Loaded, page: ReportPageAnswer): Loaded => ({
  rows: appended(loaded.rows, page),
  total: page.approximateTotal ?? loaded.total,
  answerWithin: page.answerWithin,
  unknownTypes: page.unknownTypes ?? [],
  lost: page.lost ?? loaded.lost,
  brake: page.brake,
  unattached: page.unattached ?? loaded.unattached,
  now: page.now,
  state: page.nextCursor === undefined ? { kind: 'done' } : { kind: 'loading' },
  cursor: page.nextCursor ?? null,
});

/** What stays on the screen while everything is loaded anew: the rows from before, until there are new ones. */
export const shownWhile = (before: Loaded, next: Loaded): Loaded =>
  next.rows.length > 0 || next.state.kind === 'done'
    ? next
    : { ...next, rows: before.rows, total: next.total ?? before.total, now: next.now ?? before.now };

/** The same with some items as they are after something was done to them. */
export const withItems = (loaded: Loaded, changed: ReadonlyMap<string, Row>): Loaded =>
  changed.size === 0
    ? loaded
    : { ...loaded, rows: loaded.rows.map((row) => sinceThen(row, changed.get(row.item.issueKey))) };

/** An act changes how an item stands, and not how it stood a week ago. */
const sinceThen = (before: Row, after: Row | undefined): Row =>
  after ? { ...after, item: { ...after.item, lastWeek: before.item.lastWeek } } : before;

/**
 * Loads page after page from where `start` stands, telling what is there after each.
 * Ends with the last page, a failed page, or the signal; after the signal nothing is told any more.
 */
export async function loadPages(
  fetchPage: FetchPage,
  scope: Scope,
  start: Loaded,
  tell: (loaded: Loaded) => void,
  signal: AbortSignal,
): Promise<void> {
  let loaded: Loaded = { ...start, state: { kind: 'loading' } };
  tell(loaded);
  if (signal.aborted) return;
  await readPages<ReportPageAnswer>(
    (cursor) => fetchPage({ filter: { scope }, ...(cursor !== null && { cursor }) }),
    (answer) => {
      loaded = answer.ok
        ? afterPage(loaded, answer)
        : { ...loaded, state: { kind: 'failed', problem: answer.error } };
      tell(loaded);
    },
    signal,
    loaded.cursor,
  );
}
