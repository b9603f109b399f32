import { nextCheckInAt } from '../../../../src/domain/charter/check-in/off-track';
import { unmetOf } from '../../../../src/domain/gate/find';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner, refused, withdrawn } from '../../../support/events';
import { epic } from '../../../support/items';
import { COO, CTO } from '../../../support/people';
import { factsOf } from '../../../support/subject';

const inProgress = epic({ status: { id: '3', name: 'In Progress', category: 'indeterminate' } });

const checkedIn = (at: string, onTrack = true): CharterEvent => ({
  type: 'check-in-submitted',
  at,
  by: COO,
  onTrack,
  biggestRisk: 'The vendor is slow',
  needs: [],
  reviewed: [],
});

const found = (history: readonly CharterEvent[], item = inProgress, now = NOW) =>
  unmetOf(
    ['checkin.contradicted', 'checkin.off-track', 'checkin.stale'],
    factsOf({ charter: replay(history), item, policy: siteDefault }),
    now,
  );

describe('the watermelon: on track, it says', () => {
  const overdue = acknowledged('A1', { committedBy: '2026-11-21' });

  it('is contradicted by an overdue or declined agreement', () => {
    const history = [...owner(COO), asked('A1'), overdue, asked('A2'), refused('A2'), checkedIn(NOW)];
    expect(found(history)).toEqual([
      {
        rule: 'checkin.contradicted',
        accountId: COO,
        at: NOW,
        agreementId: 'A1',
        deliverable: expect.any(String),
        others: 1,
      },
    ]);
  });

  it('is not contradicted by what is in order, nor by an honest no', () => {
    expect(found([...owner(COO), asked('A1'), acknowledged('A1'), checkedIn(NOW)])).toEqual([]);
    for (const before of [[], [checkedIn(BEFORE)]]) {
      const honest = found([...owner(COO), asked('A1'), overdue, ...before, checkedIn(NOW, false)]);
      expect(honest.map(({ rule }) => rule)).toEqual(['checkin.off-track']);
    }
    expect(found([...owner(COO), asked('A1'), refused('A1'), withdrawn('A1'), checkedIn(NOW)])).toEqual([]);
  });
});

describe('a check-in that did not come', () => {
  const at = (hours: number): string => new Date(Date.parse(BEFORE) + hours * 3_600_000).toISOString();
  const history = owner(COO).map((event) => ({ ...event, at: BEFORE })) as CharterEvent[];

  it('is due a week after the DRI accepted, to the moment', () => {
    expect(found(history, inProgress, at(7 * 24 - 0.01))).toEqual([]);
    expect(found(history, inProgress, at(7 * 24))).toEqual([
      { rule: 'checkin.stale', accountId: COO, due: at(7 * 24) },
    ]);
  });

  it('is due a week after the last one', () => {
    const answered = [...history, checkedIn(at(100))];
    expect(nextCheckInAt(replay(answered), 7)).toBe(at(100 + 7 * 24));
    expect(found(answered, inProgress, at(100 + 7 * 24 - 0.01))).toEqual([]);
  });

  it('is owed by nobody before work begins, after it ends, or without an owner', () => {
    const later = at(9_999);
    expect(found(history, epic(), later)).toEqual([]);
    const done = epic({ status: { id: '9', name: 'Done', category: 'done' } });
    expect(found(history, done, later)).toEqual([]);
    expect(found([], inProgress, later)).toEqual([]);
  });
});

it('lists every question that waits for a decision', () => {
  const raised: CharterEvent = {
    type: 'escalation-raised',
    at: BEFORE,
    by: COO,
    escalationId: 'E1',
    question: 'One region?',
    toAccountId: CTO,
  };
  const answered: CharterEvent = {
    type: 'escalation-answered',
    at: NOW,
    by: CTO,
    escalationId: 'E1',
    decision: 'One',
  };
  const second = { ...raised, escalationId: 'E2', question: 'Which one?' };
  const facts = factsOf({ charter: replay([raised, second, answered]), policy: siteDefault });
  expect(unmetOf(['decision.overdue', 'escalation.unanswered'], facts, BEFORE)).toEqual([
    {
      rule: 'escalation.unanswered',
      escalationId: 'E2',
      question: 'Which one?',
      toAccountId: CTO,
      since: BEFORE,
    },
  ]);
});
