import { withCharter } from '../../gate/build-subject';
import type { Subject } from '../../gate/subject';
import { addDays, type Instant } from '../../time/time';
import { startOfWeek, weeksBefore, type Week } from '../indicators/weeks';
import { charterAt, type Recorded } from './last-week';
import { snapshotOf } from './snapshot';

/** Weeks that a line over the quarter shows, each as it stood when it was over. */
export const QUARTER_WEEKS = 12;

/** How some items stood when a week was over. Those of two sets of items, put together, are those of both. */
export interface WeekFigures {
  readonly week: Week;
  /** Items whose past is at hand. */
  readonly known: number;
  readonly passing: number;
  readonly promises: number;
  readonly unanswered: number;
}

/** The moment at which a week is over. */
const endOf = (week: Week): Instant => addDays(startOfWeek(week), 7);

const nothingIn = (week: Week, known: number): WeekFigures => ({
  week,
  known,
  passing: 0,
  promises: 0,
  unanswered: 0,
});

/**
 * How one item stood at the end of each week of the quarter by its own charter, oldest first, under today's policy and
 * with what Jira says of it today. A week whose entries are not at hand counts the item as not known.
 *
 * @param recorded null where nothing was ever written: such an item never passed
 */
export function quarterOf(recorded: Recorded | null, subject: Subject, now: Instant): readonly WeekFigures[] {
  return weeksBefore(now, QUARTER_WEEKS).map((week): WeekFigures => {
    if (!recorded || recorded.history.length === 0) return nothingIn(week, 1);
    const charter = charterAt(recorded, endOf(week));
    const then = charter && withCharter(subject, charter);
    if (!then) return nothingIn(week, 0);
    const { passes, promises, unanswered } = snapshotOf(then, endOf(week));
    return { week, known: 1, passing: passes ? 1 : 0, promises, unanswered };
  });
}

/** The same weeks of several sets of items, put together; oldest first. */
export function sumOfWeeks(parts: readonly (readonly WeekFigures[])[]): readonly WeekFigures[] {
  const byWeek = new Map<Week, WeekFigures>();
  for (const one of parts.flat()) {
    const so = byWeek.get(one.week) ?? nothingIn(one.week, 0);
    byWeek.set(one.week, {
      week: one.week,
      known: so.known + one.known,
      passing: so.passing + one.passing,
      promises: so.promises + one.promises,
      unanswered: so.unanswered + one.unanswered,
    });
  }
  return [...byWeek.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}
