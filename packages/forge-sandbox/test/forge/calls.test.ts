import fc from 'fast-check';
import { waves } from '../../src/forge/calls';
import { closeWorlds, world } from './fixture/host';
import { kvsWorld } from './fixture/sdk';

afterEach(closeWorlds);

const call = (startedAt: number, endedAt: number | null) => ({ startedAt, endedAt });

describe('waves', () => {
  test.each([
    ['nothing', [], []],
    ['two side by side', [call(0, 10), call(1, 5)], [2]],
    ['one after the other', [call(0, 10), call(10, 20)], [1, 1]],
    ['a third that may have used the first', [call(0, 10), call(1, 30), call(12, 20)], [2, 1]],
    ['one that never ended', [call(0, null), call(50, 60), call(55, 70)], [3]],
    ['any order of listing', [call(10, 20), call(0, 10)], [1, 1]],
  ])('%s', (_name, calls, sizes) => {
    expect(waves(calls).map((wave) => wave.length)).toEqual(sizes);
  });

  test('every call is in one wave, and within a wave none started after another ended', () => {
    const calls = fc.array(
      fc
        .tuple(fc.nat(100), fc.nat(50))
        .map(([start, length]) => ({ startedAt: start, endedAt: start + length + 1 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(calls, (list) => {
        const groups = waves(list);
        expect(groups.flat()).toHaveLength(list.length);
        for (const group of groups) {
          const firstEnd = Math.min(...group.map(({ endedAt }) => endedAt));
          expect(group.every(({ startedAt }) => startedAt < firstEnd)).toBe(true);
        }
      }),
    );
  });
});

test('the record shows who called what, how large and when', async () => {
  const { ask, calls } = world();
  await ask('two waves');
  const page = calls.since(0);
  expect(page.invocations).toMatchObject([
    {
      kind: 'resolver',
      moduleKey: 'panel',
      functionKey: 'resolver',
      resolverKey: 'two waves',
      accountId: 'u-ann',
      at: '2026-11-23T09:00:00.000Z',
      outcome: 'answered',
      coldStart: true,
    },
  ]);
  expect(
    page.calls.map(({ target, method, path, status, as }) => [target, method, path, status, as]),
  ).toEqual([
    ['kvs', 'POST', '/api/v1/get', 404, 'app'],
    ['jira', 'GET', '/rest/api/3/issue/APP-1', 200, 'app'],
    ['kvs', 'POST', '/api/v1/get', 404, 'app'],
  ]);
  const [invocation] = page.invocations;
  for (const entry of page.calls) {
    expect(entry).toMatchObject({
      invocationId: invocation?.invocationId,
      functionKey: 'resolver',
      moduleKey: 'panel',
    });
    expect(entry.responseBytes).toBeGreaterThan(0);
    expect(entry.startedAt).toBeGreaterThanOrEqual(invocation?.startedAt ?? Infinity);
    expect(entry.endedAt).toBeLessThanOrEqual(invocation?.endedAt ?? 0);
  }
  expect(page.calls[0]?.requestBytes).toBe(Buffer.byteLength('{"key":"a"}'));
  expect(waves(page.calls).map((wave) => wave.length)).toEqual([2, 1]);
});

test('storage calls are metered in steps of 10 KB of the larger side', async () => {
  const { run, calls } = kvsWorld();
  await run(({ kvs }) => kvs.set('k', 'x'.repeat(25 * 1024)));
  await run(({ kvs }) => kvs.get('k'));
  await run(({ kvs }) => kvs.get('none'));
  expect(calls.since(0).calls.map(({ units }) => units)).toEqual([3, 3, 1]);
});

test('since leaves out what was seen, also after clear', async () => {
  const { ask, calls } = world();
  await ask('status');
  const { next } = calls.since(0);
  calls.clear();
  await ask('status');
  expect(calls.since(next).calls).toHaveLength(1);
  expect(calls.since(calls.since(0).next)).toMatchObject({ calls: [], invocations: [] });
});
