import { kvs } from '@forge/kvs';
import type { FollowUps } from '../../app/jobs/ports';
import type { Instant } from '../../domain/values';
import { Unavailable } from '../unavailable';
import { asking } from './kvs-failure';

const QUEUE = 'follow-up';

/** What one push takes. Bodies are counted without what the platform wraps them in. */
const EVENTS_AT_ONCE = 50;
const BYTES_AT_ONCE = 150 * 1024;

export const PARKED = 'parked:';
/** Taken up within the hour; this much longer keeps it through an outage of days. */
const PARKED_DAYS = 14;

/** What an event of the queue carries. */
export type Body = Readonly<Record<string, unknown>>;

const bytesOf = (body: Body): number => new TextEncoder().encode(JSON.stringify(body)).length;

/** Pieces that one push takes each. */
export function inPushes(bodies: readonly Body[]): readonly (readonly Body[])[] {
  const pushes: Body[][] = [];
  let room = 0;
  for (const body of bodies) {
    const bytes = bytesOf(body);
    const last = pushes.at(-1);
    if (last && last.length < EVENTS_AT_ONCE && bytes <= room) last.push(body);
    else pushes.push([body]);
    room = (last === pushes.at(-1) ? room : BYTES_AT_ONCE) - bytes;
  }
  return pushes;
}

type Pushed = 'taken' | 'end-of-chain' | 'too-many';

/** @throws Unavailable when the queue does not take them now */
async function pushOnce(bodies: readonly Body[], delaySeconds: number | undefined): Promise<Pushed> {
  const { Queue, InvocationLimitReachedError, RateLimitError } = await import(
    /* webpackMode: "eager" */ '@forge/events'
  );
  try {
    await new Queue({ key: QUEUE }).push(
      bodies.map((body) => ({
        body: { ...body },
        ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }),
      })),
    );
    return 'taken';
  } catch (error) {
    // No retry of this chain ever heals it.
    if (error instanceof InvocationLimitReachedError) return 'end-of-chain';
    if (error instanceof RateLimitError) return 'too-many';
    throw new Unavailable('queue', error instanceof Error ? error.constructor.name : 'push failed');
  }
}

/** What a record of parked work holds, and for how long. */
export const parkedRecord = (bodies: readonly Body[], at: Instant) =>
  [{ at, bodies }, { ttl: { value: PARKED_DAYS, unit: 'DAYS' } }] as const;

const park = (bodies: readonly Body[]): Promise<void> =>
  asking(() => kvs.set(`${PARKED}${crypto.randomUUID()}`, ...parkedRecord(bodies, new Date().toISOString())));

interface PushOptions {
  readonly delaySeconds?: number | undefined;
  /** The queue brings whoever pushes again, soon: what a minute does not take waits for that, and not for the hour. */
  readonly isRetried: boolean;
}

export async function push(bodies: readonly Body[], { delaySeconds, isRetried }: PushOptions): Promise<void> {
  for (const some of inPushes(bodies)) {
    const pushed = await pushOnce(some, delaySeconds);
    if (pushed === 'taken') continue;
    if (pushed === 'too-many' && isRetried)
      throw new Unavailable('queue', 'too many events in a minute', { failure: 'too-many' });
    await park(some);
  }
}

const pushing = (isRetried: boolean): FollowUps => ({
  push: (jobs, delaySeconds) =>
    push(
      jobs.map((job) => ({ ...job })),
      { delaySeconds, isRetried },
    ),
});

/**
 * Follow-ups on Forge's queue. The SDK is loaded at the first push: most gate runs never need it. Where Forge lets the
 * chain push no more, or this minute, the work waits in storage for the schedule, which begins another chain.
 */
export const followUps: FollowUps = pushing(false);

/** The same for the queue's own consumer, which is brought again where a minute takes no more. */
export const retriedFollowUps: FollowUps = pushing(true);
