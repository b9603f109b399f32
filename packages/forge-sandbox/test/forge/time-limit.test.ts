import { setTimeout as wait } from 'node:timers/promises';
import { shareOf, TimeLimits } from '../../src/forge/time-limit';

const LIMIT_MS = 120;

const work = (ms: number): void => {
  const from = performance.now();
  while (performance.now() - from < ms);
};

/** Works in short pieces, as a function does that awaits many answers. */
async function workInPieces(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 5) {
    work(5);
    await new Promise(setImmediate);
  }
}

test('time in which the process waited counts for each function whole, time in which it worked by their number', () => {
  expect(shareOf({ idle: 100, active: 50 }, 1)).toBe(150);
  expect(shareOf({ idle: 100, active: 50 }, 10)).toBe(105);
  expect(shareOf({ idle: 0, active: 50 }, 0)).toBe(50);
});

test.each([
  ['waits', () => wait(4 * LIMIT_MS)],
  ['works', () => workInPieces(4 * LIMIT_MS)],
])('a function that %s alone has its limit and no more', async (_, doing) => {
  const over = jest.fn();
  const watch = new TimeLimits().watch(LIMIT_MS, over);
  await doing();
  watch.stop();
  expect(over).toHaveBeenCalledTimes(1);
});

test('ten functions that wait side by side all end at their limit', async () => {
  const limits = new TimeLimits();
  const over = jest.fn();
  const watches = Array.from({ length: 10 }, () => limits.watch(LIMIT_MS, over));
  await wait(4 * LIMIT_MS);
  watches.forEach((watch) => watch.stop());
  expect(over).toHaveBeenCalledTimes(10);
});

test('ten functions that keep the one process busy have ten times as long', async () => {
  const limits = new TimeLimits();
  const over = jest.fn();
  const watches = Array.from({ length: 10 }, () => limits.watch(LIMIT_MS, over));
  await workInPieces(2 * LIMIT_MS);
  expect(over).not.toHaveBeenCalled();
  watches.forEach((watch) => watch.stop());
});

test('what has answered in time is not watched any longer', async () => {
  const over = jest.fn();
  const limits = new TimeLimits();
  const watch = limits.watch(LIMIT_MS, over);
  watch.stop();
  watch.stop();
  await wait(2 * LIMIT_MS);
  expect(over).not.toHaveBeenCalled();
});
