import type { AgreementStatus } from '../../../../src/domain/charter/agreement/agreement';
import type { CharterCommand } from '../../../../src/domain/charter/commands';
import { decide } from '../../../../src/domain/charter/decide';
import { replay } from '../../../../src/domain/charter/evolve';
import { meanwhile, subjectOf } from '../../../../src/domain/charter/conflict';
import { as } from '../../../support/charter-spec';
import { acknowledged, asked, countered, declaredNone, nominated, owner } from '../../../support/events';
import { steps, upTo } from '../../../support/life';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const others: readonly CharterCommand[] = [
  { type: 'nominate-dri', accountId: OPS },
  { type: 'grant-authority', decisions: 'Scope', expiresOn: '2027-01-31' },
  { type: 'declare-no-dependencies' },
  { type: 'write-brief', outcome: 'It runs', whyNow: 'Now', successMeasure: 'Seen', reviewOn: '2026-12-07' },
  {
    type: 'request-agreement',
    providerAccountId: OPS,
    deliverable: 'A line',
    acceptance: 'It rings',
    neededBy: '2026-12-11',
  },
  { type: 'accept-dri' },
  { type: 'decline-dri', reason: 'No time', suggestedAccountId: CTO },
];
const actors = [COO, PLATFORM, CTO];
const histories = [
  [],
  [nominated(COO)],
  owner(COO),
  ...(Object.keys(upTo) as AgreementStatus[]).map((status) => upTo[status]),
];

/** Every command, on the first history and by the first person it is accepted from. */
const taken = [...Object.values(steps), ...others].map((command) => {
  for (const history of histories) {
    for (const actor of actors) {
      const decided = decide(replay(history), command, as(actor));
      if (decided.ok) return { command, actor, events: decided.value };
    }
  }
  return { command, actor: COO, events: null };
});

// `answer-renegotiation` needs a proposal first; everything else is met above.
const met = taken.filter(({ events }) => events !== null);

test('all but one command is met', () => {
  expect(taken.filter(({ events }) => events === null).map(({ command }) => command.type)).toEqual([
    'answer-renegotiation',
  ]);
});

test.each(met.map((one) => [one.command.type, one] as const))(
  'a %s sent twice is recognised, and somebody else’s is not',
  (_, { command, actor, events }) => {
    expect(meanwhile(events ?? [], command, actor)).toEqual({ kind: 'repeated' });
    expect(meanwhile(events ?? [], command, 'u-tokyo').kind).not.toBe('repeated');
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
    const request = others.find(({ type }) => type === 'request-agreement');
    if (!request) throw new Error('no request');
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
