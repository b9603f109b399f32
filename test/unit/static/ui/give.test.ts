import { invoke } from '@forge/bridge';
import { give } from '../../../../static/ui/give';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const invoked = jest.mocked(invoke);
const lost = { ok: false, error: { code: 'unavailable', message: 'Nobody knows' } };
const refused = { ok: false, error: { code: 'forbidden', message: 'Not yours' } };

const names = (): readonly unknown[] =>
  invoked.mock.calls.map(([, payload]) => (payload as { commandId?: unknown }).commandId);

beforeEach(() => invoked.mockReset());

test('a command goes under a new name, and under the same one while nobody knows what became of it', async () => {
  invoked
    .mockResolvedValueOnce(lost)
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValueOnce(refused);
  invoked.mockResolvedValueOnce(refused);
  for (const seen of [3, 4, 5, 6]) await give('gap/raise', { what: 'A gap', seen });
  const [first, second, third, fourth] = names();
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect([second, third]).toEqual([first, first]);
  expect(fourth).not.toBe(first);
});

test('what says something else goes under another name', async () => {
  invoked.mockResolvedValue(lost);
  await give('gap/raise', { what: 'A gap' });
  await give('gap/raise', { what: 'Another gap' });
  expect(new Set(names()).size).toBe(2);
});

test('a reminder, which is no command of the record, takes no name', async () => {
  invoked.mockResolvedValue(refused);
  await give('reminder/send', {});
  expect(names()).toEqual([undefined]);
});
