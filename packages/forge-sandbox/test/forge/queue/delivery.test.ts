import { newOrigin, PushLimits } from '../../../src/forge/queue/origins';
import { STRICT } from '../../../src/switches';
import { RETENTION_MS } from '../../../src/forge/queue/limits';
import { closeWorlds, START, world, type World } from '../fixture/host';

afterEach(closeWorlds);

interface Entry {
  readonly name: string;
  readonly attempt: number;
  readonly at: number;
  readonly reason: string | null;
}

/** What the fixture's consumer wrote down, in the order of simulated time. */
function log({ host }: World): readonly Entry[] {
  const records = [...host.kvs.table({ kind: 'plain' }).entries()];
  return records.filter(({ key }) => key.startsWith('log:')).map(({ value }) => value as Entry);
}

const names = (w: World): string[] => log(w).map(({ name }) => name);
const jobOf = async (answer: Promise<unknown>): Promise<string> =>
  ((await answer) as { jobId: string }).jobId;

test('an event reaches its consumer and is counted as a success', async () => {
  const w = world({ autoDrain: false });
  const jobId = await jobOf(w.ask('push', { events: [{ body: { name: 'a' } }, { body: { name: 'b' } }] }));
  expect(await w.ask('stats', { jobId })).toEqual({ success: 0, inProgress: 2, failed: 0 });
  expect(names(w)).toEqual([]);
  await w.host.drain();
  expect(names(w).sort()).toEqual(['a', 'b']);
  expect(await w.ask('stats', { jobId })).toEqual({ success: 2, inProgress: 0, failed: 0 });
});

