import { quarterOf } from '../../../../../src/domain/report/accountability/quarter';
import { sumOfWeeks } from '../../../../../src/domain/report/accountability/week-figures';
import { keptWeeks } from '../../../../../src/domain/report/accountability/kept';
import { replay } from '../../../../../src/domain/charter/evolve';
import { addDays } from '../../../../../src/domain/time/time';
import { NOW } from '../../../../support/charter-spec';
import { asked, owner } from '../../../../support/events';
import { COO, OPS } from '../../../../support/people';
import { subjectWith } from '../../../../support/subject';

const history = [...owner(COO), asked('A1', { providerAccountId: OPS })];
const charter = replay(history);
const LATER = addDays(NOW, 21);

it('plays an item back to the end of each week, from before it had a history on', () => {
  const weeks = quarterOf({ charter, history, earlier: 0 }, subjectWith({ charter }), LATER);
  expect(weeks).toHaveLength(12);
  expect(weeks[0]).toMatchObject({ known: 1, promises: 0 });
  expect(weeks.at(-1)).toMatchObject({ known: 1, promises: 1, unanswered: 1 });
});

it('does not count an item in weeks whose entries are not at hand', () => {
  const weeks = quarterOf({ charter, history, earlier: 3 }, subjectWith({ charter }), LATER);
  expect(weeks[0]).toMatchObject({ known: 0, passing: 0 });
  expect(weeks.at(-1)).toMatchObject({ known: 1 });
});

it('counts an item without a record as one that never passed', () => {
  const weeks = quarterOf(null, subjectWith({ charter }), LATER);
  expect(weeks.every(({ known, passing }) => known === 1 && passing === 0)).toBe(true);
});

it('adds weeks of two sets of items up', () => {
  const one = { week: '2026-11-16', known: 2, passing: 1, promises: 3, unanswered: 1 } as const;
  const two = { week: '2026-11-23', known: 1, passing: 0, promises: 0, unanswered: 0 } as const;
  expect(sumOfWeeks([[one], [two, one]])).toEqual([
    { week: '2026-11-16', known: 4, passing: 2, promises: 6, unanswered: 2 },
    two,
  ]);
});

it('takes the running week for no week that is over', () => {
  const running = { week: '2026-11-23', known: 9, passing: 9, promises: 9, unanswered: 9 } as const;
  const kept = keptWeeks({ weeks: [], running }, [], '2026-11-25T12:00:00.000Z');
  expect(kept).toEqual([]);
  expect(keptWeeks({ weeks: [], running }, [], '2026-12-01T12:00:00.000Z')).toEqual([running]);
});
