import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** How often the time of what runs is looked at, where its limit is long. */
const STEP_MS = 250;
const STEPS_AT_LEAST = 4;

/** A watch that can be stopped. */
export interface Watch {
  stop(): void;
}

/**
 * Watches what functions use of their time. On Forge each invocation has a processor to itself; here all share one
 * process. So time in which this process worked is split among the functions that run, and time in which it waited counts
 * for each of them whole.
 */
export class TimeLimits {
  private running = 0;

  /** @param limitMs milliseconds of a function's own time, after which `over` is called once */
  watch(limitMs: number, over: () => void): Watch {
    this.running += 1;
    let used = 0;
    let seen = performance.eventLoopUtilization();
    const look = (): void => {
      const since = performance.eventLoopUtilization(seen);
      seen = performance.eventLoopUtilization();
      used += shareOf(since, this.running);
      // Timers come up to a millisecond early.
      if (used < limitMs - 1) return;
      stop();
      over();
    };
    const timer = setInterval(look, Math.min(STEP_MS, Math.max(1, limitMs / STEPS_AT_LEAST)));
    let isStopped = false;
    const stop = (): void => {
      if (isStopped) return;
      isStopped = true;
      clearInterval(timer);
      this.running -= 1;
    };
    return { stop };
  }
}

/** Milliseconds that one of several functions had: of what the process worked its share, of what it waited all. */
export const shareOf = (
  { idle, active }: Pick<EventLoopUtilization, 'idle' | 'active'>,
  running: number,
): number => idle + active / Math.max(1, running);
