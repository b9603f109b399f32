import { bundleLoader } from '../packages/forge-sandbox/src/forge/module-loader';
import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import { inRoot } from '../scripts/build/project';
import type { Bench, Figure } from './harness';
import { openDemo } from './site';
import { copy, itemWith, openProject, tableOf } from './sweep/site';

/** Fewer where `WALKS_CHARTERS` says so: the whole takes a while. */
const CHARTERS = Number(process.env['WALKS_CHARTERS'] ?? 100_000);
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** What Forge gives one invocation of the queue's consumer, by the manifest. */
const RUN_SECONDS = 120;
/** What a call to the platform takes, beside what the app works itself. */
const CALL_SECONDS = 0.05;

interface Walked {
  /** Simulated minutes until nothing was left to do. */
  readonly minutes: number;
  readonly invocations: number;
  readonly calls: number;
  readonly toJira: number;
  /** Calls of the run that made most of them. */
  readonly mostInRun: number;
  /** Runs that ended badly, and calls that the platform refused for now. */
  readonly failed: number;
  readonly refused: number;
}

const isIdle = (sandbox: Sandbox): boolean =>
  sandbox.queue.depth().waiting === 0 &&
  ![...sandbox.kvs.table({ kind: 'plain' }).entries()].some(({ key }) => key.startsWith('parked:'));

/** Begins a walk over everything and lives through the minutes until it is over, with what Forge takes in each. */
async function walk(sandbox: Sandbox, begin: () => Promise<unknown>): Promise<Walked> {
  const sum = { invocations: 0, calls: 0, toJira: 0, mostInRun: 0, failed: 0, refused: 0 };
  let { next } = sandbox.calls.since(0);
  const count = (): void => {
    const page = sandbox.calls.since(next);
    next = page.next;
    const inRun = new Map<string | null, number>();
    for (const { invocationId, target, status } of page.calls) {
      if (invocationId !== null) inRun.set(invocationId, (inRun.get(invocationId) ?? 0) + 1);
      if (target === 'jira') sum.toJira += 1;
      if (status === 429 || status === 405) sum.refused += 1;
    }
    sum.calls += page.calls.length;
    sum.invocations += page.invocations.length;
    sum.failed += page.invocations.filter(({ outcome }) => outcome !== 'answered').length;
    sum.mostInRun = Math.max(sum.mostInRun, ...inRun.values());
  };
  await begin();
  let minutes = 0;
  do {
    await sandbox.moveTo(sandbox.clock.now() + MINUTE_MS);
    await sandbox.drain();
    count();
    minutes += 1;
  } while (!isIdle(sandbox) && minutes < 3 * DAY_MINUTES);
  return { minutes, ...sum };
}

const figuresOf = (what: string, walked: Walked): readonly Figure[] => [
  {
    what: `${what}: simulated minutes`,
    value: walked.minutes,
    unit: '',
    ceiling: DAY_MINUTES,
    note: `${walked.invocations} invocations, ${walked.calls} calls, ${walked.toJira} of them to Jira; ${walked.refused} put off`,
  },
  {
    what: `${what}: longest run`,
    value: walked.mostInRun * CALL_SECONDS,
    unit: 's',
    ceiling: RUN_SECONDS,
    note: `${walked.mostInRun} calls at ${CALL_SECONDS * 1000} ms, one after the other`,
  },
  { what: `${what}: runs that failed`, value: walked.failed, unit: '', ceiling: 0 },
];

/** What goes over everything ends, on a large site and with the limits that Forge sets. */
export const bench: Bench = {
  title: `Walks over ${CHARTERS.toLocaleString('en')} charters`,
  async run() {
    const sandbox = await openDemo(bundleLoader(inRoot('dist/app')), { eventDelay: 'PT0S' });
    try {
      openProject(sandbox);
      const like = await itemWith(sandbox, 2);
      const far = '2027-12-01T00:00:00.000Z';
      copy(sandbox, { like, from: 10_000, count: CHARTERS, nextAt: far, inJira: true });
      const fire = (name: string) => () => sandbox.host.fire(name);
      const figures: Figure[] = [];
      // As after a deployment whose records are of another shape: everything is looked after once, rows made anew.
      sandbox.kvs.table({ kind: 'plain' }).remove('data-version');
      figures.push(...figuresOf('rebuild', await walk(sandbox, fire('sla-sweep'))), {
        what: 'rebuild: rows of commitments',
        value: tableOf(sandbox, 'commitment').size,
        unit: '',
      });
      // Days later nothing of it is new in Jira any more.
      sandbox.clock.jumpTo(sandbox.clock.now() + 2 * DAY_MINUTES * MINUTE_MS);
      await walk(sandbox, fire('weekly-review'));
      sandbox.clock.jumpTo(sandbox.clock.now() + 2 * DAY_MINUTES * MINUTE_MS);
      figures.push(...figuresOf('daily review', await walk(sandbox, fire('weekly-review'))));
      figures.push(...figuresOf('privacy report', await walk(sandbox, fire('personal-data'))));
      figures.push(...figuresOf('sweep, nothing due', await walk(sandbox, fire('sla-sweep'))));
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
