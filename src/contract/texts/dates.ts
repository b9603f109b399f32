import { localDate } from '../../domain/time/local-date';
import type { Instant, IsoDate, TimeZone } from '../../domain/time/time';
import { wallTimeAt } from '../../domain/time/zones';

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

/** The locale of refusals, mails and comments: written by hand, because the first formatter of a process takes longer than all else the gate does. */
const BY_HAND = 'en-GB';
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

function writtenByHand(form: keyof typeof FORMS, ms: number): string {
  const at = new Date(ms);
  if (form === 'time') return at.toISOString().slice(11, 16);
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''}`;
  const weekday = WEEKDAYS[at.getUTCDay()] ?? '';
  switch (form) {
    case 'day':
      return `${weekday} ${day}`;
    case 'dayOfYear':
      return `${weekday}, ${day} ${at.getUTCFullYear()}`;
    case 'week':
      return day;
    case 'weekOfYear':
      return `${day} ${at.getUTCFullYear()}`;
  }
}

const format = (form: keyof typeof FORMS, ms: number, locale: string, zone: TimeZone): string =>
  locale === BY_HAND
    ? writtenByHand(form, wallTimeAt(ms, zone))
    : formatterFor(form, locale, zone).format(ms);

const isOtherYear = (date: IsoDate, today: IsoDate): boolean => date.slice(0, 4) !== today.slice(0, 4);

/** `Fri 4 Dec`, with the year where it is not this one; an empty `today` is in no year. */
export const dayText = (date: IsoDate, today: IsoDate, locale: string): string =>
  format(isOtherYear(date, today) ? 'dayOfYear' : 'day', midnight(date), locale, 'UTC');

/** `30 Nov`, for the week that begins then, with the year where it is not this one. */
export const weekText = (date: IsoDate, today: IsoDate, locale: string): string =>
  format(isOtherYear(date, today) ? 'weekOfYear' : 'week', midnight(date), locale, 'UTC');

/** `14:05` in a zone, for a moment that is near. */
export const clockText = (at: Instant, locale: string, zone: TimeZone): string =>
  format('time', Date.parse(at), locale, zone);

/** `Fri 4 Dec, 14:05` in a zone, with the year where it is not this one there. */
export const momentText = (at: Instant, now: Instant, locale: string, zone: TimeZone): string =>
  `${dayText(localDate(at, zone), localDate(now, zone), locale)}, ${clockText(at, locale, zone)}`;
