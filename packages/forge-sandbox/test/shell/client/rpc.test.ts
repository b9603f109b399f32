import { createEndpoint } from '../../../src/shell/client/rpc/endpoint';

/** Two ends of one conversation; ports of worker threads clone messages as the browser's do. */
const connect = (left: (command: string, data: unknown) => unknown, right: typeof left) => {
  const { port1, port2 } = new MessageChannel();
  const ends = [createEndpoint(port1, left), createEndpoint(port2, right)] as const;
  open.push(...ends);
  return ends;
};
const open: { close(): void }[] = [];
afterEach(() => {
  for (const end of open.splice(0)) end.close();
});

const nothing = () => undefined;

test('an answer travels back, nested data intact', async () => {
  const [left] = connect(nothing, (command, data) => ({ command, data, list: [1, { deep: null }] }));
  await expect(left.call('ask', { a: [1, 2] })).resolves.toEqual({
    command: 'ask',
    data: { a: [1, 2] },
    list: [1, { deep: null }],
  });
});

test('answers find their questions in any order', async () => {
  const [left] = connect(nothing, async (_, data) => {
    if (data === 'slow') await new Promise((resolve) => setImmediate(resolve));
    return data;
  });
  await expect(Promise.all([left.call('x', 'slow'), left.call('x', 'fast')])).resolves.toEqual([
    'slow',
    'fast',
  ]);
});

test('both sides may ask at once', async () => {
  const [left, right] = connect(
    () => 'from the left',
    () => 'from the right',
  );
  await expect(Promise.all([left.call('x'), right.call('x')])).resolves.toEqual([
    'from the right',
    'from the left',
  ]);
});

test('an error keeps its name and message', async () => {
  const [left] = connect(nothing, () => {
    throw new RangeError('too much');
  });
  await expect(left.call('x')).rejects.toMatchObject({ name: 'RangeError', message: 'too much' });
});

test('a callback given in the question can be called, with its answer coming back', async () => {
  const heard: unknown[] = [];
  const [left] = connect(nothing, async (_, data) => {
    if (typeof data !== 'object' || data === null || !('callback' in data)) return 'no callback';
    const { callback } = data;
    return typeof callback === 'function'
      ? Reflect.apply(callback, undefined, ['hello', 2])
      : 'not a function';
  });
  const answer = await left.call('on', {
    callback: (...args: unknown[]) => {
      heard.push(...args);
      return 'thanks';
    },
  });
  expect(heard).toEqual(['hello', 2]);
  expect(answer).toBe('thanks');
});

test('a function in the answer works too, such as unsubscribe', async () => {
  let ended = false;
  const [left] = connect(nothing, () => ({
    unsubscribe: () => {
      ended = true;
    },
  }));
  const answer = await left.call('on');
  if (typeof answer !== 'object' || answer === null || !('unsubscribe' in answer))
    throw new Error('no function');
  if (typeof answer.unsubscribe === 'function') await Reflect.apply(answer.unsubscribe, undefined, []);
  expect(ended).toBe(true);
});

test('questions without an answer fail when the frame is closed', async () => {
  const [left] = connect(nothing, () => new Promise(nothing));
  const asked = left.call('never');
  left.close();
  await expect(asked).rejects.toThrow('The frame was closed.');
});

test('messages of others on the port are ignored', async () => {
  const { port1, port2 } = new MessageChannel();
  const end = createEndpoint(port1, () => 'answer');
  open.push(end, port2);
  const heard: unknown[] = [];
  port2.addEventListener('message', ({ data }) => heard.push(data));
  port2.start();
  for (const noise of [null, 'text', { kind: 'call' }, { kind: 'other', id: 1 }]) port2.postMessage(noise);
  port2.postMessage({ kind: 'call', id: 7, command: 'x', data: undefined });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([{ kind: 'done', id: 7, value: 'answer' }]);
});
