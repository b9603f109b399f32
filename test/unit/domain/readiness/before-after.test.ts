import fc from 'fast-check';
import { beforeAfter, COMPARED, soFar, weeksToCompare } from '../../../../src/domain/readiness/before-after';
import { weekOf, weeksBefore } from '../../../../src/domain/report/indicators/weeks';
import type { Evidence } from '../../../../src/domain/report/indicators/evidence';
import type { IndicatorId } from '../../../../src/domain/report/indicators/indicators';

const NOW = '2026-11-23T09:00:00Z';
const WEEKS = weeksBefore(NOW, 20);
/** One answer a week, that took so many hours. */
const evidence = (hours: readonly (number | null)[], indicator: IndicatorId = 'acknowledgement-latency') =>
  ({
    observations: hours.flatMap((value, index) =>
      value === null ? [] : [{ indicator, week: WEEKS[index] ?? '', value }],
    ),
    since: `${WEEKS[0]}T00:00:00Z`,
  }) satisfies Pick<Evidence, 'observations' | 'since'>;
const since = `${WEEKS[10]}T12:00:00Z`;
const compare = (hours: readonly (number | null)[], indicator: IndicatorId = 'acknowledgement-latency') =>
  beforeAfter(evidence(hours, indicator), [indicator], WEEKS, since)[0];
const flat = (before: number, turn: number, after: number): number[] => [
  ...Array.from({ length: 10 }, () => before),
  turn,
  ...Array.from({ length: 9 }, () => after),
];

test('the eight whole weeks on each side, by their medians; the week of the change is on neither', () => {
  expect(compare(flat(72, 500, 24))).toEqual({
    indicator: 'acknowledgement-latency',
    before: { weeks: 8, median: 72 },
    after: { weeks: 8, median: 24 },
    verdict: 'better',
  });
  expect(compare(flat(24, 500, 72))?.verdict).toBe('worse');
});

test('which way is better is the indicator’s own', () => {
  expect(compare(flat(0.5, 0, 0.9), 'intake-completeness')?.verdict).toBe('better');
  expect(compare(flat(1, 0, 4), 'escalation-frequency')?.verdict).toBe('different');
});

test('what is usual from one week to the next is no difference', () => {
  const restless = [20, 40, 20, 40, 20, 40, 20, 40, 20, 40, 0, 40, 40, 40, 40, 40, 40, 40, 40, 40];
  expect(compare(restless)).toMatchObject({
    before: { median: 30 },
    after: { median: 40 },
    verdict: 'as-before',
  });
});

test('too few weeks say so, and judge nothing', () => {
  const young = flat(72, 24, 24).map((value, index) => (index > 12 ? null : value));
  expect(compare(young)).toMatchObject({
    before: { weeks: 8, median: 72 },
    after: { weeks: 2, median: null },
    verdict: null,
  });
  expect(soFar(evidence(young), ['acknowledgement-latency'], WEEKS)[0]?.side).toEqual({
    weeks: 1,
    median: null,
  });
});

test('weeks asked for reach back far enough and to now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 * 86_400 }), (seconds) => {
      const change = new Date(Date.parse(NOW) - seconds * 1000).toISOString();
      const weeks = weeksBefore(NOW, weeksToCompare(change, NOW));
      expect(weeks.filter((week) => week < weekOf(change)).length).toBeGreaterThanOrEqual(COMPARED.most);
    }),
    { numRuns: 300, seed: 20261123 },
  );
});

test('nothing beyond the eight weeks on each side changes the comparison', () => {
  const hours = fc.array(fc.option(fc.integer({ min: 1, max: 200 })), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 500 }), (all, other) => {
      const [first, second, ...rest] = all;
      const changed = [other, other, ...rest].map((value, index) =>
        index === 10 || index === 19 ? other : value,
      );
      const same = [first ?? null, second ?? null, ...rest];
      expect(compare(changed)).toEqual(compare(same));
    }),
    { numRuns: 200, seed: 20261123 },
  );
});
