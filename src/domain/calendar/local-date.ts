import type { Instant, IsoDate, TimeZone } from '../values';

const formatters = new Map<TimeZone, Intl.DateTimeFormat>();

function formatterFor(zone: TimeZone): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: isTimeZone(zone) ? zone : 'UTC',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-CA', { timeZone: zone }));
  } catch {
    return false;
  }
}

/**
 * The calendar date an instant falls on in a time zone; an unknown zone counts as UTC.
 *
 * @example localDate('2026-11-22T23:30:00Z', 'Asia/Tokyo') // '2026-11-23'
 */
export function localDate(instant: Instant, zone: TimeZone): IsoDate {
  return formatterFor(zone).format(Date.parse(instant));
}

/** Whether the whole of `date` has passed in `zone`: a promise for a day holds until that day ends where it was given. */
export function dayIsOver(date: IsoDate, zone: TimeZone, now: Instant): boolean {
  return localDate(now, zone) > date;
}
