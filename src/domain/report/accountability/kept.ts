import type { Instant } from '../../time/time';
import { addDays, isBefore } from '../../time/time';
import { weekOf, weeksBefore } from '../indicators/weeks';
import type { DriftFigures } from '../drift/loosening';
import { QUARTER_WEEKS, type WeekFigures } from './week-figures';
import type { Figures } from './summary';

/** A project's numbers as they were last reckoned over every item that Holdfast may see. It names no item and nobody. */
export interface KeptSummary {
  readonly projectId: string;
  readonly at: Instant;
  /** Null where the project has more items than one run looks at: then only readers' own numbers are told. */
  readonly figures: Figures | null;
  readonly drift: DriftFigures;
  /** The weeks of the quarter that are over, oldest first: each as it was kept in that week, or else played back. */
  readonly weeks: readonly WeekFigures[];
  /** The running week, as it stands now. */
  readonly running: WeekFigures;
}

/** After so long without a change that rewrote them, numbers are reckoned again before they are shown. */
const FRESH_DAYS = 1;

/** Whether kept numbers may be shown at a moment for the project of an id. */
export const isFresh = (kept: KeptSummary, projectId: string, now: Instant): boolean =>
  kept.projectId === projectId && isBefore(now, addDays(kept.at, FRESH_DAYS));

/**
 * The weeks of the quarter: those kept in their own week stay as they were then, whatever became of their items since,
 * and the others are played back.
 *
 * @param played every week of the quarter, by the items of today
 */
export function keptWeeks(
  before: Pick<KeptSummary, 'weeks' | 'running'> | null,
  played: readonly WeekFigures[],
  now: Instant,
): readonly WeekFigures[] {
  const kept = new Map(
    [...(before?.weeks ?? []), ...(before ? [before.running] : [])].map((one) => [one.week, one]),
  );
  kept.delete(weekOf(now));
  const byPlay = new Map(played.map((one) => [one.week, one]));
  return weeksBefore(now, QUARTER_WEEKS).flatMap((week) => kept.get(week) ?? byPlay.get(week) ?? []);
}

/** The running week, from how things stand now. */
export const runningWeek = (
  { items, notKnown, passing, promises, unanswered }: Figures,
  now: Instant,
): WeekFigures => ({
  week: weekOf(now),
  known: items - notKnown,
  passing,
  promises,
  unanswered,
});
