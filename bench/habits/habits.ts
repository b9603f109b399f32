import type { CallRecord, InvocationRecord } from '../../packages/forge-sandbox/src/forge/calls';
import { waves } from '../../packages/forge-sandbox/src/forge/calls';
import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';
import { act, epicWith, move } from '../site';
import { copy, itemWith, openProject, PROVIDERS, tableOf } from '../sweep/site';

/** What one habit cost, counted by the stand-in. */
export interface Tally {
  readonly invocations: number;
  readonly calls: number;
  /** Calls to Jira: each is a point, and each object that is read another. */
  readonly jira: number;
  /** Round trips in a row, over all its invocations. */
  readonly waves: number;
  readonly read: number;
  readonly written: number;
}

const WRITES = /\/(set|delete|transaction)$/;
const isWrite = ({ path }: CallRecord): boolean => WRITES.test(path);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What everything cost that the app did while something ran, and what followed from it. */
export async function tally(sandbox: Sandbox, run: () => Promise<unknown>): Promise<Tally> {
  await sandbox.drain();
  const { next } = sandbox.calls.since(0);
  await run();
  await sandbox.drain();
  const { calls, invocations } = sandbox.calls.since(next);
  const of = ({ invocationId }: InvocationRecord) =>
    calls.filter((call) => call.invocationId === invocationId);
  const kvs = calls.filter(({ target }) => target === 'kvs');
  return {
    invocations: invocations.length,
    calls: calls.length,
    jira: calls.filter(({ target }) => target === 'jira').length,
    waves: sum(invocations.map((one) => waves(of(one)).length)),
    read: sum(kvs.filter((call) => !isWrite(call)).map(({ responseBytes }) => responseBytes)),
    written: sum(kvs.filter(isWrite).map(({ requestBytes }) => requestBytes)),
  };
}

/** Something people or schedules do again and again. */
export interface Habit {
  readonly what: string;
  /** How often in a month of a site with so many users and charters. */
  readonly perMonth: (site: SiteSize) => number;
  /** The fewest calls it could do with, and the most that it may. */
  readonly calls: readonly [minimum: number, ceiling: number];
  readonly invocations: readonly [minimum: number, ceiling: number];
  readonly once: (sandbox: Sandbox) => Promise<Tally>;
}

export interface SiteSize {
  readonly users: number;
  readonly charters: number;
  readonly transitions: number;
  readonly edits: number;
}

const WORKDAYS = 21;
const DAYS = 30;
/** Charters in the site that the walks over everything are counted on. */
export const CHARTERS = 1_000;

/** So many charters, each with a provider of its own among a hundred, laid straight into storage. */
export async function manyCharters(sandbox: Sandbox): Promise<void> {
  openProject(sandbox);
  const like = await itemWith(sandbox, 2);
  copy(sandbox, { like, from: 1_000, count: CHARTERS, nextAt: '2027-12-01T00:00:00.000Z', inJira: true });
  await sandbox.host.fire('sla-sweep');
  await sandbox.drain();
  for (const { key } of [...tableOf(sandbox, 'notice').entries()]) tableOf(sandbox, 'notice').remove(key);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Runs a schedule and all that follows from it at the same hour of some next days; what the last of them cost. */
const schedule =
  (name: string, days: number) =>
  async (sandbox: Sandbox): Promise<Tally> => {
    let last: Tally | undefined;
    for (let day = 1; day <= days; day += 1) {
      sandbox.clock.jumpTo(sandbox.clock.now() + DAY_MS);
      last = await tally(sandbox, () => sandbox.host.fire(name));
    }
    if (!last) throw new Error('a schedule runs on a day at least');
    return last;
  };

let epic = '';
const epicOf = async (sandbox: Sandbox): Promise<string> => (epic ||= await epicWith(sandbox, 3));
const view = (moduleKey: string, call: string, payload: object, as: string) => async (sandbox: Sandbox) => {
  const issueKey = await epicOf(sandbox);
  return tally(sandbox, () => sandbox.invoke(moduleKey, call, payload, { issueKey, projectKey: 'EXP' }, as));
};
/** Somebody comes back to something this often in a month of working days. */
const daily =
  (share: number) =>
  ({ users }: SiteSize) =>
    users * share * WORKDAYS;

export const HABITS: readonly Habit[] = [
  {
    what: 'transition at the gate, and its trace',
    perMonth: ({ transitions }) => transitions,
    calls: [2, 11],
    invocations: [1, 3],
    once: async (sandbox) => {
      const key = await epicOf(sandbox);
      return tally(sandbox, () => move(sandbox, key, 'Start'));
    },
  },
  {
    what: 'panel opened',
    perMonth: daily(2),
    calls: [3, 4],
    invocations: [1, 1],
    once: view('agreement-panel', 'charter/get', {}, 'u-coo'),
  },
  {
    what: 'command, and what follows',
    perMonth: daily(0.5),
    calls: [4, 13],
    invocations: [1, 3],
    once: async (sandbox) => {
      const key = await epicOf(sandbox);
      const payload = { agreementId: 'A1', committedBy: '2026-12-21', reason: 'Later' };
      return tally(sandbox, () => act(sandbox, 'u-platform', key, 'agreement/renegotiate', payload));
    },
  },
  {
    what: 'My commitments opened',
    perMonth: daily(1),
    calls: [3, 7],
    invocations: [1, 1],
    once: async (sandbox) => {
      const open = view('my-commitments', 'commitments/list', {}, 'u-platform');
      // What was new there has been seen.
      await open(sandbox);
      return open(sandbox);
    },
  },
  {
    what: 'My commitments opened, with something new in it',
    perMonth: daily(0.25),
    calls: [6, 20],
    invocations: [2, 4],
    once: async (sandbox) => {
      const key = await epicOf(sandbox);
      await act(sandbox, 'u-coo', key, 'agreement/request', {
        providerAccountId: 'u-platform',
        deliverable: 'A cluster',
        acceptance: 'Both sides see that it is there',
        neededBy: '2026-12-18',
      });
      return view('my-commitments', 'commitments/list', {}, 'u-platform')(sandbox);
    },
  },
  {
    what: 'page of the report',
    perMonth: daily(0.2),
    calls: [4, 17],
    invocations: [1, 1],
    once: view('gap-report', 'report/page', {}, 'u-coo'),
  },
  {
    what: 'look at the clocks, nothing due',
    perMonth: () => DAYS * 24,
    calls: [1, 6],
    invocations: [1, 1],
    once: async (sandbox) => {
      // What the other habits left is told first, and the day's comparison of fields comes to its end.
      for (let hour = 1; hour <= 23; hour += 1) {
        sandbox.clock.jumpTo(sandbox.clock.now() + HOUR_MS);
        await tally(sandbox, () => sandbox.host.fire('sla-sweep'));
      }
      return tally(sandbox, () => sandbox.host.fire('sla-sweep'));
    },
  },
  {
    what: `daily review of ${CHARTERS} charters`,
    perMonth: ({ charters }) => (DAYS * charters) / CHARTERS,
    calls: [12, 3 * PROVIDERS],
    invocations: [1, 15],
    // The first days have everything that was laid into the site looked at; what is counted is a day without changes.
    once: schedule('weekly-review', 10),
  },
  {
    what: `privacy cycle over ${CHARTERS} charters`,
    perMonth: ({ charters }) => (4.3 * charters) / CHARTERS,
    calls: [11, 60],
    invocations: [2, 5],
    once: schedule('personal-data', 1),
  },
];
