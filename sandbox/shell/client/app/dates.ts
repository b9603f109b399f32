const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const short = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export const longDate = (instant: string | number): string => long.format(new Date(instant));
export const shortDate = (instant: string | number): string => short.format(new Date(instant));

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "3 days ago (22 Nov 2026)", seen from the simulated now. */
export const ago = (instant: string | number, now: number): string => {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  const words = unit === undefined ? 'just now' : relative.format(Math.round(seconds / unit[1]), unit[0]);
  return `${words} (${day.format(new Date(instant))})`;
};
