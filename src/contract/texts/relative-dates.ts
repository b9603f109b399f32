import { lastMomentOf, localDate } from '../../domain/time/local-date';
import { DAY_MS, type Instant, type IsoDate, type TimeZone } from '../../domain/time/time';

/** How far days and moments are from now, for screens: plain text may be read later, and the gate need not load it. */

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeFor(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relatives.set(locale, known);
  return known;
}

const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

/** Calendar days from `today` to `date`; negative when it has passed. */
export const daysBetween = (today: IsoDate, date: IsoDate): number =>
  Math.round((midnight(date) - midnight(today)) / DAY_MS);

/** `in 6 days`, `tomorrow`, `3 weeks ago`: days for two weeks, then weeks, then months. */
export function relativeDayText(date: IsoDate, today: IsoDate, locale: string): string {
  const days = daysBetween(today, date);
  const relative = relativeFor(locale);
  const distance = Math.abs(days);
  if (distance <= 14) return relative.format(days, 'day');
  if (distance <= 60) return relative.format(Math.round(days / 7), 'week');
  if (distance <= 700) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** `5 minutes ago`, `3 hours ago`, `2 days ago`. */
export function relativeMomentText(at: Instant, now: Instant, locale: string): string {
  const seconds = (Date.parse(at) - Date.parse(now)) / 1000;
  const relative = relativeFor(locale);
  const distance = Math.abs(seconds);
  if (distance < 60) return relative.format(0, 'second');
  if (distance < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (distance < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  return relative.format(Math.trunc(seconds / 86_400), 'day');
}

/** Whether a day that ends in somebody's zone ends on another day for the reader: only then the zone is told. */
export const endsOnAnotherDay = (date: IsoDate, zone: TimeZone, readerZone: TimeZone): boolean =>
  zone !== readerZone && localDate(lastMomentOf(date, zone), readerZone) !== date;
