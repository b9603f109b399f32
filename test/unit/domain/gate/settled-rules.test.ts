import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import type { Finding, Unmet } from '../../../../src/domain/gate/finding';
import { peopleRead } from '../../../../src/domain/gate/people';
import type { Checkpoint, RuleId, Severity } from '../../../../src/domain/policy/rules';
import { subjectOf } from '../../../../src/domain/gate/build-subject';
import type { SubjectFacts } from '../../../../src/domain/gate/subject';
import type { Policy } from '../../../../src/domain/policy/policy';
import { BEFORE, NOW } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  countered,
  declaredNone,
  delivered,
  deliveryTaken,
  nominated,
  owner,
  refused,
  renegotiated,
  renegotiationAnswered,
  returned,
  waived,
  withdrawn,
} from '../../../support/events';
import { epic } from '../../../support/items';
import { COO, CTO, OPS, people, PLATFORM } from '../../../support/people';
import { enforcing } from '../../../support/policies';

const item = {
  ...epic(),
  projectId: '10100',
  type: { id: '10000', name: 'Epic', level: 1 },
  status: { id: '3', name: 'In Progress', category: 'indeterminate' as const },
};

interface Case {
  readonly checkpoint?: Checkpoint;
  readonly now?: string;
  readonly policy?: Partial<Policy>;
  readonly restsOn?: SubjectFacts['restsOn'];
}

type Weighed = Partial<Record<RuleId, Severity>>;

/** An enforcing policy in which these rules weigh so much at both checkpoints. */
const weighing = (rules: Weighed, more: Partial<Policy> = {}): Policy => ({
  ...enforcing,
  ...more,
  rules: {
    ...enforcing.rules,
    ...Object.fromEntries(
      Object.entries(rules).map(([rule, severity]) => [rule, { start: severity, finish: severity }]),
    ),
  },
});

const gate = (history: readonly CharterEvent[], policy: Policy, { checkpoint, now, restsOn }: Case = {}) =>
  evaluate(
    subjectOf({ item, charter: replay(history), people: peopleRead(people), policy, restsOn }),
    checkpoint ?? 'finish',
    now ?? NOW,
  );

const told = (history: readonly CharterEvent[], rule: RuleId, about: Case = {}): readonly Finding[] =>
  gate(history, weighing({ [rule]: 'warn' }, about.policy), about).findings.filter(
    (one) => one.rule === rule,
  );

const later = (days: number, from = BEFORE): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString();

const checkedIn = (at: string, onTrack: boolean, by = COO): CharterEvent => ({
  type: 'check-in-submitted',
  at,
  by,
  onTrack,
  biggestRisk: 'The vendor is slow',
  needs: [],
  reviewed: [],
});

describe('what an item needs from others', () => {
  const declaring = (history: readonly CharterEvent[], rules: Weighed, minimumDependencies = 2) =>
    gate(history, weighing(rules, { minimumDependencies })).findings.filter(({ rule }) =>
      rule.startsWith('dependencies.'),
    );
  const both: Weighed = { 'dependencies.undeclared': 'block', 'dependencies.too-few': 'warn' };

  it('is undeclared while nothing was said, and that is told instead of too few', () => {
    expect(declaring(owner(COO), both)).toEqual([
      { rule: 'dependencies.undeclared', severity: 'block', who: [COO] },
    ]);
  });

  it('is too little while fewer are named than the policy asks for', () => {
    expect(declaring([...owner(COO), asked('A1')], both)).toEqual([
      { rule: 'dependencies.too-few', have: 1, need: 2, severity: 'warn', who: [COO] },
    ]);
    expect(declaring([...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS })], both)).toEqual(
      [],
    );
  });

  it('is enough once the DRI says that there is nothing, or nothing else', () => {
    const noMore: CharterEvent = { type: 'no-further-dependencies-declared', at: BEFORE, by: COO };
    expect(declaring([...owner(COO), declaredNone(COO)], both)).toEqual([]);
    expect(declaring([...owner(COO), asked('A1'), noMore], both)).toEqual([]);
  });

  it('is too little with nothing said where the policy does not ask for a word alone', () => {
    expect(
      declaring(owner(COO), { 'dependencies.undeclared': 'off', 'dependencies.too-few': 'block' }),
    ).toEqual([{ rule: 'dependencies.too-few', have: 0, need: 2, severity: 'block', who: [COO] }]);
  });

  it('is not asked for by a policy that asks for none', () => {
    expect(declaring(owner(COO), both, 0)).toEqual([]);
  });

  it('may stay partly unsaid on a waiver that lets it stay unsaid', () => {
    const on = waived({ rules: ['dependencies.undeclared'], expiresAt: '2027-01-01T00:00:00.000Z' });
    const history = [...owner(COO), asked('A1'), on];
    const { findings, waived: passed } = gate(history, weighing(both, { minimumDependencies: 2 }));
    expect(findings.map(({ rule }) => rule)).not.toContain('dependencies.too-few');
    expect(passed).toMatchObject([{ rule: 'dependencies.too-few', waiverId: 'W1' }]);
  });
});

