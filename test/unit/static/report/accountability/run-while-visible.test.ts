import { runWhileVisible } from '../../../../../static/report/accountability/run-while-visible';

class Shown extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function here() {
  const document = new Shown();
  const window = new EventTarget();
  const runs: AbortSignal[] = [];
  const leave = runWhileVisible((signal) => runs.push(signal), { document, window });
  return { document, window, leave, stopped: () => runs.map(({ aborted }) => aborted) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('leaving the page stops the work, and coming back goes on', () => {
  const { window, stopped } = here();
  window.dispatchEvent(new Event('pagehide'));
  expect(stopped()).toEqual([true]);
  window.dispatchEvent(new Event('pageshow'));
  expect(stopped()).toEqual([true, false]);
});

test('a tab in the background works for a minute more', () => {
  const { document, stopped } = here();
  document.show('hidden');
  jest.advanceTimersByTime(59_000);
  document.show('visible');
  jest.advanceTimersByTime(120_000);
  expect(stopped()).toEqual([false]);
  document.show('hidden');
  jest.advanceTimersByTime(61_000);
  expect(stopped()).toEqual([true]);
  document.show('visible');
  expect(stopped()).toEqual([true, false]);
});

test('what is over stays over', () => {
  const { document, window, leave, stopped } = here();
  leave();
  document.show('visible');
  window.dispatchEvent(new Event('pageshow'));
  expect(stopped()).toEqual([true]);
});
