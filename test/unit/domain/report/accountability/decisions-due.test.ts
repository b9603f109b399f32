import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { decisionsDue } from '../../../../../src/domain/report/accountability/decisions-due';
import { owner } from '../../../../support/events';
import { subjectWith } from '../../../../support/subject';
import { COO, CTO } from '../../../../support/people';

const raised = (neededBy?: string, toZone?: string): CharterEvent => ({
  type: 'escalation-raised',
  at: '2026-11-23T08:00:00.000Z',
  by: COO,
  escalationId: 'E1',
  question: 'Which market first?',
  toAccountId: CTO,
  ...(toZone !== undefined && { toZone }),
  ...(neededBy !== undefined && { neededBy }),
});

const due = (now: string, event: CharterEvent): readonly string[] =>
  decisionsDue(subjectWith({ charter: replay([...owner(COO), event]) }), now).map(({ id }) => id);

it('counts a question whose day has come where its decider lives', () => {
  expect(due('2026-11-23T09:00:00.000Z', raised('2026-11-24'))).toEqual([]);
  expect(due('2026-11-23T09:00:00.000Z', raised('2026-11-23'))).toEqual(['E1']);
  // It is the 24th in Auckland already.
  expect(due('2026-11-23T12:00:00.000Z', raised('2026-11-24', 'Pacific/Auckland'))).toEqual(['E1']);
});

it('counts a question that has waited longer than the policy gives, whatever day it names', () => {
  expect(due('2026-11-23T09:00:00.000Z', raised())).toEqual([]);
  expect(due('2026-12-08T09:00:00.000Z', raised('2027-01-31'))).toEqual(['E1']);
});

it('counts no question that has its decision', () => {
  const charter = replay([
    ...owner(COO),
    raised('2026-11-23'),
    {
      type: 'escalation-answered',
      at: '2026-11-23T08:30:00.000Z',
      by: CTO,
      escalationId: 'E1',
      decision: 'Poland',
    },
  ]);
  expect(decisionsDue(subjectWith({ charter }), '2026-12-08T09:00:00.000Z')).toEqual([]);
});
