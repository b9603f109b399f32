import type { Flavored } from '../flavor';

/** Point in time, ISO 8601 in UTC, for example `2026-12-01T08:00:00.000Z`. */
export type Instant = Flavored<'Instant'>;

/** Calendar date, ISO 8601, for example `2026-12-01`. */
export type IsoDate = Flavored<'IsoDate'>;

/** IANA time zone name, for example `Europe/Berlin`. */
export type TimeZone = Flavored<'TimeZone'>;

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** An instant as milliseconds since the epoch. */
export const msOf = (instant: Instant): number => Date.parse(instant);

/** Milliseconds since the epoch as an instant. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/**
 * Below zero when `a` is earlier than `b`, above zero when it is later: the milliseconds between them. Instants are
 * compared as moments, never as text: Jira and people write the same moment in several ways.
 */
export const compareInstants = (a: Instant, b: Instant): number => msOf(a) - msOf(b);

export const isBefore = (a: Instant, b: Instant): boolean => compareInstants(a, b) < 0;

/** The later of two instants, as it was written; the first where they are one moment. */
export const later = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? b : a);

/** The earlier of two instants, as it was written; the first where they are one moment. */
export const earlier = (a: Instant, b: Instant): Instant => (isBefore(b, a) ? b : a);

/** So many hours of sixty minutes after an instant; negative hours before it. */
export const addHours = (instant: Instant, hours: number): Instant =>
  instantOf(msOf(instant) + hours * HOUR_MS);

/** So many days of 24 hours after an instant; negative days before it. */
export const addDays = (instant: Instant, days: number): Instant => addHours(instant, 24 * days);

/** Hours from one instant to another, with their fraction; negative where the other is earlier. */
export const hoursBetween = (from: Instant, to: Instant): number => compareInstants(to, from) / HOUR_MS;

/** Days of 24 hours from one instant to another, with their fraction; negative where the other is earlier. */
export const daysBetween = (from: Instant, to: Instant): number => compareInstants(to, from) / DAY_MS;

/** The day in UTC of a moment in milliseconds since the epoch. */
export const dateOf = (ms: number): IsoDate => instantOf(ms).slice(0, 10);

/** The day of an instant in UTC. */
export const utcDate = (instant: Instant): IsoDate => dateOf(msOf(instant));

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(msOf(`${date}T00:00:00Z`)).getUTCDay() || 7;

/** The Monday of a date's week: it names the ISO week. */
export const mondayOf = (date: IsoDate): IsoDate => datePlus(date, 1 - weekdayOf(date));

/** So many calendar days after a date; negative days before it. */
export const datePlus = (date: IsoDate, days: number): IsoDate =>
  dateOf(msOf(`${date}T00:00:00Z`) + days * DAY_MS);

/** The last day that somebody may name: three years ahead. Further away it is no day, but a way to name none. */
export const latestDay = (today: IsoDate): IsoDate => datePlus(today, 3 * 365 + 1);
