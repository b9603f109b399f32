import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { dutiesOf } from '../../../../../src/domain/commitments/duties';
import { isAnswerOverdue, steps as stepsOf } from '../../../../../src/domain/notices/clocks';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { defaultClocks } from '../../../../../src/domain/policy/clock-policy';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { handoffHappenings } from '../../../../../src/domain/report/indicators/of-agreements';
import { addHours } from '../../../../../src/domain/time/time';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

const LATER = addHours(NOW, 30);
const askedBack: CharterEvent = {
  type: 'more-asked',
  at: NOW,
  by: PLATFORM,
  agreementId: 'A1',
  question: 'For how many people?',
};
const answered: CharterEvent = {
  type: 'agreement-restated',
  at: LATER,
  by: COO,
  agreementId: 'A1',
  answer: 'For forty',
};
const requested = [...owner(COO), asked('A1', { at: NOW })];
const restate = { type: 'restate-agreement', agreementId: 'A1', answer: 'For forty' } as const;

const told = (...history: readonly CharterEvent[]): readonly string[] =>
  promptsOf({ charter: replay(history), history, earlier: 0 }, history.at(-1)?.at ?? NOW)
    .filter(({ event }) => 'agreementId' in event)
    .map(({ who, kind, event }) => `${event.type} ${who} ${kind}`);

const duties = (...history: readonly CharterEvent[]) =>
  dutiesOf(replay(history), {
    hasLeft: () => false,
    briefWanted: false,
    progress: null,
    checkInEveryDays: 7,
    clocks: defaultClocks,
    now: LATER,
  }).map(({ kind, who }) => [kind, who]);

describe('a provider who asks back', () => {
  it('makes it the move of the owner, who is told, and whose clock runs', () => {
    const history = [...requested, askedBack];
    expect(duties(...history)).toEqual([['answer-question', COO]]);
    expect(told(...history)).toContain(`more-asked ${COO} move`);
    const of = stepsOf(replay(history), siteDefault).filter(({ agreementId }) => agreementId === 'A1');
    expect(of[0]).toMatchObject({ cause: 'question', asked: COO, at: addHours(NOW, 24) });
    const [agreement] = replay(history).agreements;
    expect(agreement && isAnswerOverdue(agreement, siteDefault, addHours(NOW, 1000))).toBe(false);
  });

  it('asks whoever asked while nobody owns the item', () => {
    const history = [asked('A1', { at: NOW, by: CTO }), askedBack];
    expect(duties(...history)).toEqual([['answer-question', CTO]]);
    expect(told(...history)).toContain(`more-asked ${CTO} move`);
    given(...history)
      .when(restate, as(CTO))
      .then([{ ...answered, at: NOW, by: CTO }]);
  });

  it('waits for the answer before asking again, and may still answer', () => {
    given(...upTo.requested, askedBack)
      .when(steps['ask-more'], as(PLATFORM))
      .then({ code: 'more-asked-already', agreementId: 'A1' });
    given(...upTo.requested, askedBack)
      .when(steps['acknowledge-agreement'], as(PLATFORM))
      .then([acknowledged('A1', { at: NOW })]);
  });

  it('is answered in words or with other terms, and asked anew, on a new clock', () => {
    given(...upTo.requested, askedBack)
      .when(restate, as(COO))
      .then([{ ...answered, at: NOW }]);
    given(...upTo.requested, askedBack)
      .when({ type: 'restate-agreement', agreementId: 'A1', neededBy: '2026-12-09' }, as(COO))
      .then([{ type: 'agreement-restated', at: NOW, by: COO, agreementId: 'A1', neededBy: '2026-12-09' }]);
    const history = [...requested, askedBack, answered];
    const [agreement] = replay(history).agreements;
    expect(agreement).toMatchObject({
      status: 'requested',
      rounds: 2,
      requestedAt: LATER,
      answered: { question: 'For how many people?', answer: 'For forty' },
    });
    expect(agreement).not.toHaveProperty('question');
    expect(told(...history)).toContain(`agreement-restated ${PLATFORM} move`);
  });

  it('leaves no answer where nothing was asked', () => {
    given(...upTo.countered)
      .when(restate, as(COO))
      .then({ code: 'nothing-asked', field: 'answer' });
    given(...upTo.requested)
      .when(restate, as(COO))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'requested' });
  });

  it('shows an incomplete request, and no time of the asker counts as theirs', () => {
    const history = [...requested, askedBack, answered, acknowledged('A1', { at: addHours(LATER, 2) })];
    expect(handoffHappenings(history, undefined).map(({ indicator, value }) => [indicator, value])).toEqual([
      ['intake-completeness', 0],
      ['acknowledgement-latency', 2],
    ]);
  });
});

