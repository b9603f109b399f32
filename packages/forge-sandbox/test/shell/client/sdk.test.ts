import { commonCommands, type FrameServices } from '../../../src/shell/client/host/commands';
import { answerCommand, findIn, type Commands } from '../../../src/shell/client/host/frame-host';
import { createEndpoint } from '../../../src/shell/client/rpc/endpoint';

/** The real SDKs, talking to the shell's commands over a real channel. */
const setUp = (own: Commands = {}, overrides: Partial<FrameServices> = {}) => {
  const log: unknown[] = [];
  const services: FrameServices = {
    origin: 'http://jira.test',
    moduleAddress: (key, project) => `/projects/${project ?? 'APP'}/page/${key}`,
    context: () => ({
      accountId: 'u-coo',
      locale: 'en_US',
      localId: 'here',
      extension: { type: 'jira:issuePanel' },
    }),
    invoke: (functionKey, payload) => Promise.resolve({ ok: true, functionKey, payload }),
    send: (path, init) => {
      log.push([path, init]);
      return Promise.resolve(
        new Response('{"key":"APP-1"}', { status: 201, headers: { 'content-type': 'application/json' } }),
      );
    },
    showFlag: (flag) => log.push(flag),
    closeFlag: (id) => log.push(`close ${id}`) > 0,
    go: (url, newTab, external) => log.push({ url, newTab, external }) > 0,
    reload: () => log.push('reload'),
    ...overrides,
  };
  const common = commonCommands(services);
  const find = findIn(() => [own, common]);
  const { port1, port2 } = new MessageChannel();
  const frame = createEndpoint(port1, () => undefined);
  const host = createEndpoint(port2, (command, data) => answerCommand(find, command, data));
  ends.push(frame, host);
  Object.defineProperty(globalThis, '__bridge', {
    configurable: true,
    value: { callBridge: (command: string, data: unknown) => frame.call(command, data) },
  });
  jest.resetModules();
  return { log };
};
const ends: { close(): void }[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.close();
  Reflect.deleteProperty(globalThis, '__bridge');
});

const bridge = () => import('@forge/bridge');

test('view.getContext', async () => {
  setUp();
  const { view } = await bridge();
  await expect(view.getContext()).resolves.toMatchObject({
    accountId: 'u-coo',
    extension: { type: 'jira:issuePanel' },
  });
});

test('invoke answers what the resolver returned and rejects with its message', async () => {
  setUp();
  const { invoke } = await bridge();
  await expect(invoke('charter/get', { a: 1 })).resolves.toEqual({
    ok: true,
    functionKey: 'charter/get',
    payload: { a: 1 },
  });
  setUp({}, { invoke: () => Promise.reject(new Error('The function timed out.')) });
  const again = await bridge();
  await expect(again.invoke('charter/get')).rejects.toThrow('The function timed out.');
});

test('requestJira carries method, headers, body and status', async () => {
  const { log } = setUp();
  const { requestJira } = await bridge();
  const realRequest = globalThis.Request;
  // Browsers resolve the SDK's empty address against the page; Node has no page.
  jest
    .spyOn(globalThis, 'Request')
    .mockImplementation((_, init) => new realRequest('http://app.test/', init));
  const response = await requestJira('/rest/api/3/issue', {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'X-One': '1' },
  });
  jest.restoreAllMocks();
  expect(response.status).toBe(201);
  await expect(response.json()).resolves.toEqual({ key: 'APP-1' });
  expect(log).toMatchObject([['/rest/api/3/issue', { method: 'POST', body: '{"a":1}' }]]);
});

test('flags: shown with their actions, closed by id', async () => {
  const { log } = setUp();
  const { showFlag } = await bridge();
  let clicked = false;
  const flag = showFlag({
    id: 'saved',
    title: 'Saved',
    type: 'success',
    actions: [{ text: 'Undo', onClick: () => void (clicked = true) }],
  });
  await flag.close();
  expect(log).toMatchObject([
    { id: 'saved', title: 'Saved', type: 'success', isAutoDismiss: false },
    'close saved',
  ]);
  const [shown] = log;
  if (typeof shown !== 'object' || shown === null || !('actions' in shown) || !Array.isArray(shown.actions))
    throw new Error('no actions');
  const action: unknown = shown.actions[0];
  if (
    typeof action === 'object' &&
    action !== null &&
    'onClick' in action &&
    typeof action.onClick === 'function'
  ) {
    await Reflect.apply(action.onClick, undefined, []);
  }
  expect(clicked).toBe(true);
});

test('events reach every listener until it unsubscribes', async () => {
  setUp();
  const { events } = await bridge();
  const heard: unknown[] = [];
  const subscription = await events.on('app.changed', (payload) => void heard.push(payload));
  await events.emit('app.changed', { n: 1 });
  await Promise.resolve(subscription.unsubscribe());
  await events.emit('app.changed', { n: 2 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([{ n: 1 }]);
});

test('router: addresses, work items and modules', async () => {
  const { log } = setUp();
  const { router } = await bridge();
  await router.navigate('/browse/APP-1');
  await router.open('https://example.com/x');
  await router.navigate({ target: 'issue', issueKey: 'APP-2' });
  const url = await router.getUrl({
    target: 'module',
    moduleKey: 'overview',
    projectKey: 'CORE',
    path: '/all',
  });
  expect(log).toEqual([
    { url: 'http://jira.test/browse/APP-1', newTab: false, external: false },
    { url: 'https://example.com/x', newTab: true, external: true },
    { url: 'http://jira.test/browse/APP-2', newTab: false, external: false },
  ]);
  expect(url?.href).toBe('http://jira.test/projects/CORE/page/overview/all');
});

test('router: scripts and other products have no page', async () => {
  setUp();
  const { router } = await bridge();
  await expect(router.navigate('javascript:alert(1)')).rejects.toThrow('not allowed');
  await expect(router.navigate({ target: 'contentView', contentId: '1' })).rejects.toThrow('has no page for');
});

test('router: a person who stays makes the call fail', async () => {
  setUp({}, { go: () => false });
  const { router } = await bridge();
  await expect(router.navigate('https://example.com')).rejects.toThrow('chose not to leave');
});

test('workflowRules.onConfigure hands over a function that returns the configuration', async () => {
  let registered: unknown;
  setUp({
    setWorkflowRuleConfigurationCallback: (data) => {
      registered = data;
      return true;
    },
  });
  const { workflowRules } = await import('@forge/jira-bridge/out/workflow');
  await workflowRules.onConfigure(() => JSON.stringify({ checkpoint: 'start' }));
  if (typeof registered !== 'object' || registered === null || !('data' in registered))
    throw new Error('nothing registered');
  const { data } = registered;
  if (
    typeof data !== 'object' ||
    data === null ||
    !('onConfigure' in data) ||
    typeof data.onConfigure !== 'function'
  )
    throw new Error('no function');
  await expect(Reflect.apply(data.onConfigure, undefined, [])).resolves.toBe('{"checkpoint":"start"}');
});

test('a command that is not implemented is named, never swallowed', async () => {
  setUp();
  const { view, rovo } = await bridge();
  await expect(view.submit('x')).rejects.toThrow('does not implement the bridge command "submit"');
  await expect(rovo.isEnabled()).rejects.toThrow('"isRovoEnabled"');
  await expect(view.refresh()).rejects.toThrow('"refresh"');
});

test('names inherited from Object are no commands', () => {
  const find = findIn(() => [{}]);
  expect(find('toString')).toBeUndefined();
  expect(() => answerCommand(find, 'constructor', undefined)).toThrow('"constructor"');
});
