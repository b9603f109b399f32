import { Unavailable } from './unavailable';

/** Longer than any call of ours takes; what hangs longer is given up before the function itself is. */
const PATIENCE_MS = 10_000;
/** For what would be done twice if it were given up too early, and must still end before the function does. */
export const LONG_PATIENCE_MS = 60_000;
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 400;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A pause before the next attempt: longer from one to the next, and never the same for two who collide. */
export const shortly = (attempt: number): Promise<void> =>
  wait(Math.random() * Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt));

/** One try of a call that may hang. @throws Unavailable when it takes too long. */
export async function patiently<T>(call: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable('storage', 'no answer in time')), patienceMs);
  });
  try {
    return await Promise.race([call(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again, a few times and a little later each time, while something is unavailable. Only for what may be done twice.
 *
 * @throws Unavailable when it stays so.
 */
export async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await patiently(call);
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt >= ATTEMPTS) throw error;
      await shortly(attempt);
    }
  }
}
