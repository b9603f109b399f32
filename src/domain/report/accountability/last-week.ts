import type { Charter } from '../../charter/charter';
import type { CharterEvent } from '../../charter/events';
import { replay } from '../../charter/evolve';
import { withCharter } from '../../gate/build-subject';
import type { Subject } from '../../gate/subject';
import { addDays, isBefore, type Instant } from '../../time/time';
import { snapshotOf, type AccountabilitySnapshot } from './snapshot';

/** A charter with what led to it; `earlier` counts older entries that are not in `history`. */
export interface Recorded {
  readonly charter: Charter;
  readonly history: readonly CharterEvent[];
  readonly earlier: number;
}

/** The charter as it stood at a moment; null where the entries that would tell are not at hand. */
export function charterAt({ charter, history, earlier }: Recorded, moment: Instant): Charter | null {
  const then = history.filter(({ at }) => !isBefore(moment, at));
  if (then.length === history.length) return charter;
  return earlier > 0 ? null : replay(then);
}

export const weekBefore = (now: Instant): Instant => addDays(now, -7);

/**
 * How an item stood a week ago by its own charter, under today's policy and with what Jira says of it today; null where
 * that cannot be known.
 */
export function snapshotLastWeek(
  recorded: Recorded,
  subject: Subject,
  now: Instant,
): AccountabilitySnapshot | null {
  const then = weekBefore(now);
  const charter = charterAt(recorded, then);
  const before = charter && withCharter(subject, charter);
  return before && snapshotOf(before, then);
}
