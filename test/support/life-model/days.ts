import { roleOf } from './cast';

/** Three years and the day that a leap year may add. */
const FURTHEST = (3 * 365 + 1) * 24 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is where somebody is. */
export function dayAt(who: string, now: number): string {
  const { zone } = roleOf(who);
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formats.set(zone, format);
  return format.format(now);
}

/** Why a day that is named now cannot be promised: it is over where the provider is, or over three years ahead. */
export function unfitDayAt(provider: string, now: number, date: string): string | null {
  const today = dayAt(provider, now);
  if (today > date) return 'date-in-past';
  return Date.parse(date) > Date.parse(today) + FURTHEST ? 'date-too-far' : null;
}
