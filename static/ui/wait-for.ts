import type { Problem } from './call';

/** Clocks are moved and computers sleep: whoever waits looks up now and then. */
const LONGEST_NAP_S = 120;

/** Milliseconds until what was refused is asked again by itself; undefined where it is not. */
export const napMs = ({ again }: Problem): number | undefined =>
  again && Math.min(LONGEST_NAP_S, again.inSeconds) * 1000;

/** Waits until what was refused may be asked again. False where it may not, or at the signal. */
export async function waitFor(problem: Problem, signal: AbortSignal): Promise<boolean> {
  const ms = napMs(problem);
  if (ms === undefined) return false;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return !signal.aborted;
}
