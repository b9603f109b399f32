import fc from 'fast-check';
import { siteDefault } from '../../../src/domain/policy/policy';
import { evidenceOf, together, type Evidence } from '../../../src/domain/report/indicators/evidence';
import { INDICATORS, indicators } from '../../../src/domain/report/indicators/indicators';
import { providersIn, seriesOf } from '../../../src/domain/report/indicators/series';
import { weekOf, weeksBefore } from '../../../src/domain/report/indicators/weeks';
import { withoutSlips } from '../../../src/domain/charter/undo/undone';
import { attempts, historyOf, play } from '../../support/attempts';

const RUNS = { numRuns: 120, seed: 20261123 };
const histories = fc.array(
  attempts.map((all) => historyOf(play(all))),
  { maxLength: 4 },
);
/** All weeks in which anything of these histories lies. */
const weeksOf = (evidence: readonly { readonly at: string }[]): readonly string[] => {
  const last =
    evidence
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '2026-11-22T00:00:00Z';
  return weeksBefore(new Date(Date.parse(last) + 28 * 86_400_000).toISOString(), 40);
};
const evidence = (all: readonly ReturnType<typeof historyOf>[], weeks: readonly string[]): Evidence =>
  together(
    all.map((history) => {
      // Refusals are no entries of a history: one stands beside each request.
      const refusedAt = history.flatMap(({ type, at }) => (type === 'agreement-requested' ? [at] : []));
      return evidenceOf({ history, earlier: 0, closed: false, refusedAt }, weeks, siteDefault);
    }),
  );
const allSeries = (of: Evidence, weeks: readonly string[]) =>
  INDICATORS.map((indicator) => [
    seriesOf(of, indicator, weeks),
    ...providersIn(of).map((provider) => seriesOf(of, indicator, weeks, provider)),
  ]);

it('does not depend on the order of the charters, nor on the pages they came in', () => {
  fc.assert(
    fc.property(histories, fc.nat(4), (all, cut) => {
      const weeks = weeksOf(all.flat());
      const whole = allSeries(evidence(all, weeks), weeks);
      expect(allSeries(evidence([...all].reverse(), weeks), weeks)).toEqual(whole);
      const pages = [evidence(all.slice(0, cut), weeks), evidence(all.slice(cut), weeks)];
      expect(allSeries(together(pages), weeks)).toEqual(whole);
    }),
    RUNS,
  );
});

it('says of some weeks the same whether they are asked for alone or among others', () => {
  fc.assert(
    fc.property(histories, fc.nat(40), (all, cut) => {
      const weeks = weeksOf(all.flat());
      const [early, late] = [weeks.slice(0, cut), weeks.slice(cut)];
      const whole = evidence(all, weeks);
      for (const indicator of INDICATORS) {
        expect([
          ...seriesOf(evidence(all, early), indicator, early),
          ...seriesOf(evidence(all, late), indicator, late),
        ]).toEqual(seriesOf(whole, indicator, weeks));
      }
    }),
    RUNS,
  );
});

it('counts nothing twice', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const weeks = weeksOf(all.flat());
      const whole = evidence(all, weeks);
      const events = all.flatMap((history) => withoutSlips(history));
      const many = (...types: readonly string[]) => events.filter(({ type }) => types.includes(type)).length;
      const found = (indicator: string) =>
        whole.observations.filter((one) => one.indicator === indicator).length;
      expect(found('acknowledgement-latency')).toBe(
        many('agreement-acknowledged', 'agreement-countered', 'agreement-declined'),
      );
      expect(found('intake-completeness')).toBeLessThanOrEqual(many('agreement-requested'));
      expect(found('rework-rate')).toBe(many('delivery-accepted', 'delivery-returned'));
      expect(found('escalation-frequency')).toBe(many('escalation-raised'));
      expect(found('decision-cycle-time')).toBe(many('escalation-answered'));
      expect(found('decisions-per-check-in')).toBe(many('check-in-submitted'));
      expect(found('gate-blocks')).toBe(many('agreement-requested'));
      const weighty = events.filter(
        (event) =>
          event.type === 'passage-recorded' &&
          !['warned', 'misconfigured', 'unlicensed', 'entered'].includes(event.passage.reason),
      );
      expect(found('gate-unmet') + found('gate-bypasses')).toBe(weighty.length);
      for (const indicator of INDICATORS.filter((id) => indicators[id].perHandoff)) {
        const parts = providersIn(whole).flatMap((provider) => seriesOf(whole, indicator, weeks, provider));
        const sum = parts.reduce((total, { count }) => total + count, 0);
        expect(sum).toBe(found(indicator));
      }
    }),
    RUNS,
  );
});

it('meets every indicator often enough to prove anything', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (all) => {
      for (const { indicator } of evidence(all, weeksOf(all.flat())).observations) seen.add(indicator);
    }),
    { ...RUNS, numRuns: 9_000 },
  );
  expect([...seen].sort()).toEqual([...INDICATORS].sort());
});

it('puts every instant into the week it lies in', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      (at) => {
        const week = weekOf(at.toISOString());
        const start = Date.parse(`${week}T00:00:00Z`);
        expect(new Date(start).getUTCDay()).toBe(1);
        expect(at.getTime() - start).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - start).toBeLessThan(7 * 86_400_000);
      },
    ),
  );
});
