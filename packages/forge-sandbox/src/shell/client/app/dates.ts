import { useWorld } from './world';

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "3 days ago", seen from `now`; both in milliseconds since the epoch. */
export const distance = (instant: number, now: number): string => {
  const seconds = (instant - now) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return unit === undefined ? 'just now' : relative.format(Math.round(seconds / unit[1]), unit[0]);
};

/** Writes instants as Jira does: in the time zone of the person's profile, relative to simulated time. */
export const useDates = () => {
  const { me, state } = useWorld();
  const format = (instant: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, { ...options, timeZone: me.timeZone }).format(new Date(instant));
  return {
    long: (instant: number) => format(instant, { dateStyle: 'full', timeStyle: 'short' }),
    short: (instant: number) =>
      format(instant, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }),
    /** "3 days ago (22 Nov 2026)" */
    ago: (instant: string | number) => {
      const at = new Date(instant).getTime();
      return `${distance(at, state.clock.now)} (${format(at, { dateStyle: 'medium' })})`;
    },
  };
};
