import { Unavailable } from './unavailable';

/** Longer than any call of ours takes; what hangs longer is given up before the function itself is. */
const TIMEOUT_MS = 10_000;
/** For what would be done twice if it were given up too early, and must still end before the function does. */
export const LONG_TIMEOUT_MS = 60_000;
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 400;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The pause before the next attempt: exponential backoff with full jitter, so that two who collide part. */
export const backoff = (attempt: number): Promise<void> =>
  wait(Math.random() * Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt));

/**
 * One try of a call that may hang.
 *
 * @throws Unavailable when it takes longer than `timeoutMs`
 */
export async function withTimeout<T>(call: () => Promise<T>, timeoutMs = TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable('storage', 'no answer in time')), timeoutMs);
  });
  try {
    return await Promise.race([call(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the other side said that it will not answer as long as we could go on asking. */
const isAskedToWait = ({ failure, until }: Unavailable): boolean =>
  failure === 'too-many' && until !== undefined && Date.parse(until) - Date.now() > TIMEOUT_MS;

/**
 * Retries a call with backoff while a dependency is unavailable. Only for calls that are idempotent.
 *
 * @throws Unavailable when it stays so.
 */
export async function retry<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTimeout(call);
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt >= ATTEMPTS || isAskedToWait(error)) throw error;
      await backoff(attempt);
    }
  }
}
