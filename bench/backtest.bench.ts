import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Bench, Figure } from './harness';
import { costsOf, openDemo, type Cost } from './site';

const JIRA_MS = 80;
const KVS_MS = 20;
/** What Forge gives a function, in milliseconds. */
const FUNCTION_MS = 25_000;

/**
 * Jira's points, as Atlassian's page on rate limiting describes them: one for a request, and one more for each object it
 * reads; two for each person or permission. How entries of a changelog count is not said: here each is an object, which
 * is the dearest reading. An app has 65,000 an hour, shared by all its installations.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
const HOURLY_POINTS = 65_000;
const STATUSES = 20;

/** One start and one finish an item. */
const MOVES = ['In Progress', 'Done'] as const;
const ENTRIES = MOVES.length;
const BLOCKED_EVERY = 5;

const day = (n: number): number => Date.UTC(2026, 0, 5) + n * 86_400_000;

/** Epics with a life each; every fifth waits for work of another project. */
function addPast(sandbox: Sandbox, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    const { key } = sandbox.jira.addIssue({
      project: 'HAND',
      type: 'Epic',
      created: day(0),
      values: { summary: `Past ${n}`, assignee: n % 3 === 0 ? null : 'u-ops' },
      moves: MOVES.map((status, place) => ({
        at: day(1 + (n % 200) + place * 20),
        by: 'u-lead',
        to: status,
      })),
    });
    if (n % BLOCKED_EVERY === 0) {
      const other = sandbox.jira.addIssue({
        project: 'PLAT',
        type: 'Epic',
        created: day(0),
        values: { summary: `Needed by ${key}` },
        moves: [{ at: day(150), by: 'u-platform', to: 'In Progress' }],
      });
      sandbox.jira.addLink('Blocks', other.key, key);
    }
  }
}

/** As long as it would take with every call at the stated length: waves one after another, calls of a wave at once. */
const simulatedMs = ({ waves, ownMs }: Cost): number =>
  ownMs +
  waves.reduce(
    (sum, wave) => sum + Math.max(...wave.map(({ target }) => (target === 'jira' ? JIRA_MS : KVS_MS))),
    0,
  );

interface Page {
  readonly ok: boolean;
  readonly figures: { readonly items: number; readonly moved: number };
  readonly nextCursor?: string;
}

/** The objects a page's calls to Jira read, from what is known to lie there. */
function pointsOf({ calls }: Cost, items: number): number {
  const blockers = Math.ceil(items / BLOCKED_EVERY);
  const onItems = 1 + items + items * ENTRIES;
  let changelogs = 0;
  return calls
    .filter(({ target }) => target === 'jira')
    .reduce((sum, { path }) => {
      if (path.includes('/search/jql')) return sum + 1 + items;
      if (path.includes('/changelog/')) {
        changelogs += 1;
        return sum + (changelogs === 1 ? onItems : 1 + 2 * blockers);
      }
      if (path.includes('/issue/bulkfetch')) return sum + 1 + blockers;
      if (path.includes('/status')) return sum + 1 + STATUSES;
      if (path.includes('/user/')) return sum + 1 + 2 * 10;
      return sum + 1 + 2 * 2;
    }, 0);
}

async function replayAll(sandbox: Sandbox): Promise<{ costs: Cost[]; points: number; items: number }> {
  const costs: Cost[] = [];
  let [points, items] = [0, 0];
  let cursor: string | undefined;
  do {
    let page: Page | undefined;
    const [cost] = await costsOf(sandbox, 'resolver', async () => {
      page = (await sandbox.invoke(
        'gap-report',
        'backtest/run',
        { from: '2026-01-01', to: '2026-12-31', ...(cursor !== undefined && { cursor }) },
        { projectKey: 'HAND' },
        'u-lead',
      )) as Page;
    });
    if (!cost || !page?.ok) throw new Error(`expected a page: ${JSON.stringify(page)}`);
    costs.push(cost);
    points += pointsOf(cost, page.figures.items);
    items += page.figures.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { costs, points, items };
}

const total = (costs: readonly Cost[], of: (cost: Cost) => number): number =>
  costs.reduce((sum, cost) => sum + of(cost), 0);

/** What replaying a project's past costs, and that twice the past costs twice as much. */
export const bench: Bench = {
  title: 'Backtest over 1,000 and 5,000 items',
  async run() {
    const sandbox = await openDemo();
    try {
      addPast(sandbox, 0, 1000);
      const small = await replayAll(sandbox);
      addPast(sandbox, 1000, 5000);
      const large = await replayAll(sandbox);
      const each = ({ costs, items }: typeof small): number => total(costs, simulatedMs) / items;
      const calls = ({ calls: all }: Cost): number => all.length;
      const figures: Figure[] = [
        { what: 'items replayed', value: large.items, unit: '' },
        {
          what: 'calls, dearest page of 100',
          value: Math.max(...large.costs.map(calls)),
          unit: '',
          ceiling: 14,
        },
        {
          what: 'calls per 100 items',
          value: (100 * total(large.costs, calls)) / large.items,
          unit: '',
          ceiling: 13,
        },
        {
          what: 'waves, dearest page',
          value: Math.max(...large.costs.map(({ waves }) => waves.length)),
          unit: '',
        },
        {
          what: `time, dearest page at ${JIRA_MS} ms a Jira call, ${KVS_MS} ms a KVS call`,
          value: Math.max(...large.costs.map(simulatedMs)),
          unit: 'ms',
          ceiling: FUNCTION_MS,
        },
        { what: 'time, all pages', value: total(large.costs, simulatedMs) / 1000, unit: 's' },
        {
          what: 'Jira points, all pages',
          value: large.points,
          unit: '',
          ceiling: HOURLY_POINTS,
          note: `1 a request + 1 an object, 2 a person; ${HOURLY_POINTS} an hour`,
        },
        {
          what: 'own time an item, 5,000 against 1,000',
          value:
            total(large.costs, ({ ownMs }) => ownMs) /
            large.items /
            (total(small.costs, ({ ownMs }) => ownMs) / small.items),
          unit: 'x',
          ceiling: 1.5,
          tolerance: 0.3,
          note: 'linear is 1',
        },
        {
          what: 'time an item, 5,000 against 1,000',
          value: each(large) / each(small),
          unit: 'x',
          ceiling: 1.3,
        },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
