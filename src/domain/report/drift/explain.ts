import { median } from '../median';
import type { AskedObservation } from '../indicators/indicators';
import type { Week } from '../indicators/weeks';
import { weekdayOf, type IsoDate } from '../../time/time';
import { chanceOfRankSum } from './rank-sum';

/**
 * What may explain that answers of a handoff take long: many requests on one day, the weekday, the hour of the day,
 * what a request brings along, the absence of whoever was asked.
 */
export const CAUSES = ['volume', 'weekday', 'hour', 'inputs', 'absence'] as const;
export type Cause = (typeof CAUSES)[number];

/** How the requests are parted by a cause: those it concerns, and the others. */
export type Split =
  /** Put on a day with at least so many requests to the same side. */
  | { readonly cause: 'volume'; readonly perDay: number }
  /** Put on one of these days, 1 for Monday to 7. */
  | { readonly cause: 'weekday'; readonly days: readonly number[] }
  /** Put at this hour of the day or later, 0 to 23. */
  | { readonly cause: 'hour'; readonly from: number }
  /** Put without saying what the provider gets to start with. */
  | { readonly cause: 'inputs' }
  /** Put while whoever was asked was away. */
  | { readonly cause: 'absence' };

/** Requests on one side of a split, and the median of the hours until their answer. */
export interface Group {
  readonly requests: number;
  readonly hours: number;
}

export type Explanation =
  /** Requests a week in the mean, and how many are needed to say anything. */
  | { readonly kind: 'too-few'; readonly perWeek: number; readonly need: number }
  /** Causes that were tested, and explain nothing. */
  | { readonly kind: 'none'; readonly tested: readonly Cause[] }
  | { readonly kind: 'explained'; readonly split: Split; readonly concerned: Group; readonly others: Group };

/** Requests a week below which nothing is said. */
export const FEWEST_A_WEEK = 5;
/** Requests on either side of a split below which it is not tested. */
const FEWEST_IN_GROUP = 8;
/** The chance that a cause is named where nothing explains anything, all causes together. */
const FALSE_NAMES = 0.05;
/** How much longer the median must be to be worth saying. */
const WORTH_SAYING = 1.25;

/** From Wednesday on, from Thursday on, on Friday; and on Monday, until Tuesday. */
const WEEKDAYS = [[3, 4, 5], [4, 5], [5], [1], [1, 2]] as const;
const HOURS = [12, 14, 16] as const;

/** From how many requests on a day counts as many: the number that parts the requests most evenly; null where all days are alike. */
function manyADay(onDay: ReadonlyMap<IsoDate, number>): number | null {
  const counts = [...onDay.values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  const unevenness = (from: number): number =>
    Math.abs(counts.reduce((sum, count) => sum + (count >= from ? count : 0), 0) / all - 0.5);
  const [best] = [...new Set(counts)]
    .filter((count) => counts.some((other) => other < count))
    .sort((a, b) => unevenness(a) - unevenness(b) || a - b);
  return best ?? null;
}

interface Parted {
  readonly split: Split;
  /** Undefined where it is not known of a request: it counts on neither side. */
  readonly concerns: (request: AskedObservation) => boolean | undefined;
}

function splitsOf(requests: readonly AskedObservation[]): readonly Parted[] {
  const onDay = new Map<IsoDate, number>();
  for (const { asked } of requests) onDay.set(asked.on, (onDay.get(asked.on) ?? 0) + 1);
  const perDay = manyADay(onDay);
  return [
    ...(perDay === null
      ? []
      : [
          {
            split: { cause: 'volume', perDay } as const,
            concerns: ({ asked }: AskedObservation) => (onDay.get(asked.on) ?? 0) >= perDay,
          },
        ]),
    ...WEEKDAYS.map((days) => ({
      split: { cause: 'weekday', days } as const,
      concerns: ({ asked }: AskedObservation) => days.some((day) => day === weekdayOf(asked.on)),
    })),
    ...HOURS.map((from) => ({
      split: { cause: 'hour', from } as const,
      concerns: ({ asked }: AskedObservation) => asked.hour >= from,
    })),
    { split: { cause: 'inputs' }, concerns: ({ asked }) => !asked.inputs },
    { split: { cause: 'absence' }, concerns: ({ asked }) => asked.away },
  ];
}

const hoursOf = (requests: readonly AskedObservation[]): readonly number[] =>
  requests.map(({ asked }) => asked.hours);

const groupOf = (requests: readonly AskedObservation[]): Group => ({
  requests: requests.length,
  hours: median(hoursOf(requests)),
});

/**
 * Which of the causes explains best that some requests of one handoff wait longer than others: each is tested against the
 * handoff's own requests (rank sums, corrected for their number after Bonferroni), and the least likely by chance is named
 * with its numbers; or none is.
 *
 * @param requests answered ones of one handoff
 * @param weeks over which they were answered, complete ones
 */
export function explain(requests: readonly AskedObservation[], weeks: readonly Week[]): Explanation {
  const first = requests.reduce<Week | undefined>(
    (earliest, { week }) => (earliest === undefined || week < earliest ? week : earliest),
    undefined,
  );
  const measured = weeks.filter((week) => first !== undefined && week >= first).length;
  const perWeek = measured === 0 ? 0 : requests.length / measured;
  if (perWeek < FEWEST_A_WEEK) return { kind: 'too-few', perWeek, need: FEWEST_A_WEEK };
  const tested = splitsOf(requests).flatMap(({ split, concerns }) => {
    const concerned = requests.filter((request) => concerns(request) === true);
    const others = requests.filter((request) => concerns(request) === false);
    if (Math.min(concerned.length, others.length) < FEWEST_IN_GROUP) return [];
    return [{ split, concerned, others, chance: chanceOfRankSum(hoursOf(concerned), hoursOf(others)) }];
  });
  const [best] = tested
    .filter(({ chance }) => chance < FALSE_NAMES / tested.length)
    .map(({ split, concerned, others, chance }) => ({
      chance,
      found: { split, concerned: groupOf(concerned), others: groupOf(others) },
    }))
    .filter(({ found }) => found.concerned.hours >= WORTH_SAYING * found.others.hours)
    .sort((a, b) => a.chance - b.chance);
  return best
    ? { kind: 'explained', ...best.found }
    : { kind: 'none', tested: CAUSES.filter((cause) => tested.some(({ split }) => split.cause === cause)) };
}
