import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { affects, type Subject } from '../../../src/domain/charter/conflict';

/** The latest entry in which somebody else changed a subject after the reader had seen so many. */
export function changedSince(
  { history, me, seen: total }: CharterAnswer,
  seen: number,
  subject: Subject,
): CharterEvent | null {
  const since = history.slice(Math.max(0, history.length - (total - seen)));
  return since.findLast((event) => event.by !== me.accountId && affects(event, subject)) ?? null;
}
