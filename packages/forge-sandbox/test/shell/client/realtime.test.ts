import { Realtime as Hub, channelKey } from '../../../src/forge/realtime';
import { commonCommands, type FrameServices } from '../../../src/shell/client/host/commands';
import { answerCommand, findIn } from '../../../src/shell/client/host/frame-host';
import { channelOf, realtimeCommands, type Realtime } from '../../../src/shell/client/host/realtime';
import { createEndpoint } from '../../../src/shell/client/rpc/endpoint';

const ends: { close(): void }[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.close();
  Reflect.deleteProperty(globalThis, '__bridge');
});

const at = (issue: string) => ({
  type: 'jira:issuePanel',
  issue: { id: issue, key: `APP-${issue}` },
  project: { id: '10000', key: 'APP' },
});

const unused = (): never => {
  throw new Error('Not part of these tests.');
};
const services: FrameServices = {
  origin: 'http://jira.test',
  moduleAddress: unused,
  context: () => ({}),
  invoke: unused,
  send: unused,
  showFlag: unused,
  closeFlag: unused,
  go: unused,
  reload: unused,
};

/** The server without a wire between. */
const wireless = (hub: Hub): Realtime => ({
  publish: (channel, payload) => Promise.resolve(hub.publish(channel, payload)),
  subscribe: (channel, hear) =>
    Promise.resolve(hub.subscribe([channelKey(channel)], ({ payload }) => void hear(payload))),
});

/** The SDK of one frame, as the app's page has it. */
const frame = async (hub: Hub, extension: ReturnType<typeof at>, moduleKey = 'panel') => {
  const realtime = realtimeCommands(wireless(hub), () => ({ moduleKey, extension }));
  const common = commonCommands(services);
  const { port1, port2 } = new MessageChannel();
  const inner = createEndpoint(port1, () => undefined);
  const outer = createEndpoint(port2, (command, data) =>
    answerCommand(
      findIn(() => [realtime.commands, common]),
      command,
      data,
    ),
  );
  ends.push(inner, outer);
  Object.defineProperty(globalThis, '__bridge', {
    configurable: true,
    value: { callBridge: (command: string, data: unknown) => inner.call(command, data) },
  });
  jest.resetModules();
  const sdk = await import('@forge/bridge');
  const heard: unknown[] = [];
  return {
    ...sdk.realtime,
    Jira: sdk.Jira,
    heard,
    hear: (payload: unknown) => heard.push(payload),
    close: realtime.close,
  };
};

const hub = () => new Hub({ now: () => 1000 });
/** Long enough for messages between ports to arrive. */
const arrived = () => new Promise((resolve) => setTimeout(resolve, 20));

test('two frames of one module on one issue hear each other, another issue does not', async () => {
  const shared = hub();
  const [mine, theirs, elsewhere] = [
    await frame(shared, at('1')),
    await frame(shared, at('1')),
    await frame(shared, at('2')),
  ];
  for (const one of [mine, theirs, elsewhere]) await one.subscribe('charter', one.hear);
  const result = await mine.publish('charter', { version: 2 });
  await arrived();
  expect(result).toEqual({ eventId: expect.any(String), eventTimestamp: '1000' });
  expect([mine.heard, theirs.heard, elsewhere.heard]).toEqual([[{ version: 2 }], [{ version: 2 }], []]);
});

test('another module on the same issue hears only where both override the context', async () => {
  const shared = hub();
  const [panel, page] = [await frame(shared, at('1')), await frame(shared, at('2'), 'page')];
  await page.subscribe('charter', page.hear);
  await page.subscribe('project', page.hear, { contextOverrides: [page.Jira.Project] });
  await panel.publish('charter', 'unheard');
  await panel.publish('project', 'heard', { contextOverrides: [panel.Jira.Project] });
  await arrived();
  expect(page.heard).toEqual(['heard']);
});

test('global channels join all modules and places, and are what an empty override means', async () => {
  const shared = hub();
  const [panel, page] = [await frame(shared, at('1')), await frame(shared, at('2'), 'page')];
  await page.subscribeGlobal('all', page.hear);
  await panel.publishGlobal('all', 'one');
  await panel.publish('all', 'two', { contextOverrides: [] });
  await arrived();
  expect(page.heard).toEqual(['one', 'two']);
});

test('unsubscribing ends one subscription, closing the frame ends them all', async () => {
  const shared = hub();
  const [listener, speaker] = [await frame(shared, at('1')), await frame(shared, at('1'))];
  const first = await listener.subscribe('charter', (payload) => listener.hear(['first', payload]));
  await listener.subscribe('charter', (payload) => listener.hear(['second', payload]));
  await first.unsubscribe();
  await speaker.publish('charter', 'a');
  await arrived();
  listener.close();
  await expect(speaker.publish('charter', 'b')).resolves.toEqual({ eventId: null, eventTimestamp: null });
  expect(listener.heard).toEqual([['second', 'a']]);
});

test('tokens and properties that the place does not have are refused by name', () => {
  const call = (options: object) => () => channelOf({ channelName: 'charter', options }, 'panel', at('1'));
  expect(call({ token: 'x' })).toThrow('no realtime tokens');
  expect(call({ contextOverrides: ['board'] })).toThrow('There is no board in the context of panel here.');
});
