/**
 * Rising median: the Mann–Kendall test (Mann 1945, Kendall 1975). It asks of every pair of values whether the later
 * one is the larger, so it needs no assumption about how the values are spread and one wild week does not decide it.
 */

/** How many more pairs rise than fall. */
export const kendallScore = (values: readonly number[]): number =>
  values.reduce(
    (score, value, index) =>
      score + values.slice(index + 1).reduce((sum, later) => sum + Math.sign(later - value), 0),
    0,
  );

/** How many orders of `count` different values have each number of falling pairs, from none upwards. */
function ordersByFallingPairs(count: number): readonly number[] {
  let orders: readonly number[] = [1];
  for (let placed = 2; placed <= count; placed += 1) {
    const next = new Array<number>(orders.length + placed - 1).fill(0);
    orders.forEach((ways, pairs) => {
      for (let more = 0; more < placed; more += 1) next[pairs + more] = (next[pairs + more] ?? 0) + ways;
    });
    orders = next;
  }
  return orders;
}

/** How likely a score of at least this is where every order is equally likely: nothing rises, nothing falls. */
export function chanceOfScore(score: number, count: number): number {
  const orders = ordersByFallingPairs(count);
  const pairs = orders.length - 1;
  const all = orders.reduce((sum, ways) => sum + ways, 0);
  // Each falling pair takes two off the score of a row that only rises.
  const most = Math.floor((pairs - score) / 2);
  return most < 0 ? 0 : orders.slice(0, most + 1).reduce((sum, ways) => sum + ways, 0) / all;
}
