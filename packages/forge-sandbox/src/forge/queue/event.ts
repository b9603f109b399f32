import type { Origin } from './origins';

export interface PushedEvent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number | undefined;
  readonly concurrency?: { readonly key: string; readonly limit: number } | undefined;
}

/** What a consumer function receives. */
export interface AsyncEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryContext?: {
    readonly retryCount: number;
    readonly retryReason: string;
    readonly retryData?: unknown;
    readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number };
  };
}

export type Delivery =
  | { readonly kind: 'done' }
  /** The app asked for it (InvocationError) or failed; without `afterSeconds` the platform's back-off applies. */
  | {
      readonly kind: 'retry';
      readonly reason: string;
      readonly afterSeconds?: number;
      readonly data?: unknown;
    };

export interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

/** One event on its way, with its place in the order and when it is due (milliseconds since the epoch). */
export interface Waiting {
  /** Absent in worlds kept by a stand-in that did not know origins. */
  readonly origin?: Origin | undefined;
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly event: PushedEvent;
  readonly enqueuedAt: number;
  readonly order: number;
  dueAt: number;
  retry: { readonly count: number; readonly reason: string; readonly data?: unknown } | null;
}

export interface QueueSnapshot {
  readonly waiting: readonly Waiting[];
  readonly jobs: readonly (readonly [jobId: string, stats: JobStats])[];
  readonly sequence: number;
}
