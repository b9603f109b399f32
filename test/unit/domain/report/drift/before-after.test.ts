import fc from 'fast-check';
import {
  compareAround,
  FEWEST_AFTER,
  FEWEST_BEFORE,
  type Comparison,
} from '../../../../../src/domain/report/drift/before-after';
import type { WeekPoint } from '../../../../../src/domain/report/indicators/series';
import { weeksBefore } from '../../../../../src/domain/report/indicators/weeks';
import { normal, seeded } from '../../../../support/chance';
import { NOW } from '../../../../support/charter-spec';

const weeks = weeksBefore(NOW, 60);
const row = (values: readonly (number | null)[]): readonly WeekPoint[] =>
  values.map((value, index) => ({ week: weeks[index]!, value, count: value === null ? 0 : 1 }));

/** Some weeks, the week of the change, and some weeks after it. */
function around(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  counted = false,
): Comparison {
  const points = row([...before, 99, ...after]);
  return compareAround(points, weeks[before.length]!, { others: [], counted });
}

const usual = [20, 24, 21, 23, 22, 20, 24, 22, 21, 23];

it('says how many weeks are missing, on whichever side', () => {
  expect(around(usual.slice(0, 6), usual)).toEqual({ kind: 'too-soon', side: 'before', have: 6, need: 7 });
  expect(around(usual, usual.slice(0, 7))).toEqual({ kind: 'too-soon', side: 'after', have: 7, need: 8 });
  expect(around(usual, [...usual.slice(0, 7), null, null])).toMatchObject({ kind: 'too-soon', have: 7 });
});

it('sees nothing in what goes on as before', () => {
  expect(around(usual, usual)).toMatchObject({ kind: 'same', before: { median: 22 }, after: { median: 22 } });
});

it('tells a change that stays, with what was usual before it and since', () => {
  const found = around(
    usual,
    usual.map((value) => value - 8),
  );
  expect(found).toMatchObject({
    kind: 'changed',
    direction: 'down',
    before: { weeks: 10, median: 22, limits: { mean: 22 } },
    after: { weeks: 10, median: 14, limits: { mean: 14 } },
  });
});

it('does not take a change for lasting that is over again', () => {
  const over = [...Array<number>(9).fill(12), 22, 24, 20];
  expect(around(usual, over)).toMatchObject({ kind: 'same' });
});

it('keeps out the week of the change itself, and weeks beyond another change', () => {
  const points = row([...usual, 99, ...usual, 99, ...usual.map((value) => value + 50)]);
  const [first, second] = [weeks[10]!, weeks[21]!];
  expect(compareAround(points, first, { others: [first, second], counted: false })).toMatchObject({
    kind: 'same',
    before: { weeks: 10 },
    after: { weeks: 10 },
  });
  expect(compareAround(points, second, { others: [first, second], counted: false })).toMatchObject({
    kind: 'changed',
    direction: 'up',
    before: { weeks: 10 },
  });
});

it('does not call quiet weeks a change where something seldom happens', () => {
  const seldom = [0, 0, 1, 0, 0, 0, 2, 0, 0, 0];
  expect(around(seldom, Array<number>(12).fill(0), true)).toEqual({ kind: 'too-rare' });
  // A share that is mostly nothing: its middle has not moved.
  expect(
    around(
      seldom.map((value) => value / 4),
      Array<number>(12).fill(0),
    ),
  ).toMatchObject({ kind: 'same' });
});

describe('for any figures', () => {
  const figures = (least: number) =>
    fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: least, maxLength: 25 });
  const RUNS = { numRuns: 300, seed: 20261123 };

  it('judges from seven weeks before and eight after, and not sooner', () => {
    fc.assert(
      fc.property(figures(0), figures(0), (before, after) => {
        const enough = before.length >= FEWEST_BEFORE && after.length >= FEWEST_AFTER;
        expect(around(before, after).kind !== 'too-soon').toBe(enough);
      }),
      RUNS,
    );
  });

  it('does not depend on the measure, and turns round when the measure does', () => {
    fc.assert(
      fc.property(figures(8), figures(8), fc.integer({ min: 1, max: 9 }), (before, after, factor) => {
        const told = around(before, after);
        const scaled = (by: number) =>
          around(
            before.map((value) => value * by + 7),
            after.map((value) => value * by + 7),
          );
        expect(scaled(factor).kind).toBe(told.kind);
        const mirrored = scaled(-factor);
        expect(mirrored.kind).toBe(told.kind);
        if (told.kind === 'changed' && mirrored.kind === 'changed') {
          expect(mirrored.direction).not.toBe(told.direction);
        }
      }),
      RUNS,
    );
  });

  it('always tells eight weeks above everything there was', () => {
    fc.assert(
      fc.property(figures(8), figures(8), (before, after) => {
        const more = Math.max(...before) + 1;
        expect(
          around(
            before,
            after.map((value) => value + more),
          ),
        ).toMatchObject({ kind: 'changed', direction: 'up' });
      }),
      RUNS,
    );
  });

  it('sees nothing where the same weeks come once more', () => {
    fc.assert(
      fc.property(figures(8), (values) => {
        expect(around(values, values).kind).toBe('same');
      }),
      RUNS,
    );
  });
});

it('calls one of twenty stable handoffs changed at most, and finds a halved latency in nine of ten', () => {
  const draw = normal(seeded(20261123));
  const HANDOFFS = 1_000;
  const share = (factor: number): number => {
    let found = 0;
    for (let handoff = 0; handoff < HANDOFFS; handoff += 1) {
      const some = (count: number, mean: number) => Array.from({ length: count }, () => mean + 4 * draw());
      if (around(some(FEWEST_BEFORE, 24), some(FEWEST_AFTER, 24 * factor)).kind === 'changed') found += 1;
    }
    return found / HANDOFFS;
  };
  const [falsely, rightly] = [share(1), share(0.5)];
  process.stdout.write(
    `Before and after, ${FEWEST_BEFORE} weeks and ${FEWEST_AFTER}: ${(100 * falsely).toFixed(1)} % of stable handoffs are called changed, ` +
      `${(100 * rightly).toFixed(1)} % of halved latencies are found\n`,
  );
  expect(falsely).toBeLessThanOrEqual(0.05);
  expect(rightly).toBeGreaterThanOrEqual(0.9);
});