describe('a check-in that says off track', () => {
  const rule = 'checkin.off-track';

  it('is told of the DRI who said so', () => {
    expect(told([...owner(COO), checkedIn(NOW, false)], rule)).toEqual([
      { rule, accountId: COO, at: NOW, risk: 'The vendor is slow', severity: 'warn', who: [COO] },
    ]);
  });

  it('is answered by a later one that says otherwise, and not by an earlier one', () => {
    expect(told([...owner(COO), checkedIn(BEFORE, false), checkedIn(NOW, true)], rule)).toEqual([]);
    expect(told([...owner(COO), checkedIn(BEFORE, true), checkedIn(NOW, false)], rule)).toHaveLength(1);
  });

  it('binds nobody who did not say it', () => {
    expect(told([...owner(COO), checkedIn(BEFORE, false), ...owner(OPS)], rule)).toEqual([]);
    expect(told([...owner(COO), checkedIn(BEFORE, false), nominated(COO)], rule)).toEqual([]);
    expect(told(owner(COO), rule)).toEqual([]);
  });
});

describe('an agreement when work ends', () => {
  const rule = 'agreement.open';
  const promised = [asked('A1'), acknowledged('A1')];

  it.each([
    ['requested', [asked('A1')], PLATFORM],
    ['countered', [asked('A1'), countered('A1')], COO],
    ['declined', [asked('A1'), refused('A1')], COO],
    ['acknowledged', promised, PLATFORM],
    ['delivered', [...promised, delivered('A1')], COO],
    ['acknowledged', [...promised, delivered('A1'), returned('A1')], PLATFORM],
  ] as const)('is open while it is %s', (status, events, who) => {
    expect(told([...owner(COO), ...events], rule)).toEqual([
      {
        rule,
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        status,
        severity: 'warn',
        who: [who],
      },
    ]);
  });

  it('is settled once the delivery is accepted, or it is withdrawn', () => {
    expect(told([...owner(COO), ...promised, delivered('A1'), deliveryTaken('A1')], rule)).toEqual([]);
    expect(told([...owner(COO), ...promised, withdrawn('A1')], rule)).toEqual([]);
  });

  it('is still to come when work starts, whatever the policy says', () => {
    expect(told([...owner(COO), ...promised], rule, { checkpoint: 'start' })).toEqual([]);
  });
});

describe('a promise about which nothing is heard', () => {
  const rule = 'agreement.unconfirmed';
  const far = '2027-03-31';
  const promised = [...owner(COO), asked('A1'), acknowledged('A1', { committedBy: far })];
  const silentFor = (days: number, more: readonly CharterEvent[] = []) =>
    told([...promised, ...more], rule, { now: later(days) }).length;

  it('counts as unconfirmed after more than three weeks, to the moment', () => {
    expect(silentFor(21)).toBe(0);
    expect(told(promised, rule, { now: later(21.0001) })).toEqual([
      {
        rule,
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        committedBy: far,
        since: BEFORE,
        severity: 'warn',
        who: [PLATFORM],
      },
    ]);
  });

  it('is not asked for in the last two weeks before its day ends where the provider lives', () => {
    // The day ends at 24:00 UTC in this zone.
    expect(told(promised, rule, { now: '2027-03-17T23:59:59.998Z' })).toHaveLength(1);
    expect(told(promised, rule, { now: '2027-03-18T00:00:00.000Z' })).toEqual([]);
    const tokyo = [
      ...owner(COO),
      asked('A1', { providerZone: 'Asia/Tokyo' }),
      acknowledged('A1', { committedBy: far }),
    ];
    expect(told(tokyo, rule, { now: '2027-03-17T15:00:00.000Z' })).toEqual([]);
  });

  it('is confirmed by a day agreed anew, and not by one that was proposed or refused', () => {
    const proposed = renegotiated('A1', { at: later(20), committedBy: '2027-04-30' });
    expect(silentFor(25, [proposed])).toBe(1);
    expect(silentFor(25, [proposed, renegotiationAnswered('A1', { at: later(20), accepted: false })])).toBe(
      1,
    );
    const agreed = renegotiationAnswered('A1', { at: later(20) });
    expect(silentFor(25, [proposed, agreed])).toBe(0);
    expect(silentFor(42, [proposed, agreed])).toBe(1);
  });

  it('is confirmed by what its provider confirmed, where that is known', () => {
    const charter = replay(promised);
    const confirmedAt = later(20);
    const agreements = charter.agreements.map((one) =>
      one.status === 'acknowledged' ? { ...one, confirmedAt } : one,
    );
    const policy = weighing({ [rule]: 'warn' });
    const at = (now: string) =>
      evaluate(
        subjectOf({ item, charter: { ...charter, agreements }, people: peopleRead(people), policy }),
        'finish',
        now,
      ).findings.some((one) => one.rule === rule);
    expect([at(later(41)), at(later(41.0001))]).toEqual([false, true]);
  });

  it('begins anew with work that was sent back, and is over once it is there', () => {
    const there = delivered('A1', { at: later(30) });
    expect(silentFor(31, [there])).toBe(0);
    expect(silentFor(31, [there, returned('A1', { at: later(30) })])).toBe(0);
    expect(silentFor(52, [there, returned('A1', { at: later(30) })])).toBe(1);
  });
});

