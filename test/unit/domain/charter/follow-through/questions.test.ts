import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { dutiesOf } from '../../../../../src/domain/commitments/duties';
import { partiesOf } from '../../../../../src/domain/commitments/parties';
import { steps } from '../../../../../src/domain/notices/clocks';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { defaultClocks } from '../../../../../src/domain/policy/clock-policy';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { addHours } from '../../../../../src/domain/time/time';
import { as, given, NOW } from '../../../../support/charter-spec';
import { nominated, owner, turnedDown } from '../../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

const raised: CharterEvent = {
  type: 'escalation-raised',
  at: NOW,
  by: COO,
  escalationId: 'E1',
  question: 'Do we launch with one region?',
  toAccountId: PLATFORM,
};
const LATER = addHours(NOW, 1);
const redirect = { type: 'redirect-escalation', escalationId: 'E1', toAccountId: OPS } as const;
const redirected = (at = LATER, more: { readonly toAccountId?: string } = {}): CharterEvent => ({
  type: 'escalation-redirected',
  at,
  by: COO,
  escalationId: 'E1',
  fromAccountId: PLATFORM,
  toAccountId: more.toAccountId ?? OPS,
});
const takeBack = { type: 'take-back-escalation', escalationId: 'E1', reason: 'It is settled' } as const;
const takenBack = (at = LATER): CharterEvent => ({
  type: 'escalation-taken-back',
  at,
  by: COO,
  escalationId: 'E1',
  reason: 'It is settled',
});
const asking = [...owner(COO), raised];

const told = (...history: readonly CharterEvent[]): readonly string[] => {
  const past = { charter: replay(history), history, earlier: 0 };
  return promptsOf(past, history.at(-1)?.at ?? NOW)
    .filter(({ event }) => event.type.startsWith('escalation') || event.type.startsWith('gap'))
    .map(({ who, kind, event }) => `${event.type} ${who} ${kind}`);
};

const duties = (...history: readonly CharterEvent[]) =>
  dutiesOf(replay(history), {
    hasLeft: () => false,
    briefWanted: false,
    progress: null,
    checkInEveryDays: 7,
    clocks: defaultClocks,
    now: LATER,
  }).map(({ kind, who, since }) => [kind, who, since]);

describe('a question that goes to somebody else', () => {
  it('is put to them by whoever asked, by the sponsor or by the lead, and by nobody else', () => {
    for (const facts of [
      as(COO, { canEdit: false }),
      as(CTO, { canEdit: false }),
      { ...as(OPS), actor: { accountId: 'u-lead', canEdit: false, administers: true } },
    ]) {
      given(...asking)
        .when(redirect, facts)
        .then([{ ...redirected(NOW), by: facts.actor.accountId }]);
    }
    for (const other of [OPS, PLATFORM]) {
      given(...asking)
        .when(redirect, as(other))
        .then({ code: 'forbidden', needs: 'asker' });
    }
  });

  it('is never put back to whoever asked it, nor to whom it is put already', () => {
    given(...asking)
      .when({ ...redirect, toAccountId: COO }, as(CTO))
      .then({ code: 'escalation-to-oneself', field: 'toAccountId' });
    given(...asking)
      .when({ ...redirect, toAccountId: PLATFORM }, as(COO))
      .then({ code: 'same-addressee', field: 'toAccountId' });
  });

  it('waits for the new one from then on, on a clock of its own, and only they decide it', () => {
    const history = [...asking, redirected()];
    expect(duties(...history)).toEqual([['decide', OPS, LATER]]);
    const of = steps(replay(history), siteDefault).filter(({ cause }) => cause === 'question');
    expect([...new Set(of.map(({ subject, runsOutAt }) => `${subject} ${runsOutAt}`))]).toEqual([
      `E1.${LATER} ${addHours(LATER, 24)}`,
    ]);
    given(...history)
      .when({ type: 'answer-escalation', escalationId: 'E1', decision: 'Yes' }, as(PLATFORM))
      .then({ code: 'forbidden', needs: 'addressee' });
  });

  it('is told the new one as theirs and the former one as over, who was told of it', () => {
    expect(told(...asking, redirected())).toEqual([
      `escalation-redirected ${OPS} move`,
      `escalation-redirected ${PLATFORM} answer`,
    ]);
  });

  it('tells the former one nothing where they had not been told yet', () => {
    expect(told(...asking, redirected(addHours(NOW, 1 / 60)))).toEqual([`escalation-redirected ${OPS} move`]);
  });

  it('tells each of them once, wherever it went and came back', () => {
    const back = redirected(addHours(NOW, 2), { toAccountId: PLATFORM });
    expect(told(...asking, redirected(), { ...back, fromAccountId: OPS } as CharterEvent)).toEqual([
      `escalation-redirected ${PLATFORM} answer`,
      `escalation-redirected ${PLATFORM} move`,
      `escalation-redirected ${OPS} answer`,
    ]);
  });
});

