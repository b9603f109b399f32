import { Faults } from '../../src/forge/faults';
import { closeWorlds, world } from './fixture/host';
import { kvsWorld } from './fixture/sdk';

afterEach(closeWorlds);

test('Jira answers with the status asked for, as often as asked for', async () => {
  const { ask, faults, jira } = world();
  faults.add({ target: 'jira', match: 'GET /rest/api/3/issue/*', status: 429, times: 1 });
  expect(await ask('status')).toMatchObject({ status: 429, retryAfter: '5', body: { errors: {} } });
  expect(jira.requests.filter(({ path }) => path.includes('issue'))).toHaveLength(0);
  expect(await ask('status')).toMatchObject({ status: 200, retryAfter: null });
});

test('match leaves other calls alone', async () => {
  const { ask, faults } = world();
  faults.add({ target: 'jira', match: 'PUT ', status: 503 });
  expect(await ask('status')).toMatchObject({ status: 200 });
  expect(await ask('status', { method: 'PUT' })).toMatchObject({ status: 503, retryAfter: '5' });
});

test('the store answers with its own codes and does nothing', async () => {
  const { run, faults, host } = kvsWorld();
  faults.add({ target: 'kvs', status: 429, times: 1 });
  await expect(run(({ kvs }) => kvs.set('a', 1))).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  faults.add({ target: 'kvs', status: 500, times: 1 });
  await expect(run(({ kvs }) => kvs.set('a', 1))).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(host.kvs.sizes()).toMatchObject({ plain: 0 });
});

test('a push that fails is an error of the SDK', async () => {
  const { ask, faults } = world();
  faults.add({ target: 'queue', status: 429 });
  await expect(ask('push', { events: { body: {} } })).rejects.toThrow('Too many requests');
});

test('a time-out never answers, so the function runs into its limit', async () => {
  const { ask, faults, calls } = world({ timeoutMs: () => 30 });
  faults.add({ target: 'jira', timeout: true });
  await expect(ask('status')).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
  expect(calls.since(0).calls).toMatchObject([{ target: 'jira', status: null, endedAt: null }]);
});

test('latency holds a call back in real time', async () => {
  const { ask, faults, calls } = world();
  faults.add({ target: 'jira', latencyMs: 40 });
  await ask('status');
  const [call] = calls.since(0).calls;
  expect((call?.endedAt ?? 0) - (call?.startedAt ?? 0)).toBeGreaterThanOrEqual(39);
});

test('a rate hits the same calls whenever the run is repeated', () => {
  const hits = (): boolean[] => {
    const faults = new Faults();
    faults.add({ target: 'jira', status: 500, rate: 0.3 });
    return Array.from({ length: 200 }, () => faults.meet('jira', 'GET', '/').outcome.kind === 'answer');
  };
  const first = hits();
  expect(hits()).toEqual(first);
  const share = first.filter(Boolean).length / first.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.4);
});

test('clear ends every fault', async () => {
  const { ask, faults } = world();
  faults.add({ target: 'jira', status: 500 });
  faults.clear();
  expect(faults.list()).toEqual([]);
  expect(await ask('status')).toMatchObject({ status: 200 });
});
