import * as z from 'zod/mini';

/** Longest texts accepted, in characters. Fifty agreements of full length still fit one storage record. */
export const LIMITS = { accountId: 128, name: 255, short: 200, text: 1000 } as const;

/** Built when first used, and kept: a cold start pays for the call it answers, not for every schema there is. */
export function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}

/** Trimmed, and not empty. */
export const text = (max: number) =>
  z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'too-long'));
export const accountId = once(() =>
  z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.accountId, 'too-long')),
);

/** Where the page before ended, as its answer said. An empty one would begin again, unseen. */
export const cursor = once(() =>
  z.optional(z.string().check(z.minLength(1, 'not-a-cursor'), z.maxLength(4000, 'too-long'))),
);
