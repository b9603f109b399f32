import { kvs } from '@forge/kvs';
import type { FollowUps } from '../../app/jobs/ports';
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

type Pushed = 'taken' | 'end-of-chain';

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
    const name = error instanceof Error ? error.constructor.name : 'push failed';
    throw new Unavailable('queue', name, error instanceof RateLimitError ? { failure: 'too-many' } : {});
  }
}

const park = (bodies: readonly Body[]): Promise<void> =>
  asking(() =>
    kvs.set(`${PARKED}${crypto.randomUUID()}`, { bodies }, { ttl: { value: PARKED_DAYS, unit: 'DAYS' } }),
  );

export async function push(bodies: readonly Body[], delaySeconds?: number): Promise<void> {
  for (const some of inPushes(bodies)) {
    if ((await pushOnce(some, delaySeconds)) === 'end-of-chain') await park(some);
  }
}

/**
 * Follow-ups on Forge's queue. The SDK is loaded at the first push: most gate runs never need it. Where Forge lets the
 * chain push no more, the work waits in storage for the schedule, which begins another chain.
 */
export const followUps: FollowUps = {
  push: (jobs, delaySeconds) =>
    push(
      jobs.map((job) => ({ ...job })),
      delaySeconds,
    ),
};
