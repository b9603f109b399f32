import type { Measure, WorkingCalendar } from '../policy/clock-policy';
import { isTimeZone, localDate } from './local-date';
import {
  addHours,
  datePlus,
  DAY_MS,
  HOUR_MS,
  instantOf,
  msOf,
  type Instant,
  type IsoDate,
  type TimeZone,
} from './time';

/*
 * Hours as the clocks count them, without a calendar library: the gate asks, and a person waits for its cold start.
 * `clocks/working-time` counts the same with Temporal; a test holds the two against each other.
 */

/** As far as the clocks look for working time that never comes. */
const DAYS_LOOKED_AT = 3_660;

const formatters = new Map<TimeZone, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number, zone: TimeZone): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const part: Readonly<Record<string, number>> = Object.fromEntries(
    formatter.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}

/** The moment a clock on the wall shows a time: the first of two, and past a gap by as much as it skips. */
function momentOf(date: IsoDate, wall: string, zone: TimeZone): number {
  const asUtc = msOf(`${date}T${wall}Z`);
  const [before, after] = [offsetAt(asUtc - DAY_MS, zone), offsetAt(asUtc + DAY_MS, zone)];
  const shown = [asUtc - before, asUtc - after].filter((ms) => ms + offsetAt(ms, zone) === asUtc);
  return shown.length > 0 ? Math.min(...shown) : asUtc - before;
}

type Shift = readonly [start: number, end: number];

/** Hours of days looked at lately: a report asks for the same few days of the same few zones again and again. */
const shifts = new Map<string, Shift>();
const SHIFTS_KEPT = 2_000;

function hoursOf(date: IsoDate, { from, to }: WorkingCalendar, zone: TimeZone): Shift {
  const key = `${date} ${from} ${to} ${zone}`;
  const found = shifts.get(key) ?? [momentOf(date, from, zone), momentOf(date, to, zone)];
  if (shifts.size >= SHIFTS_KEPT) shifts.clear();
  shifts.set(key, found);
  return found;
}

function shiftOf(date: IsoDate, calendar: WorkingCalendar, zone: TimeZone): Shift | null {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  if (!calendar.workdays.includes(weekday) || calendar.holidays.includes(date)) return null;
  const shift = hoursOf(date, calendar, zone);
  return shift[0] < shift[1] ? shift : null;
}

/** The moment by which so many working hours have passed; at the latest, in ten years. */
function workingHoursAfter(start: Instant, hours: number, calendar: WorkingCalendar): Instant {
  const zone = isTimeZone(calendar.timeZone) ? calendar.timeZone : 'UTC';
  const from = msOf(start);
  let left = hours * HOUR_MS;
  let date = localDate(start, zone);
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    const shift = shiftOf(date, calendar, zone);
    if (shift && shift[1] > from) {
      const begins = Math.max(shift[0], from);
      if (left <= shift[1] - begins) return instantOf(begins + left);
      left -= shift[1] - begins;
    }
    date = datePlus(date, 1);
  }
  return instantOf(momentOf(date, '00:00', zone));
}

/** So many hours after `start`, counted as the policy counts them. */
export const hoursAfter = (
  start: Instant,
  hours: number,
  measure: Measure,
  calendar: WorkingCalendar,
): Instant => (measure === 'working' ? workingHoursAfter(start, hours, calendar) : addHours(start, hours));

const knownZone = (zone: TimeZone): TimeZone => (isTimeZone(zone) ? zone : 'UTC');

/**
 * When the first working day that begins at or after `instant` is over: until then whoever was told at that moment had a
 * whole day of their own to act. At the latest, in ten years.
 */
export function endOfFirstWorkday(instant: Instant, calendar: WorkingCalendar): Instant {
  const zone = knownZone(calendar.timeZone);
  const from = msOf(instant);
  let date = localDate(instant, zone);
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    const shift = shiftOf(date, calendar, zone);
    if (shift && shift[0] >= from) return instantOf(shift[1]);
    date = datePlus(date, 1);
  }
  return instantOf(momentOf(date, '00:00', zone));
}

/** Further back than anybody is told ahead. */
const DAYS_LOOKED_BACK = 60;

/**
 * When the earliest of the last so many working days up to a day begins, that day among them; null where the two months
 * before it have fewer.
 */
export function startOfLastWorkdays(date: IsoDate, count: number, calendar: WorkingCalendar): Instant | null {
  const zone = knownZone(calendar.timeZone);
  let left = count;
  for (let back = 0; back < DAYS_LOOKED_BACK; back += 1) {
    const shift = shiftOf(datePlus(date, -back), calendar, zone);
    if (shift) left -= 1;
    if (shift && left === 0) return instantOf(shift[0]);
  }
  return null;
}
