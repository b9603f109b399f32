import type { InvocationError } from '@forge/events';

/** Seconds until Forge hands over once more what could not be done now. */
const RETRY_AFTER_SECONDS = 30;

/** Forge's way to be given the same event again later. The SDK is loaded here: most runs never need it. */
export async function askAgain(): Promise<InvocationError> {
  const { InvocationError, InvocationErrorCode } = await import(/* webpackMode: "eager" */ '@forge/events');
  return new InvocationError({
    retryAfter: RETRY_AFTER_SECONDS,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
  });
}
