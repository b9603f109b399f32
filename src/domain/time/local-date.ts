import { DAY_MS, HOUR_MS, instantOf, msOf, dateOf, type Instant, type IsoDate, type TimeZone } from './time';
import { wallTimeAt, isTimeZone } from './zones';

export { isTimeZone };

/** Where days end until a policy's working calendar says otherwise. */
export const DEFAULT_ZONE: TimeZone = 'UTC';

/**
 * The calendar date an instant falls on in a time zone; an unknown zone counts as UTC.
 *
 * @example localDate('2026-11-22T23:30:00Z', 'Asia/Tokyo') // '2026-11-23'
 */
export const localDate = (instant: Instant, zone: TimeZone): IsoDate =>
  dateOf(wallTimeAt(msOf(instant), zone));

/** As far as any zone has been from UTC. */
const FURTHEST_MS = 16 * HOUR_MS;

/** Whether the whole of `date` has passed in `zone`: a promise for a day holds until that day ends where it was given. */
export function dayIsOver(date: IsoDate, zone: TimeZone, now: Instant): boolean {
  const sinceItsEnd = msOf(now) - msOf(`${date}T00:00:00Z`) - DAY_MS;
  // Far from its border a day is over everywhere or nowhere, and nobody waits for the runtime's calendar.
  if (Math.abs(sinceItsEnd) > FURTHEST_MS) return sinceItsEnd > 0;
  return localDate(now, zone) > date;
}

/** Ends of days looked at lately: one page asks for the same few days of the same few zones again and again. */
const ends = new Map<string, number>();
const ENDS_KEPT = 2_000;

/** The moment a calendar day ends in a zone, as milliseconds: on days of 23 and of 25 hours too. */
function endOfDayMs(date: IsoDate, zone: TimeZone): number {
  const key = `${date} ${zone}`;
  const found = ends.get(key) ?? firstMomentAfter(date, zone);
  if (ends.size >= ENDS_KEPT) ends.clear();
  ends.set(key, found);
  return found;
}

function firstMomentAfter(date: IsoDate, zone: TimeZone): number {
  const noon = msOf(`${date}T12:00:00Z`);
  const isOver = (ms: number): boolean => dateOf(wallTimeAt(ms, zone)) > date;
  // Where no clock changes, midnight is the day's end; a zone that skips it is asked more closely.
  const midnight = noon + DAY_MS / 2 - (wallTimeAt(noon, zone) - noon);
  if (isOver(midnight) && !isOver(midnight - 1)) return midnight;
  // No zone is further than a day from UTC: somewhere in between, the date changes once.
  let [during, after] = [noon - 1.5 * DAY_MS, noon + 1.5 * DAY_MS];
  while (after - during > 1) {
    const middle = Math.floor((during + after) / 2);
    if (isOver(middle)) after = middle;
    else during = middle;
  }
  return after;
}

/** The moment a calendar day ends in a zone, which is when a promise for that day becomes overdue. */
export const endOfDay = (date: IsoDate, zone: TimeZone): Instant => instantOf(endOfDayMs(date, zone));

/** The last moment of a calendar day in a zone: what ends then still shows that day. */
export const lastMomentOf = (date: IsoDate, zone: TimeZone): Instant => instantOf(endOfDayMs(date, zone) - 1);
