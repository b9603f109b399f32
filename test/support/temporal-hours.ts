import { Temporal } from 'temporal-polyfill';
import type { Measure, WorkingCalendar } from '../../src/domain/policy/clock-policy';
import { isTimeZone } from '../../src/domain/time/zones';
import { addHours, HOUR_MS, instantOf, msOf, type Instant, type TimeZone } from '../../src/domain/time/time';

/** Working time as Temporal reckons it, for the tests to hold the app's own reckoning against. */

/** Further than any promise reaches: a calendar with no working time within ten years is not asked forever. */
const DAYS_LOOKED_AT = 3_660;

/** What counts as a zone elsewhere counts here: an unknown one is UTC. */
const zoneOf = (timeZone: TimeZone): TimeZone => (isTimeZone(timeZone) ? timeZone : 'UTC');

const dayAt = (instant: Instant, zone: TimeZone): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();

/**
 * Working time of one day as milliseconds since the epoch, from its first to before its last; null on a day off.
 * A change of clocks within it makes it shorter or longer.
 */
function shiftOf(
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
  timeZone: TimeZone,
): readonly [number, number] | null {
  if (!calendar.workdays.includes(day.dayOfWeek) || calendar.holidays.includes(day.toString())) return null;
  const at = (wall: string): number => day.toZonedDateTime({ timeZone, plainTime: wall }).epochMilliseconds;
  const [start, end] = [at(calendar.from), at(calendar.to)];
  return start < end ? [start, end] : null;
}

/**
 * The moment by which so many working hours have passed since `start`.
 * Zero hours outside working time end when work begins again. At the latest, in ten years.
 */
export function afterWorkingHours(start: Instant, hours: number, calendar: WorkingCalendar): Instant {
  const zone = zoneOf(calendar.timeZone);
  const from = msOf(start);
  let left = hours * HOUR_MS;
  let day = dayAt(start, zone);
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    const shift = shiftOf(day, calendar, zone);
    if (shift && shift[1] > from) {
      const begins = Math.max(shift[0], from);
      if (left <= shift[1] - begins) return instantOf(begins + left);
      left -= shift[1] - begins;
    }
    day = day.add({ days: 1 });
  }
  return instantOf(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** When work next begins in `zone` after `now`, by these days and hours: today's start is past once it has come. At the latest, in ten years. */
export function nextWorkingMorning(now: Instant, timeZone: TimeZone, calendar: WorkingCalendar): Instant {
  const zone = zoneOf(timeZone);
  const from = msOf(now);
  let day = dayAt(now, zone);
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    const shift = shiftOf(day, calendar, zone);
    if (shift && shift[0] > from) return instantOf(shift[0]);
    day = day.add({ days: 1 });
  }
  return instantOf(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** So many hours after `start`, counted as the policy counts them. */
export const afterHours = (
  start: Instant,
  hours: number,
  measure: Measure,
  calendar: WorkingCalendar,
): Instant => (measure === 'working' ? afterWorkingHours(start, hours, calendar) : addHours(start, hours));
