import { emptyCharter } from '../../../../src/domain/charter/charter';
import { COMMANDS } from '../../../../src/domain/charter/commands';
import { conflictSince, subjectOf } from '../../../../src/domain/charter/conflict';
import { replay } from '../../../../src/domain/charter/evolve';
import { decide } from '../../../../src/domain/charter/decide';
import { HOLDFAST_ACTOR } from '../../../../src/domain/ids';
import { always, type Moment } from '../../../support/attempts';
import { as, BEFORE, NOW } from '../../../support/charter-spec';
import {
  accepted,
  acknowledged,
  asked,
  briefed,
  countered,
  declaredNone,
  nominated,
  owner,
  waived,
} from '../../../support/events';
import { steps } from '../../../support/life';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const seen = new Set<string>();

/** Whether a command that was carried out is recognised when it is sent again, and somebody else’s is not. */
function isRecognised({ command, facts, events }: Moment): boolean {
  const [first] = events;
  if (!first) return true;
  const { accountId } = facts.actor;
  const again = conflictSince(events, command, accountId).kind;
  if (conflictSince([], command, accountId).kind !== 'fresh') return false;
  // What nobody decides on what they saw is never held against anything.
  if (subjectOf(command) === null) return again === 'fresh';
  // A review date named by its DRI after its day is an answer to the review, and told as one.
  if (command.type === 'set-review-date' && first.type === 'review-decided') return true;
  seen.add(command.type);
  return again === 'repeated' && conflictSince(events, command, 'u-somebody-else').kind !== 'repeated';
}

/** Owned, with a brief, a waiver, a question, a gap, an unanswered request, and a promise past its day. */
const busy = replay([
  ...owner(COO),
  briefed(COO),
  waived(),
  asked('A1'),
  acknowledged('A1', { committedBy: '2026-11-18' }),
  asked('A2'),
  { type: 'gap-raised', at: BEFORE, by: CTO, gapId: 'G1', what: 'Nobody tests the import' },
  {
    type: 'escalation-raised',
    at: BEFORE,
    by: COO,
    escalationId: 'E1',
    question: 'Do we wait?',
    toAccountId: CTO,
  },
]);

const START = '2026-11-20T00:00:00.000Z';

/** Finished a moment ago, with a promise that was just given. */
const finished = replay([
  ...owner(COO),
  asked('A1'),
  acknowledged('A1', { at: START }),
  {
    type: 'agreement-carried',
    at: START,
    by: CTO,
    agreementId: 'A2',
    from: 'EXP-8',
    fromAgreementId: 'A1',
    providerAccountId: OPS,
    providerZone: 'UTC',
    deliverable: 'A cluster',
    acceptance: 'It answers',
    neededBy: '2026-12-04',
  },
  { type: 'item-done-changed', at: START, by: HOLDFAST_ACTOR, done: true },
]);

test.each([
  ['nothing', emptyCharter],
  ['much', busy],
  ['what is finished', finished],
])('a command that was carried out on %s is recognised when it is sent again', (_, charter) => {
  always(isRecognised, charter);
});

test.each([
  [
    'on an agreement',
    { type: 'undo-agreement-step', agreementId: 'A1' } as const,
    acknowledged('A1', { at: NOW }),
  ],
  ['about who owns it', { type: 'undo-owner-step' } as const, accepted(PLATFORM, { at: NOW })],
])('a slip %s that was undone is recognised when it is undone again', (_, command, step) => {
  const before = replay([nominated(PLATFORM), asked('A1'), step]);
  const facts = as(PLATFORM);
  const decided = decide(before, command, facts);
  const events = decided.ok ? decided.value : [];
  expect(events).toHaveLength(1);
  expect(isRecognised({ command, facts, before, events, after: before, refused: false })).toBe(true);
});

test('every command that somebody decides on what they saw was sent again', () => {
  const decided = COMMANDS.filter(({ subject }) => subject !== null).map(({ type }) => type);
  expect(decided.filter((type) => !seen.has(type))).toEqual([]);
});

test('a yes to a new date is recognised by what it says', () => {
  const yes = { type: 'answer-renegotiation', agreementId: 'A1', accept: true } as const;
  const answered = {
    type: 'renegotiation-answered',
    agreementId: 'A1',
    accepted: true,
    at: '2026-11-23T12:00:00.000Z',
    by: COO,
  } as const;
  expect(conflictSince([answered], yes, COO).kind).toBe('repeated');
  expect(conflictSince([answered], { ...yes, accept: false }, COO).kind).toBe('fresh');
});

test('what is stored in another form is recognised all the same', () => {
  const grant = {
    type: 'grant-waiver',
    rules: ['owner.missing', 'owner.missing'],
    reason: 'The customer signs on Friday',
    expiresAt: '2026-12-04T18:00:00+01:00',
  } as const;
  expect(conflictSince([waived({ by: CTO })], grant, CTO).kind).toBe('repeated');
  expect(conflictSince([waived({ by: CTO })], { ...grant, reason: 'Another' }, CTO).kind).toBe('fresh');
});

describe('what others did', () => {
  const acknowledge = steps['acknowledge-agreement'];

  test('to the same agreement is told, the latest first', () => {
    const since = [countered('A1', { by: OPS }), acknowledged('A1', { by: OPS })];
    expect(conflictSince(since, acknowledge, PLATFORM)).toEqual({ kind: 'changed', entry: since[1] });
  });

  test('to another agreement, or to the owner, leaves an answer as it is', () => {
    expect(conflictSince([asked('A2'), nominated(OPS)], acknowledge, PLATFORM).kind).toBe('fresh');
  });

  test('is told although one’s own entry came after it', () => {
    const since = [countered('A1', { by: OPS }), acknowledged('A1', { by: PLATFORM })];
    expect(conflictSince(since, acknowledge, PLATFORM)).toMatchObject({ kind: 'changed' });
  });

  test('after one’s own entry does not undo that it is written', () => {
    const since = [acknowledged('A1', { by: PLATFORM }), countered('A1', { by: OPS })];
    expect(conflictSince(since, acknowledge, PLATFORM)).toEqual({ kind: 'repeated' });
  });

  test('to the owner stands against a grant of authority, which was meant for one person', () => {
    const since = [nominated(OPS, { by: COO })];
    expect(conflictSince(since, { type: 'grant-authority', decisions: 'Scope' }, CTO).kind).toBe('changed');
  });

  test('a statement that nothing is needed stands against a request, another request does not', () => {
    const request = {
      type: 'request-agreement',
      providerAccountId: OPS,
      deliverable: 'A line',
      acceptance: 'It rings',
      neededBy: '2026-12-11',
    } as const;
    expect(conflictSince([declaredNone(COO)], request, CTO).kind).toBe('changed');
    expect(conflictSince([asked('A1', { by: COO })], request, CTO).kind).toBe('fresh');
    expect(conflictSince([asked('A1', { by: CTO })], { type: 'declare-no-dependencies' }, COO).kind).toBe(
      'changed',
    );
  });
});

test('a passage is about nothing anybody looked at', () => {
  const passage = {
    at: '2026-11-23T12:00:00.000Z',
    checkpoint: 'start',
    reason: 'observe',
    rules: [],
  } as const;
  expect(subjectOf({ type: 'record-passage', passage })).toBeNull();
});
