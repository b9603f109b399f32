import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { isAnswerOverdue } from '../../../../src/domain/notices/clocks';
import { siteDefault } from '../../../../src/domain/policy/policy';
import {
  byUrgency,
  commitmentsOf,
  type CommitmentFacts,
} from '../../../../src/domain/commitments/commitments';
import { BEFORE, NOW } from '../../../support/charter-spec';
import {
  accepted,
  acknowledged,
  asked,
  briefed,
  countered,
  delivered,
  deliveryTaken,
  nominated,
  owner,
  refused,
  renegotiated,
  turnedDown,
  withdrawn,
} from '../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const facts = (more: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  now: NOW,
  answerIsLate: (agreement) => isAnswerOverdue(agreement, siteDefault, more.now ?? NOW),
  hasLeft: () => false,
  briefWanted: false,
  progress: null,
  checkInEveryDays: siteDefault.checkInEveryDays,
  clocks: siteDefault.clocks,
  ...more,
});

/** What a person reads, as `kind urgency`; what they wait for with the person it waits for. */
function told(
  accountId: string,
  history: readonly CharterEvent[],
  more: Partial<CommitmentFacts> = {},
): { yours: readonly string[]; awaited: readonly string[] } {
  const { yours, awaited } = commitmentsOf(replay(history), accountId, facts(more));
  return {
    yours: yours.map(({ kind, urgency }) => `${kind} ${urgency}`),
    awaited: awaited.map(({ kind, who }) => `${kind} ${who ?? 'nobody'}`),
  };
}

const JUST_NOW = { at: '2026-11-23T11:00:00.000Z' };
const promised = [...owner(COO), asked('A1'), acknowledged('A1')];

describe('what waits for a person', () => {
  it.each<[string, readonly CharterEvent[], string, string]>([
    ['a nominee accepts', [nominated(COO)], COO, 'accept-nomination soon'],
    ['a new request is answered', [...owner(COO), asked('A1', JUST_NOW)], PLATFORM, 'acknowledge soon'],
    ['an old request is overdue', [...owner(COO), asked('A1')], PLATFORM, 'acknowledge overdue'],
    ['a counter is answered', [...owner(COO), asked('A1'), countered('A1')], COO, 'answer-counter soon'],
    [
      'a promise is due within a week',
      [...promised.slice(0, 3), acknowledged('A1', { committedBy: '2026-11-30' })],
      PLATFORM,
      'deliver soon',
    ],
    ['a promise is due later', promised, PLATFORM, 'deliver later'],
    [
      'a promise is overdue',
      [...promised.slice(0, 3), acknowledged('A1', { committedBy: '2026-11-22' })],
      PLATFORM,
      'deliver overdue',
    ],
    ['a delivery is looked at', [...promised, delivered('A1')], COO, 'accept-delivery soon'],
    ['a decline is followed', [...owner(COO), asked('A1'), refused('A1')], COO, 'ask-again soon'],
  ])('%s', (_, history, who, expected) => {
    expect(told(who, history).yours).toEqual([expected]);
  });

  it('is a new date the other side asks for, with the promise it is about', () => {
    const byProvider = [...promised, renegotiated('A1', { side: 'provider', by: PLATFORM })];
    expect(told(COO, byProvider)).toEqual({ yours: ['answer-date soon'], awaited: [] });
    expect(told(PLATFORM, byProvider)).toEqual({ yours: ['deliver later'], awaited: [] });
    const byDri = [...promised, renegotiated('A1', { side: 'requester', by: COO })];
    expect(told(PLATFORM, byDri)).toEqual({ yours: ['answer-date soon'], awaited: [] });
    expect(told(COO, byDri)).toEqual({ yours: [], awaited: [`answer-date ${PLATFORM}`] });
  });

  it('is another work item that the other side named, unless more is asked of them', () => {
    const named = (side: 'provider' | 'requester', by: string): CharterEvent => ({
      type: 'agreement-linked',
      at: NOW,
      by,
      agreementId: 'A1',
      providerIssueKey: 'PLAT-7',
      proposedBy: side,
    });
    const byDri = [...promised, named('requester', COO)];
    expect(told(PLATFORM, byDri)).toEqual({ yours: ['answer-link soon'], awaited: [] });
    expect(told(COO, byDri)).toEqual({ yours: [], awaited: [`answer-link ${PLATFORM}`] });
    const byProvider = [...promised, named('provider', PLATFORM)];
    expect(told(COO, byProvider)).toEqual({ yours: ['answer-link soon'], awaited: [] });
    expect(told(PLATFORM, byProvider)).toEqual({ yours: ['deliver later'], awaited: [] });
    const answered: CharterEvent = {
      type: 'agreement-linked',
      at: NOW,
      by: PLATFORM,
      agreementId: 'A1',
      providerIssueKey: 'PLAT-7',
      answers: 'taken',
    };
    expect(told(PLATFORM, [...byDri, answered]).yours).toEqual(['deliver later']);
    expect(told(COO, [...byProvider, delivered('A1')]).yours).toEqual(['accept-delivery soon']);
    const late = [...promised.slice(0, 3), acknowledged('A1', { committedBy: '2026-11-22' })];
    expect(told(PLATFORM, [...late, named('requester', COO)]).yours).toEqual(['deliver overdue']);
  });

  it('is the DRI’s when the provider left or was asked by themselves', () => {
    const left = { hasLeft: (id: string) => id === PLATFORM };
    expect(told(COO, promised, left).yours).toEqual(['ask-another soon']);
    expect(told(PLATFORM, promised, left).yours).toEqual([]);
    const own = [...owner(COO), asked('A1', { providerAccountId: COO })];
    expect(told(COO, own).yours).toEqual(['ask-another overdue']);
  });

  it('is the brief, where the policy asks for one', () => {
    expect(told(COO, owner(COO)).yours).toEqual([]);
    expect(told(COO, owner(COO), { briefWanted: true }).yours).toEqual(['write-brief later']);
    expect(told(COO, [...owner(COO), briefed(COO)], { briefWanted: true }).yours).toEqual([]);
  });

  it('is nothing once it is settled', () => {
    const done = [...promised, delivered('A1'), deliveryTaken('A1')];
    const over = [...owner(COO), asked('A1'), withdrawn('A1')];
    for (const who of [COO, PLATFORM]) {
      expect(told(who, done)).toEqual({ yours: [], awaited: [] });
      expect(told(who, over)).toEqual({ yours: [], awaited: [] });
    }
  });
});

