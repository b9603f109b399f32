import type { Clock } from '../kernel';

/** The world's time. Stands still unless told to tick, so that tests decide when anything becomes due. */
export class SimulatedClock implements Clock {
  private base: number;
  private mark = performance.now();

  constructor(
    startMs: number,
    readonly ticking = false,
  ) {
    this.base = startMs;
  }

  now(): number {
    return Math.floor(this.base + (this.ticking ? performance.now() - this.mark : 0));
  }

  /** Sets the time outright, in either direction; nothing fires. Use the host's `moveTo` to live through the time between. */
  jumpTo(epochMs: number): void {
    this.base = epochMs;
    this.mark = performance.now();
  }
}

/** A `Date` for the app's bundle that reads the simulated clock and is the real Date in all else. */
export function simulatedDate(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [clock.now()] : args, newTarget) as object,
    apply: (target) => new target(clock.now()).toString(),
    get: (target, key, receiver): unknown =>
      key === 'now' ? () => clock.now() : Reflect.get(target, key, receiver),
  });
}
