import { DAY_MS, instantOf, msOf, utcDate, WEEK_MS, type Instant, type IsoDate } from '../../time/time';

/** An ISO week in UTC, named by its Monday. */
export type Week = IsoDate;

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY_MS;

const mondayOf = (ms: number): number => ms - ((((ms - FIRST_MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS);
const nameOf = (ms: number): Week => utcDate(instantOf(ms));

/**
 * The week an instant falls in.
 *
 * @example weekOf('2026-11-22T23:59:59Z') // '2026-11-16'
 */
export const weekOf = (at: Instant): Week => nameOf(mondayOf(msOf(at)));

/** When a week begins. */
export const startOfWeek = (week: Week): Instant => `${week}T00:00:00.000Z`;

/** When a week is over, in milliseconds. */
export const endOfWeek = (week: Week): number => msOf(startOfWeek(week)) + WEEK_MS;

/** The latest weeks that are over at `now`, oldest first. The running week is never one of them. */
export function weeksBefore(now: Instant, count: number): readonly Week[] {
  const running = mondayOf(msOf(now));
  return Array.from({ length: count }, (_, index) => nameOf(running - (count - index) * WEEK_MS));
}