test('without being asked, the queue drains itself soon after a push', async () => {
  const w = world();
  await w.ask('push', { events: { body: { name: 'a' } } });
  for (let turn = 0; turn < 200 && names(w).length === 0; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(names(w)).toEqual(['a']);
});

test('a delay waits for the simulated clock', async () => {
  const w = world();
  await w.ask('push', { events: { body: { name: 'a' }, delayInSeconds: 600 } });
  await w.host.drain();
  expect(names(w)).toEqual([]);
  await w.host.moveTo(START + 599_999);
  expect(names(w)).toEqual([]);
  await w.host.moveTo(START + 3_600_000);
  expect(log(w)).toMatchObject([{ name: 'a', at: START + 600_000 }]);
});

test('a consumer that throws is tried again with growing intervals', async () => {
  const w = world();
  await w.ask('push', { events: { body: { name: 'a', fail: 3 } } });
  await w.host.moveTo(START + 60 * 60_000);
  expect(log(w).map(({ attempt, at, reason }) => [attempt, at - START, reason])).toEqual([
    [0, 0, null],
    [1, 5_000, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
    [2, 15_000, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
    [3, 35_000, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
  ]);
});

test('an InvocationError is tried again when and why it says', async () => {
  const w = world();
  await w.ask('push', { events: { body: { name: 'a', retry: 1 } } });
  await w.host.moveTo(START + 10 * 60_000);
  expect(log(w).map(({ at, reason }) => [at - START, reason])).toEqual([
    [0, null],
    [60_000, 'FUNCTION_UPSTREAM_RATE_LIMITED'],
  ]);
});

test('drain lets failures try again at once, but not for ever', async () => {
  const w = world({ autoDrain: false });
  const jobId = await jobOf(
    w.ask('push', { events: [{ body: { name: 'a', fail: 2 } }, { body: { name: 'b', fail: 99 } }] }),
  );
  await w.host.drain();
  expect(log(w).filter(({ name }) => name === 'a')).toHaveLength(3);
  expect(log(w).filter(({ name }) => name === 'b')).toHaveLength(4);
  expect(await w.ask('stats', { jobId })).toEqual({ success: 1, inProgress: 1, failed: 0 });
});

test('after a day of failures an event is dropped', async () => {
  const w = world();
  const jobId = await jobOf(w.ask('push', { events: { body: { name: 'a', fail: 9999 } } }));
  await w.host.moveTo(START + RETENTION_MS + 30 * 60_000);
  expect(await w.ask('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 1 });
  expect(w.host.queue.depth()).toMatchObject({ waiting: 0 });
});

test('a cancelled job is not delivered', async () => {
  const w = world({ autoDrain: false });
  const jobId = await jobOf(w.ask('push', { events: { body: { name: 'a' } } }));
  await w.ask('cancel', { jobId });
  await w.host.drain();
  expect(names(w)).toEqual([]);
  await expect(w.ask('cancel', { jobId: 'unknown' })).rejects.toThrow(/was not found/);
});

test('a concurrency key bounds what runs at once, across pushes', async () => {
  const w = world({ autoDrain: false });
  w.faults.add({ target: 'kvs', latencyMs: 10 });
  const event = (name: string) => ({ body: { name }, concurrency: { key: 'one', limit: 1 } });
  await w.ask('push', { events: [event('a'), event('b')] });
  await w.ask('push', { events: event('c') });
  await w.host.drain();
  const runs = w.calls.since(0).invocations.filter(({ kind }) => kind === 'consumer');
  expect(runs).toHaveLength(3);
  for (const [at, run] of runs.entries()) {
    expect(run.startedAt).toBeGreaterThanOrEqual(runs[at - 1]?.endedAt ?? 0);
  }
});

test('duplicates: every event arrives twice, at the same time', async () => {
  const w = world({ autoDrain: false });
  w.faults.add({ target: 'queue', duplicate: true });
  await w.ask('push', { events: [{ body: { name: 'a' } }, { body: { name: 'b' } }] });
  await w.host.drain();
  expect(names(w).sort()).toEqual(['a', 'a', 'b', 'b']);
});

test('reordering: the order of delivery differs from the order of the push, the same for the same seed', async () => {
  const deliver = async (reorder: boolean): Promise<string[]> => {
    const w = world({ autoDrain: false });
    if (reorder) w.faults.add({ target: 'queue', reorder: true });
    await w.ask('push', { events: Array.from({ length: 12 }, (_, at) => ({ body: { name: String(at) } })) });
    await w.host.drain();
    return names(w);
  };
  const inOrder = Array.from({ length: 12 }, (_, at) => String(at));
  expect(await deliver(false)).toEqual(inOrder);
  const shuffled = await deliver(true);
  expect(shuffled).not.toEqual(inOrder);
  expect([...shuffled].sort()).toEqual([...inOrder].sort());
  expect(await deliver(true)).toEqual(shuffled);
});

describe('limits', () => {
  test.each([
    ['50 events', Array.from({ length: 50 }, () => ({ body: {} })), null],
    ['51 events', Array.from({ length: 51 }, () => ({ body: {} })), /50 events/],
    ['more than 200 KB', { body: { text: 'x'.repeat(201 * 1024) } }, /200KB/],
    ['a delay over 900 s', { body: {}, delayInSeconds: 901 }, /between 0 and 900/],
    ['nothing', [], /No events/],
  ])('%s', async (_name, events, problem) => {
    const { ask } = world({ autoDrain: false });
    if (problem === null)
      await expect(ask('push', { events })).resolves.toMatchObject({ jobId: expect.any(String) });
    else await expect(ask('push', { events })).rejects.toThrow(problem);
  });

  test('the platform checks for itself what the SDK checks first', async () => {
    const { answerQueue } = await import('../../../src/forge/queue/api');
    const w = world({ autoDrain: false });
    const queues = new Map([['work', 300_000]]);
    const limits = new PushLimits({ clock: w.clock, limits: () => STRICT, version: '1.0.0' });
    const pushing = () => ({ limits, origin: newOrigin('1.0.0') });
    const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
    const push = (queueName: string, payload: unknown) => {
      const head = {
        jobId: 'j',
        type: 'avi:forge:app:event',
        schema: 'ari:cloud:ecosystem::forge/app-event-2',
        time: '',
      };
      return answerQueue(
        w.host.queue,
        queues,
        path,
        JSON.stringify({ ...head, queueName, payload }),
        pushing(),
      );
    };
    expect(push('work', [{ body: {} }]).status).toBe(201);
    expect(push('nobody-reads', [{ body: {} }]).status).toBe(400);
    expect(
      push(
        'work',
        Array.from({ length: 51 }, () => ({ body: {} })),
      ).status,
    ).toBe(400);
    expect(push('work', [{ body: { text: 'x'.repeat(201 * 1024) } }]).status).toBe(413);
    expect(push('work', [{ body: { text: 'x'.repeat(101 * 1024) } }]).status).toBe(413);
    expect(push('work', [{ body: { text: 'x'.repeat(99 * 1024) } }]).status).toBe(201);
    expect(answerQueue(w.host.queue, queues, '/webhook/queue/other', '{}', pushing()).status).toBe(404);
  });
});
