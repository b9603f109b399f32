/** Work took longer than it was given. */
export class TimeLimit extends Error {
  override readonly name = 'TimeLimit';
}

/**
 * The work's result, if it comes in time; the work itself goes on.
 *
 * @throws TimeLimit when it does not
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** Names and records come after the verdict, and must not undo it by being slow. Both limits end before Forge's. */
export const SIDE_WORK_LIMIT_MS = 3_000;
