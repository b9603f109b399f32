import type { IsoDate } from '../../src/domain/time/time';

/** The order in which a locale writes year, month and day. */
const orderOf = (locale: string): readonly string[] =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory', numberingSystem: 'latn', dateStyle: 'short' })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []));

/** A day in figures as a reader of `locale` writes it: `11/23/2026`, `23.11.2026`. */
export const dayInFigures = (date: IsoDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(`${date}T00:00:00Z`));

/**
 * The day somebody typed in figures, in the order of their locale or as ISO writes it; without a year, in that of
 * `today`. Null where it is no day.
 */
export function typedDay(text: string, locale: string, today: IsoDate): IsoDate | null {
  const figures = text.match(/\d+/g) ?? [];
  const order =
    figures[0]?.length === 4
      ? ['year', 'month', 'day']
      : orderOf(locale).filter((part) => figures.length === 3 || part !== 'year');
  if (figures.length !== order.length) return null;
  const part = (name: string): string | undefined => figures[order.indexOf(name)];
  const year = part('year') ?? today.slice(0, 4);
  const [month, day] = [part('month') ?? '', part('day') ?? ''];
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}
