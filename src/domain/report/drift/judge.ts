import { median } from '../median';
import { chanceOfScore, kendallScore } from './trend';
import { naturalLimits, type Limits } from './xmr';

/** Weeks with a figure below which nothing is judged: limits drawn from fewer say little. */
export const FEWEST_WEEKS = 10;
/** Neighbours on one side of the mean that are no coincidence any more (Western Electric, Wheeler). */
export const LONG_RUN = 8;
/** Weeks over which a median rises or falls. */
const TREND_WEEKS = 12;
/** As rare as a value beyond one natural limit: no rule cries sooner than another. */
const TREND_CHANCE = 0.00135;
/** A signal is told while one of its points is among the latest. */
const LATEST = 4;

/** A value beyond the natural limits, a run on one side of the mean, a median that keeps rising or falling. */
export const SIGNAL_RULES = ['outside', 'run', 'trend'] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** One rule's finding at one value, by its place in the row. */
export interface Mark {
  readonly index: number;
  readonly rule: SignalRule;
}

export interface Signal {
  readonly rule: SignalRule;
  readonly direction: 'up' | 'down';
  /** The place from which on it has been like this. */
  readonly from: number;
  /** Medians until then, and since. */
  readonly before: number;
  readonly now: number;
  /** What was usual until then, drawn from that time alone where it is long enough. */
  readonly usual: Limits;
  /** What says so: values since then that a rule marked, or that lie outside what was usual. */
  readonly marks: readonly Mark[];
}

export type Judgement =
  | { readonly kind: 'too-little'; readonly have: number; readonly need: number }
  /** Something that happens less than once a week: its chart would call every occurrence a signal. */
  | { readonly kind: 'too-rare'; readonly mean: number }
  | {
      readonly kind: 'judged';
      readonly limits: Limits;
      readonly marks: readonly Mark[];
      readonly signal: Signal | null;
    };

/** Above (1), below (-1), or on (0) a mean. */
export const sideOf = (value: number, mean: number): number => {
  // Sums of decimals are not exact; a value that close to the mean lies on it.
  const distance = value - mean;
  return Math.abs(distance) < 1e-9 * Math.max(1, Math.abs(mean)) ? 0 : Math.sign(distance);
};

function outside(values: readonly number[], { upper, lower, mean }: Limits): readonly number[] {
  const slack = 1e-9 * Math.max(1, Math.abs(mean));
  return values.flatMap((value, index) => (value > upper + slack || value < lower - slack ? [index] : []));
}

/** All places that belong to a long run on one side. */
function runs(values: readonly number[], mean: number): readonly number[] {
  const sides = values.map((value) => sideOf(value, mean));
  const found: number[] = [];
  for (let start = 0, end = 0; start < sides.length; start = end) {
    end = start + 1;
    while (end < sides.length && sides[end] === sides[start]) end += 1;
    if (sides[start] !== 0 && end - start >= LONG_RUN) {
      for (let index = start; index < end; index += 1) found.push(index);
    }
  }
  return found;
}

/** Where the latest values keep rising (1) or falling (-1): the place of the first of them. */
function trend(values: readonly number[]): { readonly start: number; readonly way: number } | null {
  const latest = values.slice(-TREND_WEEKS);
  const score = kendallScore(latest);
  return chanceOfScore(Math.abs(score), latest.length) <= TREND_CHANCE
    ? { start: values.length - latest.length, way: Math.sign(score) }
    : null;
}

/**
 * Judges figures in the order of time against the limits they draw themselves. `counted`: they are counts of events.
 */
export function judge(values: readonly number[], { counted }: { readonly counted: boolean }): Judgement {
  if (values.length < FEWEST_WEEKS) return { kind: 'too-little', have: values.length, need: FEWEST_WEEKS };
  const limits = naturalLimits(values);
  if (counted && limits.mean < 1) return { kind: 'too-rare', mean: limits.mean };
  const rising = trend(values);
  const marks: readonly Mark[] = [
    ...outside(values, limits).map((index): Mark => ({ index, rule: 'outside' })),
    ...runs(values, limits.mean).map((index): Mark => ({ index, rule: 'run' })),
    ...(rising ? [{ index: values.length - 1, rule: 'trend' } as const] : []),
  ];
  return { kind: 'judged', limits, marks, signal: signalOf(values, limits, marks, rising) };
}

function signalOf(
  values: readonly number[],
  limits: Limits,
  marks: readonly Mark[],
  rising: ReturnType<typeof trend>,
): Signal | null {
  const recent = marks.filter(({ index }) => index >= values.length - LATEST);
  const [first] = SIGNAL_RULES.flatMap((rule) => recent.filter((mark) => mark.rule === rule).at(-1) ?? []);
  if (!first) return null;
  if (first.rule === 'trend' && rising) {
    const from = rising.start + Math.floor((values.length - rising.start) / 2);
    return compared(values, { limits, marks, rule: first.rule, from, way: rising.way });
  }
  const { mean } = limits;
  const way = sideOf(values[first.index] ?? NaN, mean);
  let from = first.index;
  while (from > 0 && sideOf(values[from - 1] ?? NaN, mean) === way) from -= 1;
  return compared(values, { limits, marks, rule: first.rule, from, way });
}

/** Nothing to tell where it never was otherwise, or already is again as it was. */
function compared(
  values: readonly number[],
  {
    limits,
    marks,
    rule,
    from,
    way,
  }: {
    readonly limits: Limits;
    readonly marks: readonly Mark[];
    readonly rule: SignalRule;
    readonly from: number;
    readonly way: number;
  },
): Signal | null {
  if (from === 0) return null;
  const [before, now] = [median(values.slice(0, from)), median(values.slice(from))];
  if (Math.sign(now - before) !== way) return null;
  const usual = from >= LONG_RUN ? naturalLimits(values.slice(0, from)) : limits;
  const since = marks.filter(({ index }) => index >= from);
  const beyond = outside(values, usual).filter(
    (index) => index >= from && !since.some((mark) => mark.index === index && mark.rule === 'outside'),
  );
  return {
    rule,
    direction: way > 0 ? 'up' : 'down',
    from,
    before,
    now,
    usual,
    marks: [...since, ...beyond.map((index): Mark => ({ index, rule: 'outside' }))],
  };
}
