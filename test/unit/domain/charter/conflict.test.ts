import type { AgreementStatus } from '../../../../src/domain/charter/agreement/agreement';
import type { CharterCommand } from '../../../../src/domain/charter/commands';
import { decide } from '../../../../src/domain/charter/decide';
import { replay } from '../../../../src/domain/charter/evolve';
import { meanwhile, subjectOf } from '../../../../src/domain/charter/conflict';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { as, BEFORE } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  briefed,
  countered,
  declaredNone,
  nominated,
  owner,
  renegotiated,
  waived,
} from '../../../support/events';
import { steps, upTo, type AgreementCommand } from '../../../support/life';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

type Type = CharterCommand['type'];
/** What nobody decides on what they saw. */
type Noticed = Extract<Type, `record-${string}`>;
type Others = Exclude<Type, AgreementCommand['type'] | Noticed>;

/** Every command besides the steps of an agreement, with an input that nothing is wrong with. */
const others: { readonly [T in Others]: Extract<CharterCommand, { readonly type: T }> } = {
  'nominate-dri': { type: 'nominate-dri', accountId: OPS },
  'grant-authority': { type: 'grant-authority', decisions: 'Scope', expiresOn: '2027-01-31' },
  'declare-no-dependencies': { type: 'declare-no-dependencies' },
  'declare-no-further-dependencies': { type: 'declare-no-further-dependencies' },
  'write-brief': {
    type: 'write-brief',
    outcome: 'It runs',
    whyNow: 'Now',
    successMeasure: 'Seen',
    reviewOn: '2026-12-07',
  },
  'request-agreement': {
    type: 'request-agreement',
    providerAccountId: OPS,
    deliverable: 'A line',
    acceptance: 'It rings',
    neededBy: '2026-12-11',
  },
  'accept-dri': { type: 'accept-dri' },
  'decline-dri': { type: 'decline-dri', reason: 'No time', suggestedAccountId: CTO },
  'submit-check-in': {
    type: 'submit-check-in',
    onTrack: true,
    biggestRisk: 'The vendor is slow',
    needs: [{ accountId: OPS, what: 'A date' }],
  },
  'raise-escalation': { type: 'raise-escalation', question: 'Do we wait?', toAccountId: OPS },
  'answer-escalation': { type: 'answer-escalation', escalationId: 'E1', decision: 'We wait' },
  'raise-gap': { type: 'raise-gap', what: 'Nobody tests the import' },
  'answer-gap': { type: 'answer-gap', gapId: 'G1', answer: 'Ops does' },
  'decide-review': { type: 'decide-review', choice: 'recommit', reviewOn: '2027-01-11' },
  'set-review-date': { type: 'set-review-date', reviewOn: '2027-01-11' },
  'write-debrief': {
    type: 'write-debrief',
    agreementId: 'A1',
    hadOneOwner: true,
    wereAssuming: false,
    whoSaw: 'Support',
    cause: 'missing-input',
    changesNow: 'The request names the region',
  },
  'grant-waiver': {
    type: 'grant-waiver',
    rules: ['owner.missing'],
    reason: 'The customer signs on Friday',
    expiresAt: '2026-11-25T12:00:00.000Z',
  },
  'end-waiver': { type: 'end-waiver', waiverId: 'W1', reason: 'Settled' },
};
const actors = [COO, PLATFORM, CTO];
const histories: readonly (readonly CharterEvent[])[] = [
  [],
  [nominated(COO)],
  owner(COO),
  ...(Object.keys(upTo) as AgreementStatus[]).map((status) => upTo[status]),
  [...upTo.acknowledged, renegotiated('A1')],
  [...upTo.requested, acknowledged('A1', { committedBy: '2026-11-21' })],
  [
    ...owner(COO),
    briefed(COO),
    waived(),
    {
      type: 'escalation-raised',
      at: BEFORE,
      by: COO,
      escalationId: 'E1',
      question: 'Do we wait?',
      toAccountId: CTO,
    },
    { type: 'gap-raised', at: BEFORE, by: CTO, gapId: 'G1', what: 'Nobody tests the import' },
  ],
];

/** Every command, on the first history and by the first person it is accepted from. */
const taken = [...Object.values(steps), ...Object.values(others)].map((command) => {
  for (const history of histories) {
    for (const actor of actors) {
      const facts = { ...as(actor), policy: siteDefault };
      const administering = { ...facts, actor: { ...facts.actor, administers: true } };
      const decided = decide(replay(history), command, administering);
      if (decided.ok) return { command, actor, events: decided.value };
    }
  }
  return { command, actor: COO, events: [] };
});

test('every command is accepted from somebody on one of the histories', () => {
  expect(taken.filter(({ events }) => events.length === 0).map(({ command }) => command.type)).toEqual([]);
});

test.each(taken.map((one) => [one.command.type, one] as const))(
  'a %s sent twice is recognised, and somebody else’s is not',
  (_, { command, actor, events }) => {
    expect(meanwhile(events, command, actor)).toEqual({ kind: 'repeated' });
    expect(meanwhile(events, command, 'u-tokyo').kind).not.toBe('repeated');
    expect(meanwhile([], command, actor)).toEqual({ kind: 'fresh' });
  },
);

test('a yes to a new date is recognised by what it says', () => {
  const yes = { type: 'answer-renegotiation', agreementId: 'A1', accept: true } as const;
  const answered = {
    type: 'renegotiation-answered',
    agreementId: 'A1',
    accepted: true,
    at: '2026-11-23T12:00:00.000Z',
    by: COO,
  } as const;
  expect(meanwhile([answered], yes, COO).kind).toBe('repeated');
  expect(meanwhile([answered], { ...yes, accept: false }, COO).kind).toBe('fresh');
});

describe('what others did', () => {
  const acknowledge = steps['acknowledge-agreement'];

  test('to the same agreement is told, the latest first', () => {
    const since = [countered('A1', { by: OPS }), acknowledged('A1', { by: OPS })];
    expect(meanwhile(since, acknowledge, PLATFORM)).toEqual({ kind: 'changed', entry: since[1] });
  });

  test('to another agreement, or to the owner, leaves an answer as it is', () => {
    expect(meanwhile([asked('A2'), nominated(OPS)], acknowledge, PLATFORM).kind).toBe('fresh');
  });

  test('is told although one’s own entry came after it', () => {
    const since = [countered('A1', { by: OPS }), acknowledged('A1', { by: PLATFORM })];
    expect(meanwhile(since, acknowledge, PLATFORM)).toMatchObject({ kind: 'changed' });
  });

  test('after one’s own entry does not undo that it is written', () => {
    const since = [acknowledged('A1', { by: PLATFORM }), countered('A1', { by: OPS })];
    expect(meanwhile(since, acknowledge, PLATFORM)).toEqual({ kind: 'repeated' });
  });

  test('to the owner stands against a grant of authority, which was meant for one person', () => {
    const since = [nominated(OPS, { by: COO })];
    expect(meanwhile(since, { type: 'grant-authority', decisions: 'Scope' }, CTO).kind).toBe('changed');
  });

  test('a statement that nothing is needed stands against a request, another request does not', () => {
    const request = others['request-agreement'];
    expect(meanwhile([declaredNone(COO)], request, CTO).kind).toBe('changed');
    expect(meanwhile([asked('A1', { by: COO })], request, CTO).kind).toBe('fresh');
    expect(meanwhile([asked('A1', { by: CTO })], { type: 'declare-no-dependencies' }, COO).kind).toBe(
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
