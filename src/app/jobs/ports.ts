import type { JobDefinition } from './define-job';
import type { JOBS } from './index';

type JobOf<D> = D extends JobDefinition<infer Job> ? Job : never;

/** Work that follows a stored change: what one of the listed jobs takes. Each may arrive twice and out of order. */
export type FollowUp = JobOf<(typeof JOBS)[number]>;

/** Which page of which run of paged work an event is for, queued as `stretch`; pages count from 0. */
export interface Continuation {
  readonly run: string;
  readonly page: number;
}

export interface FollowUps {
  /** Queues follow-ups; throws Unavailable when the queue does not take them. */
  push(
    followUps: readonly (FollowUp & { readonly stretch?: Continuation })[],
    delaySeconds?: number,
  ): Promise<void>;
}

/** Work whose chain of pushes Forge ended: it waits in storage, and goes on from the schedule as another chain. */
export interface ParkedWork {
  /** Queues some of it; whether more may wait. @throws Unavailable; what was not queued waits on. */
  resume(): Promise<boolean>;
}
