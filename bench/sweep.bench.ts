import type { CallRecord } from '../packages/forge-sandbox/src/forge/calls';
import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Bench, Figure } from './harness';
import { openDemo } from './site';
import { copy, itemWith, openProject, tableOf } from './sweep/site';

const AGREEMENTS = 100_000;
const EACH = 10;
const DUE = 50;
/** Charters that came due while nothing ran for two days. */
const MISSED = 2_400;
const HOUR = 3_600_000;
/** What a call to the platform costs, in seconds. */
const CALL_SECONDS = 0.05;

interface Swept {
  /** The sweep itself and what it hands out. */
  readonly looking: readonly CallRecord[];
  /** Mails, and what must be known for them. */
  readonly telling: readonly CallRecord[];
  readonly chartersRead: number;
}

/** One sweep and everything that follows from it. */
async function sweep(sandbox: Sandbox): Promise<Swept> {
  const charters = tableOf(sandbox, 'charter');
  const read = new Set<string>();
  const get = charters.get.bind(charters);
  charters.get = (key) => {
    read.add(key);
    return get(key);
  };
  const before = sandbox.calls.since(0).next;
  await sandbox.host.fire('sla-sweep');
  await sandbox.drain();
  const chartersRead = read.size;
  charters.get = get;
  const looked = sandbox.calls.since(before);
  // People are told a few minutes later.
  sandbox.clock.jumpTo(sandbox.clock.now() + 10 * 60_000);
  await sandbox.drain();
  return { looking: looked.calls, telling: sandbox.calls.since(looked.next).calls, chartersRead };
}

const of = (calls: readonly CallRecord[], target: CallRecord['target']): number =>
  calls.filter((call) => call.target === target).length;

/** What the hourly look at the clocks costs: it follows what is due, not what there is. */
export const bench: Bench = {
  title: `A sweep over ${AGREEMENTS.toLocaleString('en')} agreements`,
  async run() {
    const sandbox = await openDemo();
    try {
      // The first sweep under new code has everything stored looked after once; what is counted is any later one.
      await sweep(sandbox);
      openProject(sandbox);
      const like = await itemWith(sandbox, EACH);
      const far = '2027-12-01T00:00:00.000Z';
      copy(sandbox, { like, from: 10_000, count: AGREEMENTS / EACH - DUE, nextAt: far, inJira: false });
      const soon = new Date(sandbox.clock.now() + 24 * HOUR).toISOString();
      copy(sandbox, { like, from: 1_000, count: DUE - 1, nextAt: soon, inJira: true });
      sandbox.clock.jumpTo(sandbox.clock.now() + 25 * HOUR);
      const one = await sweep(sandbox);
      const told = sandbox.jira.notices().length;

      const nothing = await sweep(sandbox);

      const now = new Date(sandbox.clock.now()).toISOString();
      copy(sandbox, { like, from: 100_000, count: MISSED, nextAt: now, inJira: true });
      sandbox.clock.jumpTo(sandbox.clock.now() + 48 * HOUR);
      const late = await sweep(sandbox);

      const all = [...late.looking, ...late.telling];
      const figures: Figure[] = [
        { what: `${DUE} due: calls`, value: one.looking.length, unit: '', ceiling: 60 },
        { what: `${DUE} due: charters read`, value: one.chartersRead, unit: '', ceiling: DUE },
        {
          what: `${DUE} due: calls to tell one person`,
          value: one.telling.length / told,
          unit: '',
          note: `${told} mails, ${of(one.telling, 'jira')} calls to Jira`,
        },
        {
          what: 'nothing due: calls',
          value: nothing.looking.length,
          unit: '',
          ceiling: 3,
          note: 'what is due, what waits, and whether the code is newer than the records',
        },
        {
          what: `${MISSED} due after two days down: platform time`,
          value: all.length * CALL_SECONDS,
          unit: 's',
          ceiling: 900,
          note: `${all.length} calls at ${CALL_SECONDS * 1000} ms, one after the other`,
        },
        {
          what: `${MISSED} due after two days down: calls to Jira`,
          value: of(all, 'jira'),
          unit: '',
          // Reading an issue costs a point, and a call another.
          ceiling: 65_000 / 2,
          note: 'of about 65,000 points an hour',
        },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
