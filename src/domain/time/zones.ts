import { DAY_MS, msOf, type IsoDate, type TimeZone } from './time';

/*
 * What the clocks on the wall show. The runtime's formatter is the dearest thing a clock uses: the first of a process
 * takes tens of milliseconds, so one is made per zone, at its first use, and none for UTC.
 */

const formatters = new Map<TimeZone, Intl.DateTimeFormat | null>();
/** There are some hundred zones; names that are none come from outside and may be any number. */
const ZONES_KEPT = 1_000;

function formatterOf(zone: TimeZone): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  if (formatters.size >= ZONES_KEPT) formatters.clear();
  formatters.set(zone, made);
  return made;
}

function makeFormatter(timeZone: TimeZone): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

/** Whether the runtime knows the zone. */
export const isTimeZone = (zone: string): boolean => zone === 'UTC' || formatterOf(zone) !== null;

/** The zone itself, or UTC where the runtime does not know it. */
export const knownZone = (zone: TimeZone): TimeZone => (isTimeZone(zone) ? zone : 'UTC');

/** What a calendar and a clock on the wall show at a moment, as if they hung in UTC, in milliseconds; an unknown zone is UTC. */
export function wallTimeAt(ms: number, zone: TimeZone): number {
  const formatter = zone === 'UTC' ? null : formatterOf(zone);
  if (!formatter) return ms;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    formatter.format(ms).match(/\d+/g) ?? []
  ).map(Number);
  const withinSecond = ms - Math.floor(ms / 1_000) * 1_000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + withinSecond;
}

/** The moment a clock on the wall shows a time: the first of two, and past a gap by as much as it skips. */
export function momentOf(date: IsoDate, wall: string, zone: TimeZone): number {
  const asUtc = msOf(`${date}T${wall}Z`);
  if (knownZone(zone) === 'UTC') return asUtc;
  const aheadAt = (ms: number): number => wallTimeAt(ms, zone) - ms;
  // No zone changes its clocks twice within two days, and none is further than a day from UTC.
  const before = aheadAt(asUtc - DAY_MS);
  const after = aheadAt(asUtc + DAY_MS);
  if (before === after) return asUtc - before;
  const shown = [asUtc - before, asUtc - after].filter((ms) => wallTimeAt(ms, zone) === asUtc);
  return shown.length > 0 ? Math.min(...shown) : asUtc - before;
}
