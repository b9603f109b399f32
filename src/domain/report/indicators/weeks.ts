import type { Instant, IsoDate } from '../../values';

/** An ISO week in UTC, named by its Monday. */
export type Week = IsoDate;

const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY_MS;

const mondayOf = (ms: number): number => ms - ((((ms - FIRST_MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS);
const nameOf = (ms: number): Week => new Date(ms).toISOString().slice(0, 10);

/**
 * The week an instant falls in.
 *
 * @example weekOf('2026-11-22T23:59:59Z') // '2026-11-16'
 */
export const weekOf = (at: Instant): Week => nameOf(mondayOf(Date.parse(at)));

/** When a week is over, in milliseconds. */
export const endOfWeek = (week: Week): number => Date.parse(`${week}T00:00:00Z`) + WEEK_MS;

/** The latest weeks that are over at `now`, oldest first. The running week is never one of them. */
export function weeksBefore(now: Instant, count: number): readonly Week[] {
  const running = mondayOf(Date.parse(now));
  return Array.from({ length: count }, (_, index) => nameOf(running - (count - index) * WEEK_MS));
}
