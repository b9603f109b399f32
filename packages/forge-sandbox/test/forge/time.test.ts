import { closeWorlds, START, world, type World } from './fixture/host';

afterEach(closeWorlds);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const sweeps = ({ host }: World): string[] =>
  [...host.kvs.table({ kind: 'plain' }).entries()]
    .map(({ key }) => key)
    .filter((key) => key.startsWith('sweep:'));

test('a schedule first runs five minutes after installation, then at its interval, each at its own time', async () => {
  const w = world();
  expect(await w.host.moveTo(START + 4 * MINUTE)).toEqual([]);
  expect(await w.host.moveTo(START + 5 * MINUTE)).toEqual(['hourly', 'daily']);
  expect(await w.host.moveTo(START + 24 * HOUR)).toEqual(Array.from({ length: 23 }, () => 'hourly'));
  expect(sweeps(w)).toHaveLength(24);
  expect(sweeps(w)).toContain(`sweep:${START + 5 * MINUTE + 7 * HOUR}`);
  expect(w.clock.now()).toBe(START + 24 * HOUR);
  expect(await w.host.moveTo(START + 24 * HOUR + 5 * MINUTE)).toEqual(['hourly', 'daily']);
});

test('two moves at once happen one after the other', async () => {
  const w = world();
  const moves = await Promise.all([w.host.moveTo(START + HOUR), w.host.moveTo(START + 2 * HOUR)]);
  expect(moves.map((fired) => fired.filter((key) => key === 'hourly').length)).toEqual([1, 1]);
});

test('time moves forward only', () => {
  const { host } = world();
  expect(() => host.moveTo(START - 1)).toThrow(RangeError);
});

test('a schedule fired by hand gets what a due one gets, and no person', async () => {
  const { host, calls } = world();
  expect(await host.fire('hourly')).toEqual({ kind: 'answered', value: undefined });
  expect(await host.fire('absent')).toBeUndefined();
  expect([...host.kvs.table({ kind: 'plain' }).entries()][0]?.value).toMatchObject({
    context: { moduleKey: 'hourly', cloudId: expect.any(String) },
  });
  expect(calls.since(0).invocations).toMatchObject([
    { kind: 'schedule', moduleKey: 'hourly', accountId: null },
  ]);
});

test('Date in the app reads the simulated clock and is otherwise Date', async () => {
  const { ask, clock } = world();
  clock.jumpTo(Date.parse('2027-03-28T01:30:00Z'));
  expect(await ask('now')).toEqual({
    now: clock.now(),
    created: '2027-03-28T01:30:00.000Z',
    fixed: '1970-01-01T00:00:00.000Z',
  });
});

test('a product event reaches its trigger afterwards; what the app caused does not', async () => {
  const w = world();
  const event = (key: string) => ({ issue: { key } });
  w.host.emit('avi:jira:updated:issue', event('A-1'), { kind: 'user', accountId: 'u-ann' });
  w.host.emit('avi:jira:updated:issue', event('A-2'), { kind: 'app' });
  w.host.emit('avi:jira:deleted:issue', event('A-3'), { kind: 'user', accountId: 'u-ann' });
  expect(w.host.kvs.sizes()).toMatchObject({ plain: 0 });
  await w.host.drain();
  const stored = [...w.host.kvs.table({ kind: 'plain' }).entries()];
  expect(stored.map(({ key }) => key)).toEqual(['event:A-1']);
  expect(stored[0]?.value).toMatchObject({
    eventType: 'avi:jira:updated:issue',
    atlassianId: 'u-ann',
    selfGenerated: false,
    issue: { key: 'A-1' },
  });
});

test('a trigger that asks for a retry gets the event again when it asked, four times at most', async () => {
  const w = world();
  w.host.emit('avi:jira:updated:issue', { issue: { key: 'RETRY-1' } }, { kind: 'user', accountId: 'u-ann' });
  await w.host.moveTo(START + HOUR);
  const stored = [...w.host.kvs.table({ kind: 'plain' }).entries()]
    .filter(({ key }) => key.startsWith('event:'))
    .map(({ value }) => value as { at: number; retryContext?: unknown });
  expect(stored.map(({ at }) => (at - START) / 1000)).toEqual([0, 60, 120, 180, 240]);
  expect(stored.map(({ retryContext }) => retryContext).at(-1)).toEqual({
    retryCount: 4,
    retryReason: 'FUNCTION_RETRY_REQUEST',
    retryData: { attempt: 3 },
  });
});
