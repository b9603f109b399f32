import fc from 'fast-check';
import { replay } from '../../../../../src/domain/charter/evolve';
import { quarterOf } from '../../../../../src/domain/report/accountability/quarter';
import { figuresIn, summaryOf } from '../../../../../src/domain/report/accountability/summary';
import { itemAtRisk } from '../../../../../src/domain/report/portfolio/item-at-risk';
import { joined, type PortfolioPart } from '../../../../../src/domain/report/portfolio/part';
import { attempts, historyOf, play } from '../../../../support/attempts';
import { epic } from '../../../../support/items';
import { subjectWith } from '../../../../support/subject';

const LATER = '2027-01-20T12:00:00.000Z';

const partOf = (history: ReturnType<typeof historyOf>, number: number): PortfolioPart => {
  const subject = subjectWith({ charter: replay(history), item: epic({ issueKey: `EXP-${number}` }) });
  return {
    figures: figuresIn(summaryOf(subject, LATER, () => true)),
    weeks: quarterOf({ charter: subject.charter, history, earlier: 0 }, subject, LATER),
    worst: itemAtRisk(subject, LATER),
  };
};

test('a project’s line is the same however its items are cut into pages', () => {
  fc.assert(
    fc.property(fc.array(attempts, { maxLength: 6 }), fc.nat(6), (all, cut) => {
      const parts = all.map((tried, at) => partOf(historyOf(play(tried)), at + 1));
      const whole = joined(parts);
      expect(joined([...parts].reverse())).toEqual(whole);
      expect(joined([joined(parts.slice(0, cut)), joined(parts.slice(cut))])).toEqual(whole);
      const { items, passing, notKnown } = whole.figures;
      expect(items).toBe(all.length);
      // There is a worst item exactly where something fails the test.
      expect(whole.worst !== null).toBe(items - notKnown > passing);
    }),
    { numRuns: 60 },
  );
});
