import { Temporal } from 'temporal-polyfill';
import { badRequest, unsupported } from '../errors';
import type { Viewer } from '../site';

const units = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks', M: 'months', y: 'years' } as const;

const startOf = /^(start|end)Of(Day|Week|Month|Year)$/i;

/** Reads `-7d`, `4w 2d`, `+1M` as a duration; undefined when it is none. Units as in JQL: m h d w M y. */
export function readPeriod(text: string): Temporal.DurationLike | undefined {
  if (!/^[+-]?(\d+[mhdwMy]\s*)+$/.test(text)) return undefined;
  const sign = text.startsWith('-') ? -1 : 1;
  const duration: Temporal.DurationLike = {};
  for (const [, amount, unit] of text.matchAll(/(\d+)([mhdwMy])/g)) {
    for (const [letter, name] of Object.entries(units)) {
      if (letter === unit) duration[name] = (duration[name] ?? 0) + sign * Number(amount);
    }
  }
  return duration;
}

function zoned(now: number, viewer: Viewer): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(viewer.timeZone);
}

/** The first instant of a calendar day in the viewer's zone. */
export function startOfDay(day: string, viewer: Viewer): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(viewer.timeZone).epochMilliseconds;
}

/** A date operand: an absolute day or minute, or a period counted from now; all in the viewer's zone. */
export function readDate(text: string, fieldName: string, now: number, viewer: Viewer): number {
  const period = readPeriod(text);
  if (period) return zoned(now, viewer).add(period).epochMilliseconds;
  const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d\d))?$/.exec(text);
  if (absolute) {
    const [year, month, day, hour, minute] = absolute.slice(1).map((part) => Number(part ?? 0));
    try {
      return Temporal.ZonedDateTime.from(
        {
          year: year ?? 0,
          month: month ?? 0,
          day: day ?? 0,
          hour: hour ?? 0,
          minute: minute ?? 0,
          timeZone: viewer.timeZone,
        },
        { overflow: 'reject' },
      ).epochMilliseconds;
    } catch {
      // No such day: falls through to the refusal.
    }
  }
  throw badRequest(
    `Date value '${text}' for field '${fieldName}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** `now()`, `startOfDay("-1d")`, `endOfMonth()` and their kin. Weeks start on Sunday, as on a new Jira site. */
export function dateFunction(name: string, args: readonly string[], now: number, viewer: Viewer): number {
  if (name.toLowerCase() === 'now' && args.length === 0) return now;
  const parsed = startOf.exec(name);
  if (!parsed || args.length > 1) throw unsupported(`the JQL function '${name}(${args.join(', ')})'`);
  const [, edge, unit] = parsed.map((part) => part.toLowerCase());
  let at = zoned(now, viewer).startOfDay();
  if (unit === 'week') at = at.subtract({ days: at.dayOfWeek % 7 });
  if (unit === 'month') at = at.with({ day: 1 });
  if (unit === 'year') at = at.with({ month: 1, day: 1 });
  const span =
    unit === 'week'
      ? { weeks: 1 }
      : unit === 'month'
        ? { months: 1 }
        : unit === 'year'
          ? { years: 1 }
          : { days: 1 };
  if (args[0] !== undefined) {
    // A bare number counts in the function's own unit: startOfWeek(-1) is last week.
    const bare = /^[+-]?\d+$/.test(args[0]);
    const letter = unit === 'month' ? 'M' : unit?.charAt(0);
    const period = readPeriod(bare ? `${args[0]}${letter}` : args[0]);
    if (!period)
      throw badRequest(`The argument '${args[0]}' of the function '${name}' is not a valid period.`);
    at = at.add(period);
  }
  return edge === 'end' ? at.add(span).epochMilliseconds - 1 : at.epochMilliseconds;
}
