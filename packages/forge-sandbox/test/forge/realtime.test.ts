import { Realtime, REALTIME_OPERATIONS_PER_SECOND, channelKey } from '../../src/forge/realtime';
import { closeHttpWorlds, httpWorld } from '../http/world';

afterEach(closeHttpWorlds);

const charter = { name: 'charter', scope: { module: 'panel', issue: '1' } };

/** Channels in a world whose seconds the test counts. */
const channels = () => {
  const time = { simulated: 1000, elapsed: 0 };
  const realtime = new Realtime({ now: () => time.simulated }, () => time.elapsed);
  const heard: unknown[] = [];
  const listen = (channel = charter) =>
    realtime.subscribe([channelKey(channel)], ({ payload }) => heard.push(payload));
  return { realtime, time, heard, listen };
};

test('an event reaches every listener of its channel and nobody else', () => {
  const { realtime, heard, listen } = channels();
  listen();
  listen();
  listen({ name: 'charter', scope: { module: 'panel', issue: '2' } });
  listen({ name: 'other', scope: charter.scope });
  expect(realtime.publish(charter, { version: 2 })).toMatchObject({ eventTimestamp: '1000' });
  expect(heard).toEqual([{ version: 2 }, { version: 2 }]);
});

test('the order in which a context is written does not matter', () => {
  const { realtime, heard, listen } = channels();
  listen({ name: 'charter', scope: { module: 'panel', issue: '1' } });
  realtime.publish({ name: 'charter', scope: { issue: '1', module: 'panel' } }, 'changed');
  expect(heard).toEqual(['changed']);
});

test('without listeners an event has no id; after leaving nothing is heard', () => {
  const { realtime, heard, listen } = channels();
  expect(realtime.publish(charter, 'a')).toEqual({ eventId: null, eventTimestamp: null });
  listen()();
  expect(realtime.publish(charter, 'b')).toEqual({ eventId: null, eventTimestamp: null });
  expect(heard).toEqual([]);
});

test('fifty operations a second, then an error, then a new second', () => {
  const { realtime, time, heard, listen } = channels();
  listen();
  const send = () => realtime.publish(charter, 'x').errors;
  const errors = Array.from({ length: REALTIME_OPERATIONS_PER_SECOND + 1 }, send);
  expect(errors.filter((error) => error === undefined)).toHaveLength(REALTIME_OPERATIONS_PER_SECOND);
  expect(errors.at(-1)).toEqual(['Rate limit exceeded: 50 operations per second.']);
  expect(heard).toHaveLength(REALTIME_OPERATIONS_PER_SECOND);
  time.elapsed = 1001;
  expect(send()).toBeUndefined();
});

test('replay counts in simulated time', () => {
  const { realtime, time } = channels();
  const keys = [channelKey(charter)];
  realtime.publish(charter, 'early');
  time.simulated += 60_000;
  realtime.publish(charter, 'late');
  const payloads = (seconds: number) =>
    realtime.since(keys, realtime.replayFrom(seconds)).map(({ payload }) => payload);
  expect(payloads(30)).toEqual(['late']);
  expect(payloads(90)).toEqual(['early', 'late']);
});

test('over HTTP: a stream hears what another person publishes, and what it missed', async () => {
  const { app, send } = await httpWorld();
  const address = `/sandbox/realtime?channels=${encodeURIComponent(JSON.stringify([charter]))}`;
  const read = async (path: string, until: string) => {
    const response = await app.request(`http://localhost:3000${path}`);
    const reader = response.body?.getReader();
    let text = '';
    return {
      until: async () => {
        while (!text.includes(until)) {
          const chunk = await reader?.read();
          if (chunk?.value === undefined) break;
          text += new TextDecoder().decode(chunk.value);
        }
        await reader?.cancel();
        return text;
      },
    };
  };
  const stream = await read(address, 'version');
  const published = await send('POST', '/sandbox/realtime', {
    as: 'u-platform',
    body: { channel: charter, payload: { version: 3 } },
  });
  expect(published.body).toEqual({ eventId: expect.any(String), eventTimestamp: expect.any(String) });
  expect(await stream.until()).toContain('"payload":{"version":3}');
  expect(await (await read(`${address}&since=0`, 'version')).until()).toContain('"payload":{"version":3}');
});

test('publishing needs a person and a payload', async () => {
  const { send } = await httpWorld();
  const body = { channel: charter, payload: 'x' };
  expect((await send('POST', '/sandbox/realtime', { body })).status).toBe(401);
  expect(
    (await send('POST', '/sandbox/realtime', { as: 'u-coo', body: { ...body, payload: 7 } })).status,
  ).toBe(400);
});
