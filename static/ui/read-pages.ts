import type { Failure } from './call';
import { waitFor } from './wait-for';

/** A page of an answer; the last one names no next. */
interface Page {
  readonly ok: true;
  readonly nextCursor?: string;
}

/**
 * Asks for page after page, beginning at `cursor` (null: the first), and tells each answer. Where Jira asks to
 * wait, that is told, and the same page is asked again in time. Ends with the last page, another failed one, when `tell`
 * answers false, or at the signal, after which nothing is told any more.
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
    if (!answer.ok && goesOn !== false && (await waitFor(answer.error, signal))) continue;
    next = answer.ok && goesOn !== false ? answer.nextCursor : undefined;
  }
}
