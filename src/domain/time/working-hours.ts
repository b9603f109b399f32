import type { Measure, WorkingCalendar } from '../policy/clock-policy';
import { localDate } from './local-date';
import {
  addHours,
  datePlus,
  HOUR_MS,
  instantOf,
  msOf,
  weekdayOf,
  type Instant,
  type IsoDate,
  type TimeZone,
} from './time';
import { knownZone, momentOf } from './zones';

/*
 * Hours as the clocks count them, without a calendar library, whose text every cold start would read: people wait for
 * it. A test counts the same with Temporal and holds the two against each other.
 */

/** As far as the clocks look for working time that never comes. */
const DAYS_LOOKED_AT = 3_660;

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
  if (!calendar.workdays.includes(weekdayOf(date)) || calendar.holidays.includes(date)) return null;
  const shift = hoursOf(date, calendar, zone);
  return shift[0] < shift[1] ? shift : null;
}

/**
 * The moment by which so many working hours have passed since `start`.
 * Zero hours outside working time end when work begins again. At the latest, in ten years.
 */
export function afterWorkingHours(start: Instant, hours: number, calendar: WorkingCalendar): Instant {
  const zone = knownZone(calendar.timeZone);
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

/** The working hours from one moment to another; none where `to` comes first. At most those of ten years. */
export function workingHoursBetween(from: Instant, to: Instant, calendar: WorkingCalendar): number {
  const zone = knownZone(calendar.timeZone);
  const [start, end] = [msOf(from), msOf(to)];
  const last = localDate(to, zone);
  let date = localDate(from, zone);
  let worked = 0;
  for (let looked = 0; looked < DAYS_LOOKED_AT && date <= last; looked += 1) {
    const shift = shiftOf(date, calendar, zone);
    if (shift) worked += Math.max(0, Math.min(shift[1], end) - Math.max(shift[0], start));
    date = datePlus(date, 1);
  }
  return worked / HOUR_MS;
}

/** So many hours after `start`, counted as the policy counts them. */
export const hoursAfter = (
  start: Instant,
  hours: number,
  measure: Measure,
  calendar: WorkingCalendar,
): Instant => (measure === 'working' ? afterWorkingHours(start, hours, calendar) : addHours(start, hours));

/** When work next begins in `zone` after `now`, by these days and hours: today's start is past once it has come. At the latest, in ten years. */
export function nextWorkingMorning(now: Instant, timeZone: TimeZone, calendar: WorkingCalendar): Instant {
  const zone = knownZone(timeZone);
  const from = msOf(now);
  let date = localDate(now, zone);
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    const shift = shiftOf(date, calendar, zone);
    if (shift && shift[0] > from) return instantOf(shift[0]);
    date = datePlus(date, 1);
  }
  return instantOf(momentOf(date, '00:00', zone));
}

/** The first moment from `now` on at which somebody in `zone` works these days and hours: now, if they do now. */
export const nextWorkingMoment = (now: Instant, zone: TimeZone, calendar: WorkingCalendar): Instant =>
  afterWorkingHours(now, 0, { ...calendar, timeZone: zone });

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
