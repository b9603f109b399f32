import type { CharterEvent } from '../../../../../src/domain/charter/events';
import {
  freshness,
  ownershipHappenings,
  stepHappenings,
} from '../../../../../src/domain/report/indicators/of-follow-through';
import { accepted, nominated, turnedDown } from '../../../../support/events';
import { COO, CTO } from '../../../../support/people';

const day = (date: string): string => `2026-${date}T08:00:00.000Z`;
const checkIn = (at: string, decision?: string): CharterEvent => ({
  type: 'check-in-submitted',
  at,
  by: COO,
  onTrack: true,
  biggestRisk: 'None',
  needs: [],
  reviewed: [],
  ...(decision !== undefined && { decision }),
});

it('measures from the question to the decision, and counts each question', () => {
  const found = stepHappenings([
    {
      type: 'escalation-raised',
      at: day('11-02'),
      by: COO,
      escalationId: 'E1',
      question: '?',
      toAccountId: CTO,
    },
    { type: 'escalation-answered', at: day('11-04'), by: CTO, escalationId: 'E1', decision: 'Yes' },
  ]);
  expect(found).toEqual([
    { indicator: 'escalation-frequency', at: day('11-02'), value: 1 },
    { indicator: 'decision-cycle-time', at: day('11-04'), value: 48 },
  ]);
});

it('tells check-ins that decided something from those that did not', () => {
  const found = stepHappenings([checkIn(day('11-02')), checkIn(day('11-09'), 'We start small')]);
  expect(found.map(({ value }) => value)).toEqual([0, 1]);
});

it('counts moves past the gate apart from moves around it, when they were made', () => {
  const passed = (reason: 'coach' | 'bypass' | 'warned'): CharterEvent => ({
    type: 'passage-recorded',
    at: day('11-09'),
    by: 'holdfast',
    passage: { at: day('11-02'), checkpoint: 'start', reason, rules: [] },
  });
  // A rule that only warns holds nothing back: it counts as neither.
  expect(stepHappenings([passed('coach'), passed('bypass'), passed('warned')])).toEqual([
    { indicator: 'gate-unmet', at: day('11-02'), value: 1 },
    { indicator: 'gate-bypasses', at: day('11-02'), value: 1 },
  ]);
});

it('tells how long ownership lasted where it was handed back', () => {
  const found = ownershipHappenings([
    nominated(COO, { at: day('11-01') }),
    accepted(COO, { at: day('11-02') }),
    turnedDown(COO, { at: day('11-12') }),
    nominated(CTO, { at: day('11-13') }),
    accepted(CTO, { at: day('11-13') }),
  ]);
  expect(found).toEqual([
    { indicator: 'delegation-durability', at: day('11-12'), value: 10 },
    { indicator: 'ownership-returns', at: day('11-12'), value: 1 },
  ]);
});

it('does not call a nomination turned down a return', () => {
  expect(ownershipHappenings([nominated(COO), turnedDown(COO)])).toEqual([]);
});

describe('freshness', () => {
  const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'];
  const owned = [nominated(COO, { at: day('11-02') }), accepted(COO, { at: day('11-02') })];
  const values = (history: readonly CharterEvent[], closed = false) =>
    freshness(history, { weeks, everyDays: 7, closed }).map(({ week, value }) => [week, value]);

  it('is whether the latest check-in lies within the cadence when the week ends', () => {
    expect(values([...owned, checkIn(day('11-15'))])).toEqual([
      ['2026-11-09', 1],
      ['2026-11-16', 0],
    ]);
  });

  it('gives a new owner one cadence before it counts', () => {
    expect(values(owned)).toEqual([
      ['2026-11-09', 0],
      ['2026-11-16', 0],
    ]);
  });

  it('asks nothing of a finished item, of one let go, and of one without an owner', () => {
    expect(values(owned, true)).toEqual([]);
    expect(values([...owned, checkIn(day('11-10'))], true)).toEqual([['2026-11-09', 1]]);
    expect(
      values([...owned, { type: 'review-decided', at: day('11-03'), by: COO, choice: 'release' }]),
    ).toEqual([]);
    expect(values([nominated(COO, { at: day('11-02') })])).toEqual([]);
  });
});
