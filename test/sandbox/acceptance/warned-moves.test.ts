import type { CharterAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { liveUntil } from '../../support/clocks/told';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const admin = (): Client => as('u-admin');
const DAY = 24 * 3_600_000;
const WARNS = { start: 'warn', finish: 'warn' };

beforeEach(() => {
  // The next Monday, eleven o'clock in London.
  const monday = Math.ceil((site.sandbox.clock.now() - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;
  site.sandbox.clock.jumpTo(Math.max(monday + 11 * 3_600_000, site.sandbox.clock.now()));
  site.sandbox.host.restartSchedules();
});
afterEach(() => admin().send('DELETE', '/sandbox/faults'));

const policy = (mode: string): Promise<void> =>
  changePolicy(site, 'TEAM', ({ rules }) => ({ mode, rules: { ...rules, 'brief.incomplete': WARNS } }));

/** An epic that somebody owns and that needs nothing from anybody: only its brief is missing. */
async function owned(by = 'u-coo'): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A plant' }, 'TEAM');
  await as('u-cto').done(key, 'dri/nominate', { accountId: by });
  await as(by).done(key, 'dri/accept');
  await as(by).done(key, 'dependencies/declare-none');
  await site.sandbox.drain();
  return key;
}

const write = (key: string): Promise<unknown> =>
  as('u-coo').done(key, 'brief/write', {
    outcome: 'The plant opens',
    whyNow: 'The old one closes',
    successMeasure: 'Ten lines run',
    reviewOn: '2027-12-17',
  });

/** Passages and shadows follow a few seconds later. */
async function later(): Promise<void> {
  await admin().send('POST', '/sandbox/clock', { advance: 'PT30S' });
  await admin().send('POST', '/sandbox/drain');
}

const passagesOf = async (key: string) => {
  const { charter } = (await as('u-marketing').done(key, 'charter/get')) as unknown as CharterAnswer;
  return charter.passages;
};

interface Told {
  readonly at: string;
  readonly text: string;
}

/** What somebody was told about an item since a moment, as they read it. */
async function toldOf(key: string, accountId: string, since: string): Promise<readonly Told[]> {
  const { body } = await admin().get(`/sandbox/told?accountId=${accountId}&since=${since}`);
  const { told } = body as { told: readonly Told[] };
  return told.filter(({ text }) => new RegExp(`${key}\\b`).test(text));
}

/** Lives on for so many days; what u-coo was told about an item meanwhile. */
async function live(key: string, days: number): Promise<readonly Told[]> {
  const since = site.sandbox.clock.now();
  await liveUntil(site.sandbox, new Date(since + days * DAY).toISOString());
  return toldOf(key, 'u-coo', new Date(since).toISOString());
}

const start = async (key: string): Promise<void> => {
  expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
};

const entryOf = (key: string, { text }: Told): string =>
  text.split('\n\n').find((one) => one.startsWith(key)) ?? '';

const mentions = (told: readonly Told[]): number =>
  told.reduce((sum, { text }) => sum + (text.match(/to look at\./g) ?? []).length, 0);

describe('where the policy enforces', () => {
  beforeAll(() => policy('enforce'));

  test('a move that a rule warns of passes, is shown in the panel, and told its owner the next working morning', async () => {
    const key = await owned();
    await start(key);
    await later();
    expect(await passagesOf(key)).toEqual([
      expect.objectContaining({
        reason: 'warned',
        checkpoint: 'start',
        movedBy: 'u-marketing',
        rules: ['brief.incomplete'],
      }),
    ]);
    const monday = site.sandbox.clock.now();
    const [told, ...more] = await live(key, 3);
    expect(more).toEqual([]);
    expect(told && entryOf(key, told).split('\n')).toEqual([
      `${key} A plant`,
      expect.stringMatching(/^.+ started it on Mon \d+ \w+, \d\d:\d\d, although one thing was to look at\.$/),
      'Still so: its brief is not complete.',
      `${site.url}/browse/${key}`,
    ]);
    // Not at once, although u-coo was at work: the morning after.
    expect(Date.parse(told?.at ?? '') - monday).toBeGreaterThan(8 * 3_600_000);
    expect(Date.parse(told?.at ?? '') - monday).toBeLessThan(DAY + 8 * 3_600_000);
  });

  test('it is told once though every event comes twice and out of order', async () => {
    await admin().send('POST', '/sandbox/faults', { target: 'queue', duplicate: true });
    await admin().send('POST', '/sandbox/faults', { target: 'queue', reorder: true });
    const keys = [await owned(), await owned()];
    for (const key of keys) await start(key);
    await later();
    const since = new Date(site.sandbox.clock.now()).toISOString();
    await liveUntil(site.sandbox, new Date(Date.parse(since) + 4 * DAY).toISOString());
    for (const key of keys) {
      expect(await passagesOf(key)).toHaveLength(1);
      expect(
        (await toldOf(key, 'u-coo', since)).map((told) => mentions([{ ...told, text: entryOf(key, told) }])),
      ).toEqual([1]);
    }
  });

  test('the owner who moves it themselves is told: the transition showed them nothing', async () => {
    const key = await owned();
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
    await later();
    const [told] = await live(key, 3);
    expect(told && entryOf(key, told)).toMatch(/\nYou started it on Mon /);
  });

  test('what is settled before the mail goes is not told', async () => {
    const key = await owned();
    await start(key);
    await later();
    await write(key);
    expect(mentions(await live(key, 3))).toBe(0);
    expect(await passagesOf(key)).toHaveLength(1);
  });

  test('a move with nothing to look at leaves no trace', async () => {
    const key = await owned();
    await write(key);
    await start(key);
    await later();
    expect(await passagesOf(key)).toEqual([]);
    expect(mentions(await live(key, 3))).toBe(0);
  });

  test('an owner and a mover whose accounts were closed are in no record of it, and nobody is told in their place', async () => {
    const key = await owned('u-product');
    expect((await as('u-sales').move(key, 'Start')).status).toBe(204);
    await later();
    const stored = (): string =>
      JSON.stringify(
        ['charter', 'notice'].map((name) => [...site.sandbox.kvs.table({ kind: 'entity', name }).entries()]),
      );
    expect(stored()).toMatch(/:warned:start\.[^"]+:u-product"/);
    expect(stored()).toContain('"movedBy":"u-sales"');
    for (const gone of ['u-product', 'u-sales']) {
      await admin().send('POST', `/sandbox/users/${gone}`, { closed: true });
    }
    expect((await admin().send('POST', '/sandbox/triggers/personal-data')).status).toBe(200);
    await site.sandbox.drain();
    expect(stored()).not.toMatch(/u-product|u-sales/);
    expect(await passagesOf(key)).toEqual([
      expect.objectContaining({ reason: 'warned', movedBy: expect.stringMatching(/^erased-\d+$/) }),
    ]);
    const since = new Date(site.sandbox.clock.now()).toISOString();
    expect(mentions(await live(key, 3))).toBe(0);
    expect(mentions(await toldOf(key, 'u-product', since))).toBe(0);
  });
});

describe.each(['observe', 'coach'])('where the policy is on %s', (mode) => {
  beforeAll(() => policy(mode));

  test('a move that a rule warns of leaves no trace and is told nobody', async () => {
    const key = await owned();
    await start(key);
    await later();
    expect(await passagesOf(key)).toEqual([]);
    expect(mentions(await live(key, 3))).toBe(0);
  });
});
