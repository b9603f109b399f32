import type { Clock } from '../../kernel';
import type { Faults } from '../faults';
import type { AsyncEvent, Delivery, JobStats, PushedEvent, QueueSnapshot, Waiting } from './event';
import type { Origin } from './origins';
import { BACKOFF_FIRST_S, BACKOFF_MAX_S, RETENTION_MS } from './limits';

/** How often `drain` lets one event try again before it leaves the event to the clock. */
const DRAIN_RETRIES = 3;

/** Forge's async events: at least once, unordered, delays and back-off on the simulated clock. */
export class EventQueue {
  private waiting: Waiting[] = [];
  private readonly running = new Map<Promise<void>, Waiting>();
  private readonly slots = new Map<string, number>();
  private readonly jobs = new Map<string, JobStats>();
  private cancelled = new Set<string>();
  private sequence = 0;
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly faults: Faults,
    private readonly deliver: (event: AsyncEvent, origin: Origin | undefined) => Promise<Delivery>,
    /** Whether events start by themselves soon after they are due. */
    readonly autoDrain: boolean,
    /** How often one event may come again. */
    private readonly maxRetries = Infinity,
  ) {}

  /** @param origin the invocation that the chain began with, where a function pushes */
  push(queueName: string, jobId: string, events: readonly PushedEvent[], origin?: Origin): void {
    const stats = this.jobs.get(jobId) ?? { success: 0, inProgress: 0, failed: 0 };
    this.jobs.set(jobId, stats);
    const now = this.clock.now();
    for (const event of events) {
      this.sequence += 1;
      stats.inProgress += 1;
      this.waiting.push({
        ...(origin && { origin }),
        queueName,
        jobId,
        eventId: `${jobId}#${this.sequence}`,
        event,
        enqueuedAt: now,
        order: this.sequence,
        dueAt: now + (event.delayInSeconds ?? 0) * 1000,
        retry: null,
      });
    }
    this.wake();
  }

  stats(jobId: string): Readonly<JobStats> | undefined {
    const stats = this.jobs.get(jobId);
    return stats === undefined ? undefined : { ...stats };
  }

  /** Drops what has not started; false when the job is unknown. */
  cancel(jobId: string): boolean {
    const stats = this.jobs.get(jobId);
    if (stats === undefined) return false;
    this.cancelled.add(jobId);
    const dropped = this.waiting.filter((entry) => entry.jobId === jobId);
    this.waiting = this.waiting.filter((entry) => entry.jobId !== jobId);
    stats.inProgress -= dropped.length;
    return true;
  }

  depth(): { readonly waiting: number; readonly due: number; readonly running: number } {
    const now = this.clock.now();
    return {
      waiting: this.waiting.length,
      due: this.waiting.filter(({ dueAt }) => dueAt <= now).length,
      running: this.running.size,
    };
  }

  /** How many events are not due yet, and when the last of them will be; null when none waits. */
  pending(): { readonly events: number; readonly until: number | null } {
    const now = this.clock.now();
    const later = this.waiting.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
    return { events: later.length, until: later.length === 0 ? null : Math.max(...later) };
  }

  /** When the next event becomes due; undefined when none waits. */
  nextDueAt(): number | undefined {
    return this.waiting.length === 0 ? undefined : Math.min(...this.waiting.map(({ dueAt }) => dueAt));
  }

  /** Starts what is due, in the background. */
  wake(): void {
    if (this.autoDrain && !this.closed) setImmediate(() => this.start());
  }

  /** Runs what is due until nothing due is left; delays and back-off stand. */
  async settle(): Promise<void> {
    this.start();
    while (this.running.size > 0) {
      await Promise.race(this.running.keys());
      this.start();
    }
  }

  /** Runs until idle: also lets failed events try again at once, a few times each. Delayed events stay. */
  async drain(): Promise<void> {
    const tries = new Map<Waiting, number>();
    for (;;) {
      await this.settle();
      const again = this.waiting.filter(
        (entry) => entry.retry !== null && (tries.get(entry) ?? 0) < DRAIN_RETRIES,
      );
      if (again.length === 0) return;
      for (const entry of again) {
        tries.set(entry, (tries.get(entry) ?? 0) + 1);
        entry.dueAt = this.clock.now();
      }
    }
  }

  /** What is on its way, for a snapshot. What runs at this moment comes again: delivery is at least once. */
  snapshot(): QueueSnapshot {
    return {
      waiting: [...this.running.values(), ...this.waiting],
      jobs: [...this.jobs],
      sequence: this.sequence,
    };
  }

  restore({ waiting, jobs, sequence }: QueueSnapshot): void {
    this.waiting = waiting.map((entry) => ({ ...entry }));
    for (const [jobId, stats] of jobs) this.jobs.set(jobId, { ...stats });
    this.sequence = sequence;
    this.wake();
  }

  /** Forgets what is not due yet, as was seen after deployments. */
  loseDelayed(): void {
    const now = this.clock.now();
    this.waiting = this.waiting.filter(({ dueAt }) => dueAt <= now);
  }

  close(): void {
    this.closed = true;
    this.waiting = [];
  }

  private start(): void {
    if (this.closed) return;
    const now = this.clock.now();
    const due = this.waiting
      .filter((entry) => entry.dueAt <= now)
      .sort((left, right) => left.dueAt - right.dueAt || left.order - right.order);
    for (const entry of this.faults.order(due)) {
      const { concurrency } = entry.event;
      const taken = concurrency === undefined ? 0 : (this.slots.get(concurrency.key) ?? 0);
      if (concurrency !== undefined && taken >= concurrency.limit) continue;
      if (concurrency !== undefined) this.slots.set(concurrency.key, taken + 1);
      this.waiting.splice(this.waiting.indexOf(entry), 1);
      const work = this.run(entry).finally(() => {
        this.running.delete(work);
        if (concurrency !== undefined)
          this.slots.set(concurrency.key, (this.slots.get(concurrency.key) ?? 1) - 1);
        this.wake();
      });
      this.running.set(work, entry);
    }
  }

  private async run(entry: Waiting): Promise<void> {
    const copies = this.faults.copies(entry.queueName);
    const event = this.toEvent(entry);
    const [outcome] = await Promise.all(
      Array.from({ length: copies }, () => this.deliver(event, entry.origin)),
    );
    const stats = this.jobs.get(entry.jobId);
    if (outcome?.kind !== 'retry') {
      if (stats !== undefined) this.finish(stats, 'success');
      return;
    }
    const now = this.clock.now();
    const count = (entry.retry?.count ?? 0) + 1;
    if (
      count > this.maxRetries ||
      now - entry.enqueuedAt >= RETENTION_MS ||
      this.cancelled.has(entry.jobId)
    ) {
      if (stats !== undefined) this.finish(stats, 'failed');
      return;
    }
    const backoff = Math.min(BACKOFF_MAX_S, BACKOFF_FIRST_S * 2 ** (count - 1));
    entry.dueAt = now + Math.min(BACKOFF_MAX_S, outcome.afterSeconds ?? backoff) * 1000;
    entry.retry = { count, reason: outcome.reason, data: outcome.data };
    this.waiting.push(entry);
  }

  private finish(stats: JobStats, result: 'success' | 'failed'): void {
    stats.inProgress -= 1;
    stats[result] += 1;
  }

  private toEvent({ queueName, jobId, eventId, event, enqueuedAt, retry }: Waiting): AsyncEvent {
    return {
      queueName,
      jobId,
      eventId,
      body: event.body,
      ...(retry === null
        ? {}
        : {
            retryContext: {
              retryCount: retry.count,
              retryReason: retry.reason,
              retryData: retry.data,
              retentionWindow: {
                startTime: new Date(enqueuedAt).toISOString(),
                remainingTimeMs: Math.max(0, enqueuedAt + RETENTION_MS - this.clock.now()),
              },
            },
          }),
    };
  }
}