describe('what a person waits for', () => {
  it.each<[string, readonly CharterEvent[], string, string]>([
    ['whoever nominated, for the answer', [nominated(COO)], CTO, `accept-nomination ${COO}`],
    ['the DRI, for a request', [...owner(COO), asked('A1')], COO, `acknowledge ${PLATFORM}`],
    ['the DRI, for a promise', promised, COO, `deliver ${PLATFORM}`],
    ['whoever asked, while nobody owns the item', [asked('A1', { by: OPS })], OPS, `acknowledge ${PLATFORM}`],
    [
      'the provider, for the answer to a counter',
      [...owner(COO), asked('A1'), countered('A1')],
      PLATFORM,
      `answer-counter ${COO}`,
    ],
    [
      'the provider, for a delivery to be looked at',
      [...promised, delivered('A1')],
      PLATFORM,
      `accept-delivery ${COO}`,
    ],
    [
      'the provider, while nobody is there to answer',
      [...promised, delivered('A1'), turnedDown(COO)],
      PLATFORM,
      'take-on nobody',
    ],
  ])('%s', (_, history, who, expected) => {
    expect(told(who, history)).toEqual({ yours: [], awaited: [expected] });
  });

  it('is not what somebody else asked for meanwhile', () => {
    expect(told(OPS, [...owner(COO), asked('A1', { by: OPS })])).toEqual({ yours: [], awaited: [] });
  });
});

it('puts the most urgent first, then the earliest day, then the longest wait', () => {
  const row = (urgency: 'overdue' | 'soon' | 'later', dueOn?: string, since = BEFORE) => ({
    urgency,
    since,
    ...(dueOn !== undefined && { dueOn }),
  });
  const sorted = [
    row('overdue', '2026-11-20'),
    row('soon', '2026-11-25', BEFORE),
    row('soon', '2026-11-25', NOW),
    row('soon', '2026-11-26'),
    row('later'),
  ];
  expect([...sorted].reverse().sort(byUrgency)).toEqual(sorted);
});

it('starts with the acceptance, not the nomination', () => {
  const { yours } = commitmentsOf(
    replay([nominated(COO), accepted(COO, { at: NOW })]),
    COO,
    facts({ briefWanted: true }),
  );
  expect(yours[0]).toMatchObject({ kind: 'write-brief', since: NOW });
});
