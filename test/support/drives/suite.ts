import { deserialize, serialize } from 'node:v8';
import { seededRandom } from '../../../packages/forge-sandbox/src/forge/random';
import type { WorldSnapshot } from '../../../packages/forge-sandbox/src/snapshot';
import type { CharterAnswer } from '../../../src/contract/answers';
import { enforce } from '../enforced';
import { serveSite, type ServedSite } from '../sandbox';
import {
  fieldsWrong,
  historyWrong,
  passagesWrong,
  shownWrong,
  sightOf,
  toldWrong,
  type Sight,
} from './checks';
import { DEEDS } from './deeds';
import { trashOrRestore } from './in-jira';
import { Dice } from './dice';
import { Drive, type HistoryEvent } from './world';

const SEED = Number(process.env['DRIVE_SEED'] ?? process.env['FC_SEED']);
const DEEDS_IN_A_HISTORY = 28;
const MINUTES = ['PT1M', 'PT1M', 'PT7M', 'PT7M', 'PT2H', 'PT2H'];
const DURATIONS = [...MINUTES, 'PT26H'];
/** An outage is over before what is looked for once a day is a day old. */
const LONGEST_OUTAGE_MS = 5 * 3_600_000;

/** One history, and what is wrong with it so far. */
class Story {
  readonly wrong: string[] = [];
  private readonly histories = new Map<string, readonly HistoryEvent[]>();

  constructor(readonly drive: Drive) {}

  /** Looks at every item that is there, as somebody who sees all of them. */
  async look(): Promise<readonly (readonly [string, CharterAnswer])[]> {
    const { drive } = this;
    const seen: (readonly [string, CharterAnswer])[] = [];
    for (const issueId of drive.there) {
      const answer = await drive.panel(issueId);
      const history = await drive.history(issueId, answer);
      const before = this.histories.get(issueId) ?? [];
      this.wrong.push(...historyWrong(drive, issueId, { answer, history, before }));
      this.histories.set(issueId, history);
      seen.push([issueId, answer]);
    }
    return seen;
  }

  /** Does one thing, lets time pass, and looks. */
  async step(): Promise<void> {
    const { drive, wrong } = this;
    const [since, before] = [drive.nowMs, sightOf(drive)];
    const deed = drive.dice.weighed(DEEDS);
    try {
      await deed.run(drive);
    } catch (problem) {
      // While something disturbs, the app may say that it cannot answer.
      if (!drive.disturbed) wrong.push(`${deed.name}: ${String(problem)}`);
    }
    await this.later(drive.dice.pick(drive.disturbed ? MINUTES : DURATIONS), since, before);
    if (drive.disturbedSince !== null && drive.nowMs - drive.disturbedSince > LONGEST_OUTAGE_MS) drive.calm();
    if (!drive.disturbed && drive.dice.likely(0.3)) await this.look();
  }

  /** Nothing disturbs, and everything that may have been lost has had its day to be found. */
  async end(): Promise<void> {
    const { drive, wrong } = this;
    drive.calm();
    if (drive.trashed) await trashOrRestore(drive);
    // What is looked for once a day is looked for after everything that ends by itself has ended.
    await this.later('PT30H', drive.nowMs, sightOf(drive));
    for (let turn = 0; turn < 10; turn += 1) await drive.later('PT6M');
    const answers = await this.look();
    wrong.push(...passagesWrong(drive, answers));
    for (const [issueId, answer] of answers) wrong.push(...(await fieldsWrong(drive, issueId, answer)));
    wrong.push(...(await shownWrong(drive)));
  }

  private async later(duration: string, since: number, before: Sight): Promise<void> {
    await this.drive.later(duration);
    this.wrong.push(...toldWrong(this.drive, since, { before, after: sightOf(this.drive) }));
  }
}

/** The demo under two policies that enforce, with nothing left to do: every history begins there. */
async function beginning({ sandbox, ...site }: ServedSite): Promise<Buffer> {
  const served = { sandbox, ...site };
  sandbox.switches.change({ appRights: 'all' });
  await enforce(served, 'EXP');
  await enforce(served, 'TEAM');
  await sandbox.moveTo(sandbox.clock.now() + 7 * 60_000);
  await sandbox.drain();
  return serialize(sandbox.snapshot());
}

