import type { Week } from '../indicators/weeks';

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

/** A week in which nothing is known of anything, or nothing was there. */
export const nothingIn = (week: Week, known: number): WeekFigures => ({
  week,
  known,
  passing: 0,
  promises: 0,
  unanswered: 0,
});

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
