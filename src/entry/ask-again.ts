import type { InvocationError } from '@forge/events';
import { record, type Unverified } from '../platform/read';
import { Unwritten, type Unavailable } from '../platform/unavailable';

/** Seconds until Forge hands over once more what could not be done now. */
const RETRY_AFTER_SECONDS = 30;
/** Forge's longest pause before an event is brought again. */
const LONGEST_PAUSE_SECONDS = 900;

/** How often an event comes again for the write that it was queued beside: for far longer than a write takes. */
const TRIES_FOR_A_WRITE = 4;

/** Whether nothing is left to wait for: the write that an event was queued beside has failed. */
export const isInVain = (error: Unavailable, { retryContext }: Unverified): boolean => {
  const { retryCount } = record(retryContext);
  return error instanceof Unwritten && typeof retryCount === 'number' && retryCount >= TRIES_FOR_A_WRITE;
};

/** How long an event waits, in seconds: as long as Jira asks, and no longer than the queue can. */
function pauseFor({ until }: Unavailable): number {
  if (until === undefined) return RETRY_AFTER_SECONDS;
  const seconds = Math.ceil((Date.parse(until) - Date.now()) / 1000);
  return Math.min(LONGEST_PAUSE_SECONDS, Math.max(RETRY_AFTER_SECONDS, seconds));
}

/** Forge's way to be given the same event again later. The SDK is loaded here: most runs never need it. */
export async function askAgain(error: Unavailable): Promise<InvocationError> {
  const { InvocationError, InvocationErrorCode } = await import(/* webpackMode: "eager" */ '@forge/events');
  return new InvocationError({
    retryAfter: pauseFor(error),
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
  });
}
