import { DAY_MS, instantOf, msOf, type Instant, type IsoDate, type TimeZone } from './time';

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

/** There are some hundred; asking the runtime costs as much as a whole clock. */
const known = new Set<string>();

/** Whether the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(0);
    known.add(zone);
    return true;
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
  return formatterFor(zone).format(msOf(instant));
}

/** Whether the whole of `date` has passed in `zone`: a promise for a day holds until that day ends where it was given. */
export function dayIsOver(date: IsoDate, zone: TimeZone, now: Instant): boolean {
  return localDate(now, zone) > date;
}

/** The moment a calendar day ends in a zone, as milliseconds: on days of 23 and of 25 hours too. */
function endOfDayMs(date: IsoDate, zone: TimeZone): number {
  const noon = msOf(`${date}T12:00:00Z`);
  // No zone is further than a day from UTC: somewhere in between, the date changes once.
  let [during, after] = [noon - 1.5 * DAY_MS, noon + 1.5 * DAY_MS];
  while (after - during > 1) {
    const middle = Math.floor((during + after) / 2);
    if (localDate(instantOf(middle), zone) <= date) during = middle;
    else after = middle;
  }
  return after;
}

/** The moment a calendar day ends in a zone, which is when a promise for that day becomes overdue. */
export const endOfDay = (date: IsoDate, zone: TimeZone): Instant => instantOf(endOfDayMs(date, zone));

/** The last moment of a calendar day in a zone: what ends then still shows that day. */
export const lastMomentOf = (date: IsoDate, zone: TimeZone): Instant => instantOf(endOfDayMs(date, zone) - 1);
