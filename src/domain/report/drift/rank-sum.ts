/**
 * The rank-sum test (Wilcoxon 1945, Mann and Whitney 1947): whether values of one group tend to be larger than those of
 * another. It asks of every pair which is the larger, so it needs no assumption about how the values are spread.
 */

/** How many of each value there are among values in order. */
function tiesIn(ordered: readonly number[]): readonly number[] {
  const ties: number[] = [];
  ordered.forEach((value, index) => {
    if (index > 0 && ordered[index - 1] === value) ties.push((ties.pop() ?? 0) + 1);
    else ties.push(1);
  });
  return ties;
}

/** How many values of a row in order are smaller than one, and half of those that equal it. */
function below(ordered: readonly number[], value: number): number {
  const firstFrom = (is: (other: number) => boolean): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (is(ordered[middle] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (firstFrom((other) => other >= value) + firstFrom((other) => other > value)) / 2;
}

/** How likely a standard normal value is above `z`; within 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
function chanceAbove(z: number): number {
  if (z < 0) return 1 - chanceAbove(-z);
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const sum = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce(
    (total, factor) => (total + factor) * t,
    0,
  );
  return (sum * Math.exp(-x * x)) / 2;
}

/**
 * How likely it is that values of `more` are as much larger than those of `less`, or even more so, where both come from
 * the same: from 0 to 1. By the normal approximation with corrections for ties and continuity, which serves from eight values in each on.
 */
export function chanceOfRankSum(more: readonly number[], less: readonly number[]): number {
  const [m, n] = [more.length, less.length];
  const others = [...less].sort((a, b) => a - b);
  const larger = more.reduce((sum, value) => sum + below(others, value), 0);
  const all = [...more, ...less].sort((a, b) => a - b);
  const tied = tiesIn(all).reduce((sum, count) => sum + (count ** 3 - count), 0);
  const variance = ((m * n) / 12) * (m + n + 1 - tied / ((m + n) * (m + n - 1)));
  // Every value is the same: nothing is larger.
  return variance > 0 ? chanceAbove((larger - (m * n) / 2 - 0.5) / Math.sqrt(variance)) : 1;
}
