import fc from 'fast-check';
import { chanceOfRankSum } from '../../../../../src/domain/report/drift/rank-sum';
import { normal, seeded } from '../../../../support/chance';

const values = (least: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 30 });

/** Of every choice of as many values as `more` has, how many have a rank sum at least as large: the chance, counted out. */
function counted(more: readonly number[], less: readonly number[]): number {
  const all = [...more, ...less];
  const score = (some: readonly number[], others: readonly number[]): number =>
    some.reduce((sum, a) => sum + others.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  const seen = score(more, less);
  let [found, choices] = [0, 0];
  const choose = (from: number, taken: readonly number[]): void => {
    if (taken.length === more.length) {
      const some = taken.map((index) => all[index] ?? 0);
      const others = all.filter((_, index) => !taken.includes(index));
      choices += 1;
      if (score(some, others) >= seen) found += 1;
      return;
    }
    for (let index = from; index < all.length; index += 1) choose(index + 1, [...taken, index]);
  };
  choose(0, []);
  return found / choices;
}

it('comes close to the chance counted out; with many ties, which come in coarser steps, less so', () => {
  const draw = normal(seeded(11));
  for (let round = 0; round < 12; round += 1) {
    const row = (more: number): number[] =>
      Array.from({ length: 8 }, () => {
        const value = 10 + 4 * draw() + more;
        return round % 2 === 0 ? value : Math.round(value / 3);
      });
    const [more, less] = [row(round / 2), row(0)];
    expect(Math.abs(chanceOfRankSum(more, less) - counted(more, less))).toBeLessThan(
      round % 2 === 0 ? 0.01 : 0.1,
    );
  }
});

it('is a chance; larger values make it smaller, and neither order nor unit matters', () => {
  fc.assert(
    fc.property(values(8), values(8), fc.integer({ min: 1, max: 5 }), (more, less, by) => {
      const chance = chanceOfRankSum(more, less);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      const raised = chanceOfRankSum(
        more.map((value) => value + by),
        less,
      );
      expect(raised).toBeLessThanOrEqual(chance + 1e-9);
      const turned = chanceOfRankSum([...more].reverse(), less);
      expect(turned).toBeCloseTo(chance, 12);
      const inMinutes = [more, less].map((row) => row.map((value) => 60 * value)) as [number[], number[]];
      expect(chanceOfRankSum(...inMinutes)).toBeCloseTo(chance, 12);
    }),
  );
});

it('says nothing of rows that are all one value', () => {
  expect(chanceOfRankSum(Array(9).fill(3), Array(9).fill(3))).toBe(1);
});
