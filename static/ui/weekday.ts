/** The name of a day of the week, 1 for Monday. */
export const weekdayName = (day: number, locale: string, weekday: 'short' | 'long' = 'long'): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
