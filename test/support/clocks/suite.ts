import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { seededRandom } from '../../../packages/forge-sandbox/src/forge/random';
import { historyOf, type Deed } from './history';
import { toldSince } from './told';
import { newEpic, openSite, type Site } from '../sandbox';

const SEED = Number(process.env['CLOCK_SEED'] ?? process.env['FC_SEED']);

/** Five past a full hour, so that nobody begins or ends their day while a sweep is followed up. */
const START = Date.parse('2027-03-22T08:05:00.000Z');
const MINUTE = 60_000;

/** A fifth of all calls, in three ways. */
const faults: readonly Fault[] = (['jira', 'kvs', 'queue'] as const).flatMap((target): Fault[] => [
  { target, status: 429, retryAfter: 7, rate: 0.1 },
  { target, status: 500, rate: 0.09 },
  { target, timeout: true, rate: 0.01 },
]);
const mess: readonly Fault[] = [
  { target: 'queue', duplicate: true },
  { target: 'queue', reorder: true },
];

/** Waiting out a fault takes most of the time, so several histories are lived beside one another. */
const MOST_LANES = 8;

interface Lane {
  readonly calm: Site;
  readonly rough: Site;
}

/** What is proven of a person's sight goes in one mail; a proof lost to a fault would part it, which is another matter. */
const switches = { checkOthers: 'allowed' } as const;

const rowsOf = ({ sandbox }: Site, entity: string): readonly Record<string, string>[] =>
  [...sandbox.kvs.table({ kind: 'entity', name: entity }).entries()].map(({ key, value }) => ({
    key,
    ...(value as Record<string, string>),
  }));

/** What the demo, or the history before, would still have to say is of no interest. */
function forget({ sandbox }: Site, names: readonly string[]): void {
  for (const name of names) {
    const table = sandbox.kvs.table({ kind: 'entity', name });
    for (const { key } of [...table.entries()]) table.remove(key);
  }
}

async function act({ sandbox }: Site, key: string, { as, call, payload }: Deed): Promise<string> {
  const answer = (await sandbox.invoke('agreement-panel', call, payload, { issueKey: key }, as)) as {
    ok: boolean;
    error?: { code: string };
  };
  await sandbox.drain();
  return answer.ok ? 'ok' : (answer.error?.code ?? 'none');
}

/** Nothing is due, and nobody is to be told anything, that could be done now. */
function isQuiet(site: Site): boolean {
  const now = new Date(site.sandbox.clock.now()).toISOString();
  return (
    site.sandbox.queue.depth().waiting === 0 &&
    rowsOf(site, 'due').every(({ nextAt = '' }) => nextAt > now) &&
    rowsOf(site, 'notice').every(({ state, sendAfter = '' }) => state !== 'waiting' || sendAfter > now)
  );
}

/** Sweeps until there is nothing left to do. */
async function sweep(site: Site, disturbed: boolean): Promise<void> {
  const { sandbox } = site;
  const end = sandbox.clock.now() + 50 * MINUTE;
  if (disturbed) for (const fault of [...faults, ...mess]) sandbox.faults.add(fault);
  do {
    if (sandbox.queue.depth().waiting === 0) {
      // Two at once: schedules may run twice.
      await Promise.all([
        sandbox.host.fire('sla-sweep'),
        ...(disturbed ? [sandbox.host.fire('sla-sweep')] : []),
      ]);
    }
    await sandbox.drain();
    const next = sandbox.queue.nextDueAt() ?? sandbox.clock.now();
    sandbox.clock.jumpTo(Math.max(sandbox.clock.now() + 1000, next));
    await sandbox.drain();
  } while (!isQuiet(site) && sandbox.clock.now() < end);
  sandbox.faults.clear(sandbox.clock.now() % 2 ** 31);
  expect([isQuiet(site), site.logs.filter((line) => /dropped|failed/.test(line))]).toEqual([true, []]);
}

interface Lived {
  readonly answers: readonly string[];
  readonly notices: readonly string[];
  readonly due: readonly string[];
  readonly told: readonly string[];
  /** Steps told by a mention, because Jira's answer to their mail was lost. */
  readonly mentioned: number;
  readonly charter: unknown;
}

