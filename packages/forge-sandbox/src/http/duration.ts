import { Temporal } from 'temporal-polyfill';

/** Longer moves would run through thousands of scheduled triggers in one request. */
const MAX_MOVE_DAYS = 400;

/** Where a clock request leads, in milliseconds since the epoch. @throws RangeError with a sentence for people. */
export function destination(now: number, move: { advance: string } | { set: string }): number {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC');
  let target: number;
  if ('advance' in move) {
    const duration = read(
      () => Temporal.Duration.from(move.advance),
      `${move.advance} is no ISO 8601 duration such as PT24H or P7D.`,
    );
    target = start.add(duration).epochMilliseconds;
  } else {
    const instant = read(
      () => Temporal.Instant.from(move.set),
      `${move.set} is no ISO 8601 instant such as 2026-12-01T09:00:00Z.`,
    );
    target = instant.epochMilliseconds;
  }
  if (target < now) throw new RangeError(`Time only moves forward; it is ${new Date(now).toISOString()}.`);
  if (target > start.add({ days: MAX_MOVE_DAYS }).epochMilliseconds) {
    throw new RangeError(`One move can span at most ${MAX_MOVE_DAYS} days.`);
  }
  return target;
}

function read<T>(parse: () => T, message: string): T {
  try {
    return parse();
  } catch {
    throw new RangeError(message);
  }
}
