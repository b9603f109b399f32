import fc from 'fast-check';
import { replay } from '../../../src/domain/charter/evolve';
import { allHandoffs, handoffsOf, type Handoffs } from '../../../src/domain/report/handoffs/handoffs';
import { handoffMatrix } from '../../../src/domain/report/handoffs/matrix';
import { attempts, historyOf, play } from '../../support/attempts';
import { blocker, epic } from '../../support/items';
import { withTeams } from '../../support/teams';

const RUNS = { numRuns: 150, seed: 20261123 };
const LATER = '2027-01-20T12:00:00.000Z';

const items = fc.array(
  fc.record({
    history: attempts.map((all) => historyOf(play(all))),
    blockers: fc.subarray(['PLAT-1', 'PLAT-2', 'OPS-1']),
  }),
  { maxLength: 6 },
);
type Item = typeof items extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

const each = (all: readonly Item[]): readonly Handoffs[] =>
  all.map(({ history, blockers }, index) =>
    handoffsOf(
      { charter: replay(history), history },
      epic({ issueKey: `EXP-${index + 1}`, blockers: blockers.map((key) => blocker(key)) }),
      withTeams(),
      LATER,
      { accountId: 'u-reader', sees: () => true },
    ),
  );
/** Everything a reader can see of a matrix. */
const seen = (handoffs: Handoffs) => {
  const { requesters, providers, cell, ofProvider } = handoffMatrix(handoffs);
  return {
    requesters,
    providers,
    cells: requesters.map((requester) => providers.map((provider) => cell(requester, provider))),
    totals: providers.map(ofProvider),
  };
};

it('is the same matrix however its items were split into pages', () => {
  fc.assert(
    fc.property(items, fc.array(fc.nat(6), { maxLength: 3 }), (all, cuts) => {
      const parts = each(all);
      const edges = [0, ...[...cuts].sort((a, b) => a - b), parts.length];
      const pages = edges.slice(1).map((end, at) => allHandoffs(parts.slice(edges[at], end)));
      const whole = seen(allHandoffs(parts));
      expect(seen(allHandoffs(pages.filter(({ items: count }) => count > 0)))).toEqual(whole);
      expect(seen(allHandoffs([...parts].reverse()))).toEqual(whole);
    }),
    RUNS,
  );
});

it('counts every line and every answer in exactly one cell, and once more in its provider’s total', () => {
  fc.assert(
    fc.property(items, (all) => {
      const handoffs = allHandoffs(each(all));
      const { cells, totals } = seen(handoffs);
      const flat = cells.flat().flatMap((one) => one ?? []);
      for (const found of [flat, totals]) {
        expect(found.flatMap(({ lines }) => lines)).toHaveLength(handoffs.lines.length);
        expect(found.reduce((sum, { answers }) => sum + answers, 0)).toBe(handoffs.answers.length);
      }
      for (const { lines, open, unmapped, unacknowledged, overdue, answerOverdue } of flat) {
        expect(open + unmapped).toBe(lines.length);
        expect(unacknowledged + overdue).toBeLessThanOrEqual(open);
        expect(answerOverdue).toBeLessThanOrEqual(unacknowledged);
      }
    }),
    RUNS,
  );
});

it('has half of the answers on either side of a median', () => {
  fc.assert(
    fc.property(items, (all) => {
      const handoffs = allHandoffs(each(all));
      const { providers, ofProvider } = handoffMatrix(handoffs);
      for (const provider of providers) {
        const { medianHours, answers } = ofProvider(provider);
        if (medianHours === null) continue;
        const hours = handoffs.answers.flatMap((one) =>
          JSON.stringify(one.provider) === JSON.stringify(provider) ? [one.hours] : [],
        );
        expect(hours.filter((one) => one < medianHours).length).toBeLessThanOrEqual(answers / 2);
        expect(hours.filter((one) => one > medianHours).length).toBeLessThanOrEqual(answers / 2);
      }
    }),
    RUNS,
  );
});
