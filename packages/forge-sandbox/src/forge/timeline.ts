import type { SimulatedClock } from './clock';
import type { AppManifest } from './manifest';
import type { EventQueue } from './queue/queue';
import { Schedules } from './schedules';

/** Real milliseconds for which time stands still for a function that does not answer. */
const TIMEOUT_MS = 30_000;

interface Needs {
  readonly manifest: Pick<AppManifest, 'schedules'>;
  readonly clock: SimulatedClock;
  /** What is delivered when it is due: product events and the app's own. */
  readonly queues: readonly EventQueue[];
  readonly runSchedule: (moduleKey: string, functionKey: string) => Promise<unknown>;
}

/** Moves simulated time and runs what becomes due on the way, in order. */
export class Timeline {
  private schedules: Schedules;
  private moving: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly needs: Needs) {
    this.schedules = new Schedules(needs.manifest, needs.clock.now());
  }

  /**
   * Stops wherever a schedule or, when the queue runs by itself, an event is due, runs it to its end, and goes on.
   * Returns the scheduled triggers fired, in order. @throws RangeError when `target` is past.
   */
  moveTo(target: number): Promise<readonly string[]> {
    if (target < this.needs.clock.now()) throw new RangeError('Time only moves forward.');
    return this.enqueue(target);
  }

  /** Runs what became due while a ticking clock ran on. */
  async catchUp(): Promise<void> {
    await this.enqueue(this.needs.clock.now());
  }

  /** Restarts the count to the next scheduled triggers, as a deployment does. */
  restart(): void {
    this.schedules = new Schedules(this.needs.manifest, this.needs.clock.now());
  }

  nextRuns(): ReturnType<Schedules['list']> {
    return this.schedules.list();
  }

  snapshot(): ReturnType<Schedules['snapshot']> {
    return this.schedules.snapshot();
  }

  restore(due: ReturnType<Schedules['snapshot']>): void {
    this.schedules.restore(due);
  }

  close(): void {
    this.closed = true;
  }

  private enqueue(target: number): Promise<readonly string[]> {
    const move = this.moving.then(() => this.live(target));
    this.moving = move.catch(() => undefined);
    return move;
  }

  private async live(target: number): Promise<readonly string[]> {
    const { clock, queues, runSchedule } = this.needs;
    const running = queues.filter(({ autoDrain }) => autoDrain);
    const fired: string[] = [];
    for (;;) {
      // What already could run belongs to the time before the next stop.
      for (const queue of running) await withTimeout(queue.settle());
      const stops = [this.schedules.nextDueAt(), ...running.map((queue) => queue.nextDueAt())];
      const next = Math.min(...stops.map((stop) => stop ?? Infinity));
      if (this.closed || next > Math.max(target, clock.now())) break;
      if (next > clock.now()) clock.jumpTo(next);
      for (const due of this.schedules.takeDue(clock.now())) {
        await withTimeout(runSchedule(due.moduleKey, due.functionKey));
        fired.push(due.moduleKey);
      }
    }
    if (target > clock.now() && !this.closed) clock.jumpTo(target);
    return fired;
  }
}

/** Waits for work, but lets a function that hangs until its own limit not hold up the whole world. */
async function withTimeout(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => (timer = setTimeout(resolve, TIMEOUT_MS)));
  try {
    await Promise.race([work, enough]);
  } finally {
    clearTimeout(timer);
  }
}
