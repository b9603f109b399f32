import type { IsoDate } from '../../time/time';
import { broughtBy, type GraphLine } from './graph';

/** A promised or needed day that no longer holds. */
export interface BrokenDate {
  readonly line: GraphLine;
  readonly from: IsoDate;
  /** The earliest day by which it can be there. */
  readonly to: IsoDate;
}

/** The later one; a line without a day holds nothing up by itself. */
const latest = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** By line the day by which it can be there: its own, or the day of what its bringer itself waits for. */
function daysOf(
  lines: readonly GraphLine[],
  own: (line: GraphLine) => IsoDate | undefined,
): ReadonlyMap<GraphLine, IsoDate | undefined> {
  const restsOn = new Map<string, GraphLine[]>();
  for (const line of lines) {
    const name = broughtBy(line);
    restsOn.set(name, [...(restsOn.get(name) ?? []), line]);
  }
  const days = new Map(lines.map((line) => [line, own(line)]));
  // A day only ever grows, to one of the days that are there: this ends in a circle too.
  const todo = [...lines];
  for (let line = todo.pop(); line; line = todo.pop()) {
    const day = days.get(line);
    for (const above of restsOn.get(line.issueKey) ?? []) {
      const becomes = latest(days.get(above), day);
      if (becomes === days.get(above)) continue;
      days.set(above, becomes);
      todo.push(above);
    }
  }
  return days;
}

/**
 * Which days break where some lines come later, the earliest first: those lines' own, and of all that rests on them those that
 * are before what they wait for then, and were not before. What is delivered cannot come later.
 *
 * @param slips the lines that come later
 * @param later the day that a day becomes by the delay, in days of the clock or of work; never an earlier one
 */
export function brokenBy(
  lines: readonly GraphLine[],
  slips: (line: GraphLine) => boolean,
  later: (day: IsoDate) => IsoDate,
): readonly BrokenDate[] {
  const open = lines.filter(({ state }) => state !== 'delivered');
  const before = daysOf(open, ({ dueOn }) => dueOn);
  const after = daysOf(open, (line) =>
    line.dueOn !== undefined && slips(line) ? later(line.dueOn) : line.dueOn,
  );
  return open
    .flatMap((line): readonly BrokenDate[] => {
      const { dueOn } = line;
      const to = after.get(line);
      return dueOn === undefined || to === undefined || to === before.get(line)
        ? []
        : [{ line, from: dueOn, to }];
    })
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}
