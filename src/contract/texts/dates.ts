import { lastMomentOf, localDate } from '../../domain/time/local-date';
import { DAY_MS, type Instant, type IsoDate, type TimeZone } from '../../domain/time/time';

/**
 * Days and moments in words, for screens, mails, comments and refusals. A day has its year only where it is another than
 * today's, and what is told of moments is told in the reader's zone.
 */

const FORMS = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  dayOfYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short' },
  weekOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { timeStyle: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formatters = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

/** Made at the first use and kept: each costs milliseconds, which the gate's cold start would pay and every row of a table. */
function formatterFor(form: keyof typeof FORMS, locale: string, timeZone: TimeZone): Intl.DateTimeFormat {
  const key = `${form} ${locale} ${timeZone}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone });
  formatters.set(key, known);
  return known;
}

function relativeFor(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relatives.set(locale, known);
  return known;
}

const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

const isOtherYear = (date: IsoDate, today: IsoDate): boolean => date.slice(0, 4) !== today.slice(0, 4);

/** Calendar days from `today` to `date`; negative when it has passed. */
export const daysBetween = (today: IsoDate, date: IsoDate): number =>
  Math.round((midnight(date) - midnight(today)) / DAY_MS);

/** `Fri 4 Dec`, with the year where it is not this one; an empty `today` is in no year. */
export const dayText = (date: IsoDate, today: IsoDate, locale: string): string =>
  formatterFor(isOtherYear(date, today) ? 'dayOfYear' : 'day', locale, 'UTC').format(midnight(date));

/** `30 Nov`, for the week that begins then, with the year where it is not this one. */
export const weekText = (date: IsoDate, today: IsoDate, locale: string): string =>
  formatterFor(isOtherYear(date, today) ? 'weekOfYear' : 'week', locale, 'UTC').format(midnight(date));

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

/** `Fri 4 Dec, 14:05` in a zone, with the year where it is not this one there. */
export const momentText = (at: Instant, now: Instant, locale: string, zone: TimeZone): string =>
  `${dayText(localDate(at, zone), localDate(now, zone), locale)}, ${formatterFor('time', locale, zone).format(Date.parse(at))}`;

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
