import type { CharterAnswer } from '../../../../../src/contract/answers';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import {
  latestCheckIns,
  nextCheckIn,
  openFirst,
  silentSince,
  timeTaken,
} from '../../../../../static/panel/model/follow-through';
import {
  followThroughProbe,
  isFollowThroughOffer,
  reviewOffers,
} from '../../../../../static/panel/model/follow-through-offers';
import { allowed, offersForFinding, type Offer } from '../../../../../static/panel/model/offers';
import { enforcing } from '../../../../support/policies';
import { accepted, acknowledged, answerFor, gateOf, nominated, requested } from './answers';

const owned = [nominated, accepted];

const checkedIn = (
  at: string,
  more: Partial<Extract<CharterEvent, { type: 'check-in-submitted' }>> = {},
): CharterEvent => ({
  type: 'check-in-submitted',
  at,
  by: 'dri',
  onTrack: true,
  biggestRisk: `Risk of ${at.slice(0, 10)}`,
  needs: [],
  reviewed: [],
  ...more,
});

const raised = (escalationId: string, more: { question?: string; at?: string } = {}): CharterEvent => ({
  type: 'escalation-raised',
  at: '2026-11-20T08:00:00.000Z',
  by: 'dri',
  escalationId,
  question: 'May we?',
  toAccountId: 'other',
  ...more,
});

const underWay = (answer: CharterAnswer): CharterAnswer => ({
  ...answer,
  item: { ...answer.item, status: { ...answer.item.status, category: 'indeterminate' } },
});

test('the strip shows the last three check-ins, newest first', () => {
  const days = ['04', '09', '14', '19'].map((day) => checkedIn(`2026-11-${day}T08:00:00.000Z`));
  expect(latestCheckIns(answerFor('dri', [...owned, ...days])).map(({ at }) => at.slice(8, 10))).toEqual([
    '19',
    '14',
    '09',
  ]);
});

test('a check-in is owed a week after the last, once the work has begun and somebody owns it', () => {
  expect(nextCheckIn(underWay(answerFor('dri', [nominated]))).kind).toBe('nobody');
  expect(nextCheckIn(answerFor('dri', owned)).kind).toBe('resting');
  expect(nextCheckIn(underWay(answerFor('dri', owned)))).toEqual({
    kind: 'due',
    at: '2026-11-09T08:00:00.000Z',
  });
  const fresh = answerFor('dri', [...owned, checkedIn('2026-11-20T08:00:00.000Z')]);
  expect(nextCheckIn(underWay(fresh))).toEqual({ kind: 'ahead', at: '2026-11-27T08:00:00.000Z' });
});

test.each([
  ['2026-11-20T08:40:00.000Z', { time: 'minutes', count: 0 }],
  ['2026-11-20T09:00:00.000Z', { time: 'hours', count: 1 }],
  ['2026-11-22T07:59:00.000Z', { time: 'hours', count: 47 }],
  ['2026-11-22T08:00:00.000Z', { time: 'days', count: 2 }],
])('a question of 20 November, 8:00, answered %s took %j', (to, taken) => {
  expect(timeTaken('2026-11-20T08:00:00.000Z', to)).toEqual(taken);
});

test('open entries come first, oldest first; answered ones follow, newest first', () => {
  const entry = (id: string, at?: string) => ({ id, ...(at !== undefined && { answer: { at } }) });
  const { open, answered } = openFirst([entry('a', '1'), entry('b'), entry('c', '3'), entry('d')]);
  expect(open.map(({ id }) => id)).toEqual(['b', 'd']);
  expect(answered.map(({ id }) => id)).toEqual(['c', 'a']);
});

describe('a commitment past its review date', () => {
  const brief = (reviewOn: string): CharterEvent => ({
    type: 'brief-written',
    at: '2026-11-03T08:00:00.000Z',
    by: 'dri',
    outcome: 'Out',
    whyNow: 'Now',
    successMeasure: 'Seen',
    reviewOn,
  });

  test('is asked about from the day after, and only where somebody can answer', () => {
    expect(silentSince(answerFor('dri', [...owned, brief('2026-11-22')]))).toBe('2026-11-22');
    expect(silentSince(answerFor('dri', [...owned, brief('2026-11-23')]))).toBeNull();
    expect(silentSince(answerFor('dri', [nominated, brief('2026-11-22')]))).toBeNull();
  });

  test('is kept, moved or let go by its DRI alone', () => {
    const history = [...owned, brief('2026-11-22')];
    expect(allowed(answerFor('dri', history), reviewOffers).map(({ kind }) => kind)).toEqual([
      'recommit',
      're-date',
      'release',
    ]);
    expect(allowed(answerFor('editor', history), reviewOffers)).toEqual([]);
  });
});

describe('who may do what', () => {
  const offers: readonly Offer[] = [
    { kind: 'check-in' },
    { kind: 'ask-decision', prefill: {} },
    { kind: 'raise-gap' },
    { kind: 'decide', escalationId: 'E1' },
  ];
  test.each([
    ['dri', ['check-in', 'ask-decision', 'raise-gap']],
    ['other', ['raise-gap', 'decide']],
    ['reader', ['raise-gap']],
  ])('%s', (who, kinds) => {
    const answer = answerFor(who, [...owned, raised('E1')]);
    expect(allowed(answer, offers).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a question is not offered to the one who asks it', () => {
    const answer = answerFor('dri', owned);
    const offer = { kind: 'ask-decision', prefill: { toAccountId: 'dri' } } as const;
    expect(allowed(answer, [offer])).toEqual([]);
  });
});

test('findings about follow-through lead to their forms', () => {
  const history = [...owned, requested('A1'), acknowledged('A1', '2026-11-10'), raised('E1')];
  const contradicted = [...history, checkedIn('2026-11-20T08:00:00.000Z')];
  const kinds = (who: string, events: readonly CharterEvent[]) =>
    gateOf(answerFor(who, events, { policy: enforcing }), 'start')
      .findings.filter(({ rule }) => /^(checkin|escalation)/.test(rule))
      .flatMap(({ finding }) => (finding ? offersForFinding(answerFor(who, events), finding) : []))
      .map(({ kind }) => kind);
  expect(kinds('dri', contradicted)).toContain('check-in');
  expect(kinds('other', history)).toEqual(['decide']);
  expect(kinds('reader', contradicted)).toEqual([]);
});

test('only what opens a form of follow-through counts as such', () => {
  expect(isFollowThroughOffer({ kind: 'release' })).toBe(true);
  expect(isFollowThroughOffer({ kind: 'decline' })).toBe(false);
  expect(followThroughProbe({ kind: 're-date' }, '2026-12-04')).toMatchObject({
    type: 'decide-review',
    choice: 're-date',
  });
});
