import { endpointOf, Rates } from '../../src/forge/rates';
import { deliveriesOf } from '../../src/forge/events';
import { parseManifest } from '../../src/forge/manifest';
import { STRICT, type Switches } from '../../src/switches';
import { closeWorlds, manifest, START, world } from './fixture/host';

afterEach(closeWorlds);
const strict = (limits: Partial<Switches>) =>
  world({ switches: () => ({ ...STRICT, eventDelay: 'PT0S', ...limits }) });

test('units are given by the minute, reads and writes apart', () => {
  const time = { at: START };
  const rates = new Rates({ now: () => time.at }, () => ({ ...STRICT, storageUnitsPerMinute: 3 }));
  expect([rates.storage('read', 2), rates.storage('read', 2), rates.storage('write', 3)]).toEqual([
    true,
    false,
    true,
  ]);
  time.at += 60_000;
  expect(rates.storage('read', 3)).toBe(true);
});

test('storage refuses what a minute does not give, and takes it again in the next', async () => {
  const { ask, host } = strict({ storageUnitsPerMinute: 2 });
  const read = () => ask('read many', { keys: ['none'] });
  await read();
  await read();
  await expect(read()).rejects.toThrow();
  await host.moveTo(START + 60_000);
  await expect(read()).resolves.toBeDefined();
  const { ask: free } = strict({});
  for (let turn = 0; turn < 5; turn += 1)
    await expect(free('read many', { keys: ['none'] })).resolves.toBeDefined();
});

test('a person calls the app so often a minute, and others are not held up by it', async () => {
  const { ask, host } = strict({ invocationsPerMinute: 2 });
  await ask('now');
  await ask('now');
  await expect(ask('now')).rejects.toThrow();
  await expect(ask('now', {}, 'u-bob')).resolves.toBeDefined();
  await host.moveTo(START + 60_000);
  await expect(ask('now')).resolves.toBeDefined();
});

test('one item takes so many writes of the app in two seconds, and any number of reads', async () => {
  const { ask, host } = strict({ writesPerIssue: 2 });
  const send = async (method: string, path: string) =>
    (await ask('ask jira', { as: 'app', method, path, ...(method !== 'GET' && { body: {} }) })) as {
      status: number;
    };
  const write = () => send('PUT', '/issue/APP-1');
  expect([(await write()).status, (await write()).status, (await write()).status]).toEqual([200, 200, 429]);
  expect((await send('GET', '/issue/APP-1')).status).toBe(200);
  expect((await send('PUT', '/issue/APP-2')).status).toBe(404);
  await host.moveTo(START + 2_000);
  expect((await write()).status).toBe(200);
});

test('one endpoint takes so many requests of the app a second, whatever they ask for, and others are open', async () => {
  const { ask, host } = strict({ requestsPerSecond: 2 });
  const send = async (path: string) =>
    (await ask('ask jira', { as: 'app', method: 'GET', path, headers: {} })) as { status: number };
  expect([
    (await send('/issue/APP-1')).status,
    (await send('/issue/APP-2?fields=summary')).status,
    (await send('/issue/10007')).status,
    (await send('/myself')).status,
  ]).toEqual([200, 404, 429, 200]);
  await host.moveTo(START + 1_000);
  expect((await send('/issue/APP-1')).status).toBe(200);
  const { ask: free } = strict({ requestsPerSecond: 100 });
  for (let turn = 0; turn < 5; turn += 1)
    expect(
      await free('ask jira', { as: 'app', method: 'GET', path: '/issue/APP-1', headers: {} }),
    ).toMatchObject({
      status: 200,
    });
});

test('an endpoint is told by method and path, without the one thing it is asked for', () => {
  const same = ['/rest/api/3/issue/APP-1/comment', '/rest/api/3/issue/10001/comment?orderBy=created'];
  expect(new Set(same.map((path) => endpointOf('GET', path))).size).toBe(1);
  expect(endpointOf('GET', '/rest/api/3/user/bulk')).not.toBe(endpointOf('GET', '/rest/api/3/user'));
  expect(endpointOf('PUT', '/rest/api/3/issue/A-1')).not.toBe(endpointOf('GET', '/rest/api/3/issue/A-1'));
});

test('an event above 200 KB never comes', () => {
  const eventsOf = (bytes: number) =>
    deliveriesOf(
      manifest,
      {
        eventType: 'avi:jira:updated:issue',
        payload: { issue: { key: 'APP-1' }, text: 'x'.repeat(bytes) },
        actor: undefined,
      },
      { licensed: true, onFilterError: () => undefined },
    ).length;
  expect(eventsOf(190 * 1024)).toBeGreaterThan(0);
  expect(eventsOf(200 * 1024)).toBe(0);
});

test('a manifest has one schedule of five minutes and five in all', () => {
  const withSchedules = (...intervals: string[]): string =>
    `app: { id: 'ari:cloud:ecosystem::app/1', runtime: { name: nodejs24.x } }
modules:
  function: [{ key: f, handler: app.sweep }]
  scheduledTrigger: [${intervals.map((one, at) => `{ key: s${at}, function: f, interval: ${one} }`).join(', ')}]
permissions: { scopes: [] }`;
  expect(parseManifest(withSchedules('fiveMinute', 'hour', 'hour', 'day', 'week')).schedules).toHaveLength(5);
  expect(() => parseManifest(withSchedules('fiveMinute', 'fiveMinute'))).toThrow('five scheduled triggers');
  expect(() => parseManifest(withSchedules('hour', 'hour', 'hour', 'day', 'day', 'week'))).toThrow(
    'five scheduled triggers',
  );
});
