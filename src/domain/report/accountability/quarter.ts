import { withCharter } from '../../gate/build-subject';
import type { Subject } from '../../gate/subject';
import { addDays, type Instant } from '../../time/time';
import { startOfWeek, weeksBefore, type Week } from '../indicators/weeks';
import { charterAt, type Recorded } from './last-week';
import { snapshotOf } from './snapshot';
import { nothingIn, QUARTER_WEEKS, type WeekFigures } from './week-figures';

/** The moment at which a week is over. */
const endOf = (week: Week): Instant => addDays(startOfWeek(week), 7);

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