describe('a question that is taken back', () => {
  it('is taken back by whoever asked, and waits for nobody', () => {
    given(...asking)
      .when(takeBack, as(COO))
      .then([takenBack(NOW)]);
    given(...asking)
      .when(takeBack, as(CTO))
      .then({ code: 'forbidden', needs: 'asker' });
    expect(duties(...asking, takenBack())).toEqual([]);
    expect(
      steps(replay([...asking, takenBack()]), siteDefault).some(({ cause }) => cause === 'question'),
    ).toBe(false);
  });

  it('is neither decided nor redirected any more', () => {
    const over = { code: 'question-taken-back', escalationId: 'E1' } as const;
    given(...asking, takenBack())
      .when({ type: 'answer-escalation', escalationId: 'E1', decision: 'Yes' }, as(PLATFORM))
      .then(over);
    given(...asking, takenBack())
      .when(redirect, as(COO))
      .then(over);
    given(...asking, takenBack())
      .when(takeBack, as(COO))
      .then(over);
  });

  it('is told whoever was to decide it, unless they had not been told of it yet', () => {
    expect(told(...asking, takenBack())).toEqual([`escalation-taken-back ${PLATFORM} answer`]);
    expect(told(...asking, takenBack(addHours(NOW, 1 / 60)))).toEqual([]);
  });
});

describe('a gap where nobody owns the work', () => {
  const gap: CharterEvent = { type: 'gap-raised', at: NOW, by: OPS, gapId: 'G1', what: 'Nobody tests' };
  const answer = { type: 'answer-gap', gapId: 'G1', answer: 'We test on Monday' } as const;
  const ownerless = [
    ['before a nominee answered', [nominated(COO), gap]],
    ['after a nominee declined', [nominated(COO), turnedDown(COO), gap]],
    ['after the owner handed it back', [...owner(COO), turnedDown(COO), gap]],
  ] as const;

  it.each(ownerless)(
    'is told, stands with and is answered by whoever stands behind it, %s',
    (_when, history) => {
      expect(told(...history)).toEqual([`gap-raised ${CTO} move`]);
      expect(duties(...history)).toContainEqual(['answer-gap', CTO, NOW]);
      expect(partiesOf(replay(history))).toContain(CTO);
      given(...history)
        .when(answer, as(CTO, { canEdit: false }))
        .then([{ type: 'gap-answered', at: NOW, by: CTO, gapId: 'G1', answer: 'We test on Monday' }]);
    },
  );

  it('is answered by the lead where nobody ever stood behind it, and by nobody else', () => {
    const lead = { ...as('u-lead'), actor: { accountId: 'u-lead', canEdit: false, administers: true } };
    given(gap)
      .when(answer, lead)
      .then([{ type: 'gap-answered', at: NOW, by: 'u-lead', gapId: 'G1', answer: 'We test on Monday' }]);
    given(gap).when(answer, as(OPS)).then({ code: 'forbidden', needs: 'sponsor' });
  });

  it('is the owner’s alone once there is one', () => {
    given(...owner(COO), gap)
      .when(answer, as(CTO))
      .then({ code: 'forbidden', needs: 'dri' });
  });
});
