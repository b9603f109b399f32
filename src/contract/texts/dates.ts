import { localDate } from '../../domain/time/local-date';
import type { Instant, IsoDate, TimeZone } from '../../domain/time/time';

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

/** Made at the first use and kept: each costs milliseconds, which the gate's cold start would pay and every row of a table. */
function formatterFor(form: keyof typeof FORMS, locale: string, timeZone: TimeZone): Intl.DateTimeFormat {
  const key = `${form} ${locale} ${timeZone}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone });
  formatters.set(key, known);
  return known;
}

const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

const isOtherYear = (date: IsoDate, today: IsoDate): boolean => date.slice(0, 4) !== today.slice(0, 4);

/** `Fri 4 Dec`, with the year where it is not this one; an empty `today` is in no year. */
export const dayText = (date: IsoDate, today: IsoDate, locale: string): string =>
  formatterFor(isOtherYear(date, today) ? 'dayOfYear' : 'day', locale, 'UTC').format(midnight(date));

/** `30 Nov`, for the week that begins then, with the year where it is not this one. */
export const weekText = (date: IsoDate, today: IsoDate, locale: string): string =>
  formatterFor(isOtherYear(date, today) ? 'weekOfYear' : 'week', locale, 'UTC').format(midnight(date));

/** `14:05` in a zone, for a moment that is near. */
export const clockText = (at: Instant, locale: string, zone: TimeZone): string =>
  formatterFor('time', locale, zone).format(Date.parse(at));

/** `Fri 4 Dec, 14:05` in a zone, with the year where it is not this one there. */
export const momentText = (at: Instant, now: Instant, locale: string, zone: TimeZone): string =>
  `${dayText(localDate(at, zone), localDate(now, zone), locale)}, ${clockText(at, locale, zone)}`;
