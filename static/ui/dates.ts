import { DAY_MS, type Instant, type IsoDate, type TimeZone } from '../../src/domain/time/time';

const noonless = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

/** Calendar days from `today` to `date`; negative when it has passed. */
export const daysBetween = (today: IsoDate, date: IsoDate): number =>
  Math.round((noonless(date) - noonless(today)) / DAY_MS);

/** `Fri 4 Dec`, with the year where it is not this one. */
export function dayText(date: IsoDate, today: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(noonless(date));
}

/** `in 6 days`, `tomorrow`, `3 weeks ago`: days for two weeks, then weeks, then months. */
export function relativeDayText(date: IsoDate, today: IsoDate, locale: string): string {
  const days = daysBetween(today, date);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = Math.abs(days);
  if (distance <= 14) return relative.format(days, 'day');
  if (distance <= 60) return relative.format(Math.round(days / 7), 'week');
  if (distance <= 700) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** `4 Dec, 14:05` in a zone, with the year where it is not this one. */
export function momentText(at: Instant, now: Instant, locale: string, timeZone: TimeZone): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const year = format({ year: 'numeric' });
  return format({
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(year.format(Date.parse(at)) !== year.format(Date.parse(now)) && { year: 'numeric' }),
  }).format(Date.parse(at));
}

/** `5 minutes ago`, `3 hours ago`, `2 days ago`. */
export function relativeMomentText(at: Instant, now: Instant, locale: string): string {
  const seconds = (Date.parse(at) - Date.parse(now)) / 1000;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = Math.abs(seconds);
  if (distance < 60) return relative.format(0, 'second');
  if (distance < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (distance < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  return relative.format(Math.trunc(seconds / 86_400), 'day');
}
