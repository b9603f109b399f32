import type { Sandbox } from '../../../src/sandbox';
import { STRICT, type Switches } from '../../../src/switches';
import { closeHttpWorlds, httpWorld } from '../../http/world';
import { closeWorlds, START, world, type World } from '../fixture/host';

afterEach(closeWorlds);
afterEach(closeHttpWorlds);

const strict = (limits: Partial<Switches> = {}) =>
  world({ switches: () => ({ ...STRICT, eventDelay: 'PT0S', ...limits }) });
const invoke = (sandbox: Sandbox, functionKey: string, payload: unknown) =>
  sandbox.invoke('panel', functionKey, payload, {}, 'u-coo');

const chains = ({ host }: World) =>
  [...host.kvs.table({ kind: 'plain' }).entries()]
    .filter(({ key }) => key.startsWith('chain:'))
    .map(({ value }) => value as { done: number; problem: string | null });

test('one invocation pushes a thousand times, and is then told so by the SDK’s own error', async () => {
  const w = strict({ eventsPerMinute: 5000 });
  expect(await w.ask('push until refused', { most: 1000 })).toEqual({ done: 1000, problem: null });
  expect(await w.ask('push until refused', { most: 1001 })).toEqual({
    done: 1000,
    problem: 'InvocationLimitReachedError',
  });
});

test('what events push counts on the invocation that the chain began with', async () => {
  const w = strict({ pushesPerOrigin: 4 });
  await w.ask('push', { events: { body: { name: 'chain9', chain: 9 } } });
  await w.host.drain();
  expect(chains(w).filter(({ problem }) => problem === null)).toHaveLength(3);
  expect(chains(w).filter(({ problem }) => problem === 'InvocationLimitReachedError')).toHaveLength(1);
});

test('five hundred events a minute are taken, and one more after the minute', async () => {
  const w = strict();
  expect(await w.ask('push until refused', { most: 501 })).toEqual({ done: 500, problem: 'RateLimitError' });
  await w.host.moveTo(START + 59_999);
  expect(await w.ask('push until refused', { most: 1 })).toMatchObject({ done: 0 });
  await w.host.moveTo(START + 60_000);
  expect(await w.ask('push until refused', { most: 1 })).toEqual({ done: 1, problem: null });
});

test('a minor deployment tells the app nothing, keeps what is due and loses what is delayed', async () => {
  const { sandbox, send } = await httpWorld({ autoDrain: false });
  await invoke(sandbox, 'push', {
    events: [{ body: { name: 'due' } }, { body: { name: 'late' }, delayInSeconds: 60 }],
  });
  const before = sandbox.queue.depth();
  expect(before).toMatchObject({ waiting: 2, due: 1 });
  const { body } = await send('POST', '/sandbox/upgrade', { as: 'u-admin', body: { minor: true } });
  expect(body).toEqual({ version: '1.1.0' });
  expect(sandbox.queue.depth()).toMatchObject({ waiting: 1, due: 1 });
  await sandbox.drain();
  const keys = [...sandbox.kvs.table({ kind: 'plain' }).entries()].map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('log:'))).toHaveLength(1);
  expect(keys.filter((key) => key.startsWith('life:'))).toEqual([]);
});

test('for two minutes after it, what the version before began may not push', async () => {
  const { sandbox } = await httpWorld({ autoDrain: false });
  const outcome = () =>
    [...sandbox.kvs.table({ kind: 'plain' }).entries()]
      .filter(({ key }) => key.startsWith('chain:'))
      .map(({ value }) => (value as { problem: string | null }).problem);
  const begin = () => invoke(sandbox, 'push', { events: { body: { name: 'chain1', chain: 1 } } });
  await begin();
  await sandbox.deploy();
  await sandbox.drain();
  expect(outcome()).toEqual(['InternalServerError']);
  await begin();
  await sandbox.drain();
  expect(outcome()).toEqual([null]);
  await begin();
  await sandbox.deploy();
  sandbox.clock.jumpTo(sandbox.clock.now() + 120_000);
  await sandbox.drain();
  expect(outcome()).toEqual([null]);
});