/** Lives one history, the same at every run of a seed. */
async function live(site: ServedSite, start: Buffer, seed: number): Promise<Story> {
  const { sandbox } = site;
  await sandbox.restore(deserialize(start) as WorldSnapshot);
  site.logs.splice(0);
  const dice = new Dice(seededRandom(seed));
  sandbox.switches.change({
    checkOthers: dice.pick(['refused', 'allowed']),
    eventDelay: dice.pick(['PT0S', 'PT3M']),
  });
  const story = new Story(new Drive(site, dice));
  const { drive } = story;
  drive.newItem('EXP', 'Saffron harbour');
  drive.newItem('EXP', 'Copper meadow');
  drive.newItem('TEAM', 'Violet quarry');
  drive.newItem('EXP', 'Marble orchard', 'Task');
  for (let n = 0; n < DEEDS_IN_A_HISTORY && story.wrong.length === 0; n += 1) await story.step();
  if (story.wrong.length === 0) await story.end();
  return story;
}

/** What went wrong in one history, and what had happened in it. */
interface Lived {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly log: readonly string[];
  /** How often what happened. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Lives histories one after another on one stand-in, by seeds that follow each other. */
export async function* histories(bundles: string | undefined, first: number): AsyncGenerator<Lived> {
  // What waits between two tries of the app would take most of the time.
  const site = await serveSite({ haste: 30, ...(bundles !== undefined && { bundles }) });
  try {
    const start = await beginning(site);
    for (let seed = first; ; seed += 1) {
      const { wrong, drive } = await live(site, start, seed);
      yield { seed, wrong, log: drive.log, counts: drive.counts };
    }
  } finally {
    await site.close();
  }
}

/** What a run of twenty histories comes past; else it would prove little. */
const MET = [
  'asked Start: 204',
  'asked Start: 400',
  'unasked Expedite: 204',
  'another project or type: 201',
  'another parent: 204',
  'a link: 201',
  'somebody leaves: ok',
  'an item is hidden: 204',
  'an item is deleted: 204',
  'a project is deleted: 204',
  'a project is restored: 200',
  'a policy: ok',
  'a disturbance: ok',
  'a command sent twice: ok',
  'dri/accept: ok',
  'waiver/grant: ok',
];

/**
 * Defines the test that nothing breaks over time, whatever people, Jira and the platform do.
 *
 * @param usual how many histories are lived where `DRIVES` does not say; `DRIVE_SEED` is the seed of the first
 */
export function drivesTests(usual: number): void {
  const DRIVES = Number(process.env['DRIVES'] ?? usual);
  const counts = new Map<string, number>();

  test(
    `${DRIVES} histories over HTTP: one owner, nobody let through or accused, nothing lost, fields true within a day`,
    async () => {
      const started = performance.now();
      const failed: Pick<Lived, 'seed' | 'wrong'>[] = [];
      let lived = 0;
      for await (const { seed, wrong, log, counts: met } of histories(undefined, SEED)) {
        lived += 1;
        for (const [what, count] of met) counts.set(what, (counts.get(what) ?? 0) + count);
        if (wrong.length > 0) failed.push({ seed, wrong });
        if (wrong.length > 0 || process.env['DRIVE_VERBOSE'])
          process.stderr.write(`DRIVES=1 DRIVE_SEED=${seed}\n${[...log, ...wrong].join('\n')}\n`);
        if (lived === DRIVES) break;
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stderr.write(`drives: ${DRIVES} histories, ${seconds} s, DRIVE_SEED=${SEED}\n`);
      expect(failed).toEqual([]);
    },
    120_000 + DRIVES * 90_000,
  );

  (DRIVES < 20 ? test.skip : test)('the histories came past everything they are there for', () => {
    if (process.env['DRIVE_VERBOSE'])
      process.stderr.write(`${JSON.stringify(Object.fromEntries([...counts].sort()), null, 1)}\n`);
    expect(MET.filter((what) => (counts.get(what) ?? 0) === 0)).toEqual([]);
  });
}
