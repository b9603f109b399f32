import type { Instant, IsoDate, TimeZone } from '../values';

/** Where days end until a policy's working calendar says otherwise. */
export const DEFAULT_ZONE: TimeZone = 'UTC';

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

/** The last moment of a calendar day in a time zone; on days of 23 and of 25 hours too. */
export function endOfDay(date: IsoDate, zone: TimeZone): Instant {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const day = 86_400_000;
  // No zone is further than a day from UTC: somewhere in between, the date changes once.
  let [during, after] = [noon - 1.5 * day, noon + 1.5 * day];
  while (after - during > 1) {
    const middle = Math.floor((during + after) / 2);
    if (localDate(new Date(middle).toISOString(), zone) <= date) during = middle;
    else after = middle;
  }
  return new Date(during).toISOString();
}
