import type { Failure } from './call';

/** A page of an answer; the last one names no next. */
interface Page {
  readonly ok: true;
  readonly nextCursor?: string;
}

/**
 * Asks for page after page, beginning at `cursor` (null: the first), and tells each answer. Ends with the last page,
 * a failed one, when `tell` answers false, or at the signal, after which nothing is told any more.
 */
export async function readPages<A extends Page>(
  ask: (cursor: string | null) => Promise<A | Failure>,
  tell: (answer: A | Failure) => boolean | void,
  signal: AbortSignal,
  cursor: string | null = null,
): Promise<void> {
  for (let next: string | null | undefined = cursor; next !== undefined;) {
    const answer = await ask(next);
    if (signal.aborted) return;
    const goesOn = tell(answer);
    next = answer.ok && goesOn !== false ? answer.nextCursor : undefined;
  }
}
