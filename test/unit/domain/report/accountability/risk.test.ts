import fc from 'fast-check';
import {
  byIssueKey,
  byRisk,
  worstOf,
  type AtRisk,
} from '../../../../../src/domain/report/accountability/risk';

const items = fc
  .uniqueArray(
    fc.record({
      issueKey: fc
        .tuple(fc.constantFrom('A', 'AB', 'B'), fc.integer({ min: 1, max: 30 }))
        .map((k) => k.join('-')),
      risk: fc.constantFrom(100, 200, 300),
      neededBy: fc.constantFrom(undefined, '2026-12-01', '2026-12-24'),
    }),
    { selector: ({ issueKey }) => issueKey, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ neededBy, ...one }): AtRisk => ({ ...one, ...(neededBy !== undefined && { neededBy }) })),
  );

test('keys stand in the order people count in', () => {
  expect(['EXP-10', 'EXP-9', 'AB-2', 'A-3'].sort(byIssueKey)).toEqual(['A-3', 'AB-2', 'EXP-9', 'EXP-10']);
});

test('the worst item weighs most, then is needed soonest, then comes first by its key', () => {
  const at = (issueKey: string, risk: number, neededBy?: string): AtRisk => ({
    issueKey,
    risk,
    ...(neededBy !== undefined && { neededBy }),
  });
  expect(worstOf([at('A-1', 1), at('A-2', 2), null])?.issueKey).toBe('A-2');
  expect(worstOf([at('A-1', 2), at('A-2', 2, '2026-12-01')])?.issueKey).toBe('A-2');
  expect(worstOf([at('A-10', 2), at('A-9', 2)])?.issueKey).toBe('A-9');
  expect(worstOf([null])).toBeNull();
});

test('the worst of all is the worst of the worst of any two parts, and no two items tie', () => {
  fc.assert(
    fc.property(items, fc.nat(12), (all, cut) => {
      const worst = worstOf(all);
      expect(worstOf([...all].reverse())).toEqual(worst);
      expect(worstOf([worstOf(all.slice(0, cut)), worstOf(all.slice(cut))])).toEqual(worst);
      for (const one of all) {
        for (const other of all) {
          if (one !== other) expect(Math.sign(byRisk(one, other))).toBe(-Math.sign(byRisk(other, one)));
          if (one !== other) expect(byRisk(one, other)).not.toBe(0);
        }
      }
    }),
  );
});
