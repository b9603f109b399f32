import { inPushes } from '../../../../src/platform/storage/follow-ups';

const bodies = (count: number, bytes = 10) =>
  Array.from({ length: count }, (_, index) => ({ index, text: 'x'.repeat(bytes) }));

it('work is pushed in pieces of at most fifty events, in its order', () => {
  expect(inPushes(bodies(50))).toHaveLength(1);
  const pushes = inPushes(bodies(1001));
  expect(pushes.map((push) => push.length)).toEqual([...Array.from({ length: 20 }, () => 50), 1]);
  expect(pushes.flat().map(({ index }) => index)).toEqual(Array.from({ length: 1001 }, (_, index) => index));
});

it('a piece stays well below what one request takes, however large its events are', () => {
  for (const push of inPushes(bodies(40, 40_000))) {
    expect(JSON.stringify(push).length).toBeLessThan(200 * 1024);
  }
  expect(inPushes(bodies(3, 90_000)).map((push) => push.length)).toEqual([1, 1, 1]);
});

it('no work is no push', () => {
  expect(inPushes([])).toEqual([]);
});