describe('a question that waits for its decision', () => {
  const raised: CharterEvent = {
    type: 'escalation-raised',
    at: BEFORE,
    by: COO,
    escalationId: 'E1',
    question: 'One region?',
    toAccountId: CTO,
  };
  const history = [...owner(COO), raised];
  const about = { escalationId: 'E1', question: 'One region?', toAccountId: CTO };
  const asking = (rules: Weighed, now: string, more: Partial<Policy> = {}) =>
    gate(history, weighing(rules, more), { now }).findings.filter(({ rule }) =>
      (['decision.overdue', 'escalation.unanswered'] as readonly string[]).includes(rule),
    );
  const both: Weighed = { 'decision.overdue': 'warn', 'escalation.unanswered': 'warn' };

  it('is overdue once the hours of the policy are over, and then told as that alone', () => {
    expect(asking(both, '2026-11-21T07:59:59.999Z')).toMatchObject([{ rule: 'escalation.unanswered' }]);
    expect(asking(both, '2026-11-21T08:00:00.000Z')).toEqual([
      { rule: 'decision.overdue', ...about, due: '2026-11-21T08:00:00.000Z', severity: 'warn', who: [CTO] },
    ]);
  });

  it('is told by the rule that weighs more', () => {
    const heavier: Weighed = { 'decision.overdue': 'warn', 'escalation.unanswered': 'block' };
    expect(asking(heavier, NOW)).toMatchObject([{ rule: 'escalation.unanswered', severity: 'block' }]);
    const alone: Weighed = { 'decision.overdue': 'block', 'escalation.unanswered': 'off' };
    expect(asking(alone, NOW)).toMatchObject([{ rule: 'decision.overdue', severity: 'block' }]);
  });

  it('is counted in working hours where the policy counts them', () => {
    const clocks = { ...enforcing.clocks, measure: 'working' as const };
    // Asked on Friday at eight: 24 hours of eight a day end on Tuesday evening.
    expect(asking(both, '2026-11-24T16:59:59.999Z', { clocks })).toMatchObject([
      { rule: 'escalation.unanswered' },
    ]);
    expect(asking(both, '2026-11-24T17:00:00.000Z', { clocks })).toMatchObject([
      { rule: 'decision.overdue', due: '2026-11-24T17:00:00.000Z' },
    ]);
  });

  it('is over with its answer', () => {
    const answered: CharterEvent = {
      type: 'escalation-answered',
      at: NOW,
      by: CTO,
      escalationId: 'E1',
      decision: 'One',
    };
    expect(told([...history, answered], 'decision.overdue')).toEqual([]);
  });
});

describe('a promise that rests on another', () => {
  const rule = 'agreement.rests-on-unacknowledged';
  const promised = [...owner(COO), asked('A1'), acknowledged('A1')];

  it('is told where the other was read and is not acknowledged', () => {
    expect(told(promised, rule, { restsOn: { A1: 'unacknowledged' } })).toEqual([
      {
        rule,
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        severity: 'warn',
        who: [PLATFORM],
      },
    ]);
  });

  it.each([
    ['was not read', undefined],
    ['was not read for this one', { A2: 'unacknowledged' }],
    ['is acknowledged', { A1: 'acknowledged' }],
  ] as const)('says nothing where the other %s', (_what, restsOn) => {
    expect(told(promised, rule, { restsOn })).toEqual([]);
  });

  it('rests on nothing once it is there', () => {
    expect(told([...promised, delivered('A1')], rule, { restsOn: { A1: 'unacknowledged' } })).toEqual([]);
  });
});

it('names in every finding somebody who can act, where somebody in particular can', () => {
  const open: readonly Unmet['rule'][] = ['agreement.open', 'agreement.unacknowledged'];
  const { findings } = gate([...owner(COO), asked('A1')], weighing({ 'agreement.open': 'block' }));
  expect(findings.filter(({ rule }) => open.includes(rule)).map(({ who }) => who)).toEqual([
    [PLATFORM],
    [PLATFORM],
  ]);
});
