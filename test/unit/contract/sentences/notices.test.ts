import { wordAdvice, wordMention } from '../../../../src/contract/wording/mention';
import { FORMER_COLLEAGUE, namesFrom } from '../../../../src/contract/wording/names';
import {
  digestSubject,
  digestText,
  wordNotice,
  type NoticeFacts,
} from '../../../../src/contract/wording/notices';
import { wordReminder, type ReminderFacts } from '../../../../src/contract/wording/reminders';
import { wordStandIn } from '../../../../src/contract/wording/stand-in';
import { emptyCharter } from '../../../../src/domain/charter/charter';
import { DUTIES } from '../../../../src/domain/commitments/duties';
import { CAUSES } from '../../../../src/domain/policy/notice-steps';

// What mails tell of what ran out, and of what somebody was reminded of, is recorded beside this file.

const NOW = '2026-11-23T09:00:00.000Z';
const name = (accountId: string): string => `<${accountId}>`;

const agreement = {
  id: 'A1',
  status: 'requested',
  deliverable: 'A cluster',
  providerAccountId: 'u-provider',
  requestedBy: 'u-asker',
  neededBy: '2026-12-04',
  question: { text: 'Which region?' },
};
const promised = { ...agreement, status: 'acknowledged', committedBy: '2027-01-11', impact: 'No launch' };
const announced = { ...agreement, reply: { by: '2026-11-27' } };

const question = { id: 'E1', question: 'Do we launch?', raisedBy: 'u-asker', toAccountId: 'u-decider' };

const facts = {
  charter: { ...emptyCharter, dri: { accountId: 'u-dri' }, escalations: [question] },
  zone: 'Europe/Berlin',
  now: NOW,
  seesItem: true,
  name,
};

/** All that a cause says of a thing, to whoever it concerns and to those behind them; what is the same, once. */
function told(cause: string, about: object, more: object = {}): readonly string[] {
  const readers = ['u-provider', 'u-dri', 'u-asker', 'u-decider'];
  const all = readers.flatMap((reader) =>
    [true, false].flatMap((seesItem) =>
      wordNotice({
        ...facts,
        reader,
        seesItem,
        charter: { ...facts.charter, agreements: 'deliverable' in about ? [about] : [], ...more },
        step: {
          cause,
          runsOutAt: '2026-11-23T13:05:00.000Z',
          ...('deliverable' in about ? { agreementId: 'A1' } : { escalationId: 'E1', waiverId: 'W1' }),
        },
      } as unknown as NoticeFacts),
    ),
  );
  return [...new Set(all)];
}

describe('What ran out is told as recorded', () => {
  test.each(CAUSES)('of a promise: %s', (cause) => {
    expect([agreement, promised, announced].map((about) => told(cause, about))).toMatchSnapshot();
  });

  test.each(CAUSES)('of a work item: %s', (cause) => {
    const known = {
      brief: { reviewOn: '2026-12-04' },
      authority: { expiresOn: '2027-01-11' },
      waivers: [{ id: 'W1', expiresAt: '2026-12-04T13:05:00.000Z' }],
    };
    expect([told(cause, {}), told(cause, {}, known)]).toMatchSnapshot();
    expect(told(cause, {}, { dri: null, escalations: [] })).toMatchSnapshot();
  });
});

describe('A reminder says as recorded', () => {
  const remind = (duty: object, more: object = {}) =>
    wordReminder({ ...facts, reader: 'u-me', reminder: { duty }, ...more } as unknown as ReminderFacts);

  test.each(DUTIES)('of a promise: %s', (kind) => {
    expect([
      remind({ kind, agreement, awaitedBy: null }),
      remind({ kind, agreement: promised, awaitedBy: 'u-waits' }),
      remind({ kind, agreement, awaitedBy: 'u-me' }),
      remind({ kind, agreement, awaitedBy: 'u-dri' }, { seesItem: false }),
    ]).toMatchSnapshot();
  });

  test('of a question, a gap and a nomination', () => {
    expect([
      remind({ kind: 'decide', escalation: question, awaitedBy: 'u-asker' }),
      remind({ kind: 'answer-gap', gap: { what: 'Nobody tests it', raisedBy: 'u-a' }, awaitedBy: 'u-a' }),
      remind({ kind: 'accept-nomination', awaitedBy: 'u-a' }),
      remind({ kind: 'accept-nomination', awaitedBy: null }),
    ]).toMatchSnapshot();
  });
});

test('a mail and a mention have the recorded words around what they tell', () => {
  const entry = { title: 'EXP-1\nAn item', words: ['One.', 'Two.'], link: 'https://here' };
  expect([
    [1, 2, 1200].map(digestSubject),
    digestText([entry, entry, { ...entry, title: 'EXP-2' }], 0, 'https://rest', 'https://choice'),
    digestText([entry], 2, 'https://rest', 'https://choice'),
    [1, 2, 1200].map(wordMention),
    wordStandIn('Mara'),
    namesFrom({})('u-1'),
    FORMER_COLLEAGUE,
  ]).toMatchSnapshot();
});

test('who moved an item past its rules is told how many would have been asked for', () => {
  expect([1, 2].map(wordAdvice)).toEqual([
    'this moved on, and Holdfast would have asked for one thing first.',
    'this moved on, and Holdfast would have asked for 2 things first.',
  ]);
});