async function live(site: Site, seed: number, start: number, disturbed: boolean): Promise<Lived> {
  const { sandbox } = site;
  forget(site, ['due', 'notice']);
  let now = start;
  sandbox.clock.jumpTo(now);
  sandbox.faults.clear(seed);
  const key = newEpic(sandbox, { summary: `History ${seed}` });
  const answers: string[] = [];
  for (const { hours, deeds } of historyOf(seededRandom(seed), start)) {
    now += hours * 60 * MINUTE;
    sandbox.clock.jumpTo(now);
    await sweep(site, disturbed);
    // A disturbed sweep takes longer; what people do next happens at the same minute after either.
    sandbox.clock.jumpTo(now + 52 * MINUTE);
    for (const deed of deeds) answers.push(await act(site, key, deed));
  }
  const pass = async (): Promise<void> => {
    now += 11 * 60 * MINUTE;
    sandbox.clock.jumpTo(now);
    await sweep(site, disturbed);
  };
  // Five more days, a weekend among them perhaps.
  for (let n = 0; n < 11; n += 1) await pass();
  const due = rowsOf(site, 'due').map((row) => `${row['key']} ${row['nextAt']}`);
  // Nothing new comes up from here; what was put off to another hour or day is told.
  forget(site, ['due']);
  for (let n = 0; n < 20 && rowsOf(site, 'notice').some(({ state }) => state === 'waiting'); n += 1)
    await pass();
  const { charter } = (await sandbox.invoke(
    'agreement-panel',
    'charter/get',
    {},
    { issueKey: key },
    'u-coo',
  )) as {
    charter: unknown;
  };
  return {
    answers,
    notices: rowsOf(site, 'notice')
      .map((row) => `${row['key']} ${row['state']}`)
      .sort(),
    due: due.map(withoutMinutes).sort(),
    told: toldSince(sandbox, start)
      .flatMap(({ to, text }) => text.split('\n\n').map((entry) => `${to}: ${withoutTitle(entry)}`))
      .filter((line) => !isChoice(line))
      .map(withoutTime)
      .sort(),
    mentioned: rowsOf(site, 'notice').filter(({ via }) => via === 'mention').length,
    // A mention stands for a mail whose answer was lost.
    charter: JSON.parse(
      withoutMinutes(JSON.stringify(charter)).replaceAll('"way":"mention"', '"way":"mail"'),
    ) as unknown,
  };
}

/** A mail that comes minutes later begins its clock as much later: moments count by their hour here. */
const withoutMinutes = (text: string): string => text.replace(/(T\d\d):\d\d(:\d\d\.\d{3}Z)?/g, '$1');

/**
 * The first of several things of an item stands under its title, and which is first goes by the minute since which
 * somebody waits. The link of each thing names the item all the same.
 */
const withoutTitle = (entry: string): string => entry.replace(/^\S+ History \d+\n/, '');

/** In words only the day counts: minutes may lie on either side of a full hour. */
const withoutTime = (text: string): string => text.replace(/, \d\d:\d\d/g, '');

/** Of some words, with every repetition, those that others do not hold. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The end of every mail: what it tells nobody waits for. */
const isChoice = (line: string): boolean => line.includes('is yours to choose');

/** Lives one history on both sites of a lane; how much was told. */
async function compare({ calm, rough }: Lane, n: number): Promise<number> {
  // Each history begins where the one before is long over, in whichever season that is.
  const start = START + n * 28 * 24 * 60 * MINUTE;
  const expected = await live(calm, SEED + n, start, false);
  const lived = await live(rough, SEED + n, start, true);
  const { told: mails, mentioned, ...ended } = lived;
  const { told: asExpected, mentioned: _none, ...asEnded } = expected;
  expect({ seed: SEED + n, ...ended }).toEqual({ seed: SEED + n, ...asEnded });
  // Nothing is told twice, and nothing else; what no mail told, a mention did.
  expect({ seed: SEED + n, more: without(mails, asExpected) }).toEqual({ seed: SEED + n, more: [] });
  const missing = without(asExpected, mails);
  expect([SEED + n, missing.length > mentioned ? missing : []]).toEqual([SEED + n, []]);
  // Steps of one clock may share a line; no step has two.
  const once = lived.notices.filter((notice) => notice.endsWith(' told'));
  expect(lived.told.length).toBeLessThanOrEqual(once.length);
  return lived.told.length;
}

/**
 * Defines the test that histories end alike with and without faults.
 *
 * @param usual How many histories are lived where `CLOCK_HISTORIES` does not say.
 */
export function clockHistoriesTests(usual: number): void {
  const HISTORIES = Number(process.env['CLOCK_HISTORIES'] ?? usual);
  const LANES = Math.min(MOST_LANES, HISTORIES);

  let lanes: readonly Lane[];
  beforeAll(async () => {
    // Under new code the first sweep has everything stored looked after, once: it is done before anybody lives here.
    const migrated = async (site: Site): Promise<Site> => {
      await site.sandbox.host.fire('sla-sweep');
      await site.sandbox.drain();
      return site;
    };
    lanes = await Promise.all(
      Array.from({ length: LANES }, async () => ({
        calm: await migrated(await openSite({ autoDrain: false, switches })),
        rough: await migrated(await openSite({ autoDrain: false, haste: 8, switches })),
      })),
    );
    // On a machine with much else to do, sixteen sites take their time.
  }, 600_000);
  afterAll(async () => {
    await Promise.all(lanes.flatMap(({ calm, rough }) => [calm.close(), rough.close()]));
  });

  test(`${HISTORIES} histories end alike and tell the same, once, whatever comes twice, late or not at all`, async () => {
    process.stdout.write(`CLOCK_HISTORIES=${HISTORIES} CLOCK_SEED=${SEED}\n`);
    let told = 0;
    let lived = 0;
    await Promise.all(
      lanes.map(async (lane, first) => {
        for (let n = first; n < HISTORIES; n += LANES) {
          const here = await compare(lane, n);
          told += here;
          lived += 1;
        }
      }),
    );
    expect(lived).toBe(HISTORIES);
    expect(told).toBeGreaterThan(HISTORIES);
  }, 3_600_000);
}