describe('a provider who is replaced', () => {
  const replaced: CharterEvent = {
    type: 'provider-replaced',
    at: LATER,
    by: COO,
    agreementId: 'A1',
    providerAccountId: OPS,
    providerZone: 'UTC',
    reason: 'It did not come',
  };
  const promised = [...requested, acknowledged('A1', { at: NOW })];

  it('hears that nothing waits for them, and the new one is asked afresh', () => {
    expect(told(...promised, replaced)).toEqual([
      `provider-replaced ${OPS} move`,
      `provider-replaced ${PLATFORM} answer`,
    ]);
    expect(replay([...promised, replaced]).agreements).toMatchObject([
      { status: 'requested', providerAccountId: OPS, rounds: 2, requestedAt: LATER },
    ]);
  });

  it('keeps the breach of a day that had passed', () => {
    const late = { ...replaced, at: '2026-12-10T12:00:00.000Z' };
    expect(replay([...promised, late]).agreements).toMatchObject([{ breach: { side: 'late' } }]);
  });

  it('is not replaced by themselves, nor by the asking side', () => {
    const replace = steps['replace-provider'];
    given(...upTo.acknowledged)
      .when({ ...replace, providerAccountId: PLATFORM }, as(COO))
      .then({ code: 'same-provider', field: 'providerAccountId' });
    given(...upTo.acknowledged)
      .when({ ...replace, providerAccountId: COO }, as(COO))
      .then({ code: 'provider-asked-for-it', field: 'providerAccountId', accountId: COO });
  });

  it('hears of it as well where the request went to somebody else before they answered', () => {
    const reassigned: CharterEvent = {
      type: 'agreement-reassigned',
      at: LATER,
      by: COO,
      agreementId: 'A1',
      providerAccountId: OPS,
      providerZone: 'UTC',
    };
    expect(told(...requested, reassigned)).toEqual([
      `agreement-reassigned ${OPS} move`,
      `agreement-reassigned ${PLATFORM} answer`,
    ]);
  });
});

describe('what was asked and is taken back', () => {
  const takenBack = (at: string): CharterEvent => ({
    type: 'agreement-taken-back',
    at,
    by: CTO,
    agreementId: 'A1',
    reason: 'Solved without it',
  });
  const byAnother = [...owner(COO), asked('A1', { at: NOW, by: CTO })];

  it('is taken back by whoever asked, though somebody else owns the item', () => {
    given(...byAnother)
      .when(steps['take-back-agreement'], as(CTO, { canEdit: false }))
      .then([takenBack(NOW)]);
    given(...byAnother, acknowledged('A1'))
      .when(steps['take-back-agreement'], as(CTO))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'acknowledged' });
  });

  it('waits for nobody, and is told the provider unless they had not been told of it yet', () => {
    expect(duties(...byAnother, takenBack(LATER))).toEqual([]);
    expect(told(...byAnother, takenBack(LATER))).toEqual([`agreement-taken-back ${PLATFORM} answer`]);
    expect(told(...byAnother, takenBack(addHours(NOW, 1 / 60)))).toEqual([]);
  });
});
