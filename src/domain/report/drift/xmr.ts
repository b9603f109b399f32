/**
 * Process-behaviour chart of individual values (XmR), after Shewhart and Wheeler ("Understanding Variation").
 * The spread is taken from the mean moving range, so a slow drift does not hide itself as the standard deviation of
 * all values would let it.
 */

/** 3 / d2 for ranges of two values (d2 = 1.128): natural process limits lie this many mean moving ranges off the mean. */
const TO_NATURAL_LIMIT = 2.66;
/** D4 for ranges of two values. */
const TO_RANGE_LIMIT = 3.268;

export interface Limits {
  readonly mean: number;
  readonly meanRange: number;
  /** Natural process limits: where the process stays as long as nothing changes. */
  readonly upper: number;
  readonly lower: number;
  /** Largest range between two neighbours that is still of the ordinary kind. */
  readonly upperRange: number;
}

export const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Differences between neighbours, without sign. */
export const movingRanges = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? NaN)));

/** The limits of at least two values in the order of time. */
export function naturalLimits(values: readonly number[]): Limits {
  const mean = meanOf(values);
  const meanRange = meanOf(movingRanges(values));
  return {
    mean,
    meanRange,
    upper: mean + TO_NATURAL_LIMIT * meanRange,
    lower: mean - TO_NATURAL_LIMIT * meanRange,
    upperRange: TO_RANGE_LIMIT * meanRange,
  };
}
