import { answerCommand, findIn } from '../../../src/shell/client/host/frame-host';
import { modalExtension, modalRequest, type ModalRequest } from '../../../src/shell/client/host/modal';
import { createEndpoint } from '../../../src/shell/client/rpc/endpoint';

const ends: { close(): void }[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.close();
  Reflect.deleteProperty(globalThis, '__bridge');
});

const panel = {
  type: 'jira:issuePanel',
  key: 'promises',
  title: 'Promises',
  pages: { main: '/sandbox/app/promises/panel.html' },
};
const opener = { src: panel.pages.main, module: panel };
const resources = { main: 'index.html', 'main/panel': 'panel.html', 'main/form': 'form.html' };

/** The real SDK, whose requests end in a list. */
const setUp = () => {
  const opened: ModalRequest[] = [];
  const own = { openModal: (data: unknown) => void opened.push(modalRequest(data, opener, resources)) };
  const { port1, port2 } = new MessageChannel();
  const frame = createEndpoint(port1, () => undefined);
  ends.push(
    frame,
    createEndpoint(port2, (command, data) =>
      answerCommand(
        findIn(() => [own]),
        command,
        data,
      ),
    ),
  );
  Object.defineProperty(globalThis, '__bridge', {
    configurable: true,
    value: { callBridge: (command: string, data: unknown) => frame.call(command, data) },
  });
  jest.resetModules();
  return opened;
};

const bridge = () => import('@forge/bridge');

test('a modal shows the page of its resource entry, with its title, below the module that opened it', async () => {
  const opened = setUp();
  const { Modal } = await bridge();
  await new Modal({ resource: 'main/form', title: 'APP-1', closeOnOverlayClick: false }).open();
  expect(opened).toMatchObject([
    {
      src: '/sandbox/app/promises/form.html',
      title: 'APP-1',
      closeOnEscape: true,
      closeOnOverlayClick: false,
    },
  ]);
});

test('a modal without a resource shows the page that opened it', async () => {
  const opened = setUp();
  const { Modal } = await bridge();
  await new Modal().open();
  expect(opened).toMatchObject([{ src: opener.src, title: '', size: { width: '600px' } }]);
});

test('a resource that the manifest does not declare is refused, as the SDK tells it', async () => {
  setUp();
  const { Modal } = await bridge();
  await expect(new Modal({ resource: 'main/other' }).open()).rejects.toThrow('Unable to open modal.');
});

test.each([
  ['small', { width: '400px', height: 'max(20vh, 320px)' }],
  ['medium', { width: '600px', height: 'max(40vh, 520px)' }],
  ['large', { width: '800px', height: 'max(70vh, 720px)' }],
  ['xlarge', { width: '968px', height: '90vh' }],
  ['max', { width: '100vw', height: '100vh' }],
] as const)('a modal of size %s is as large as Forge documents it', async (size, expected) => {
  const opened = setUp();
  const { Modal } = await bridge();
  await new Modal({ size }).open();
  expect(opened).toMatchObject([{ size: expected }]);
});

test('a modal of its own dimensions has them', async () => {
  const opened = setUp();
  const { Modal } = await bridge();
  await new Modal({ size: { width: '50vw', height: '300px' } }).open();
  await new Modal({ size: { width: '70%' } }).open();
  expect(opened.map(({ size }) => size)).toEqual([
    { width: '50vw', height: '300px' },
    { width: '70%', height: 'max(40vh, 520px)' },
  ]);
});

test('what the modal is closed with reaches the page that opened it', async () => {
  const opened = setUp();
  const { Modal } = await bridge();
  const closed: unknown[] = [];
  await new Modal({ onClose: (payload) => closed.push(payload) }).open();
  await opened[0]?.onClose({ saved: ['a', 1] });
  expect(closed).toEqual([{ saved: ['a', 1] }]);
});

test('the page in a modal is told all that its opener is told, and what it was opened with', async () => {
  const opened = setUp();
  const { Modal } = await bridge();
  await new Modal({ context: { form: 'decline' } }).open();
  const request = opened[0] ?? fail();
  expect(modalExtension({ type: 'jira:issuePanel', issue: { key: 'APP-1', id: '1' } }, request)).toEqual({
    type: 'jira:issuePanel',
    issue: { key: 'APP-1', id: '1' },
    modal: { form: 'decline' },
  });
});

function fail(): never {
  throw new Error('No modal was opened.');
}
