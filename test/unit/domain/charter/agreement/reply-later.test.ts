import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { isAnswerOverdue, steps as stepsOf } from '../../../../../src/domain/notices/clocks';
import { isMoveStep, promptsOf } from '../../../../../src/domain/notices/moves';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner, refused, restated } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, PLATFORM } from '../../../../support/people';

const command = steps['reply-later'];
const said = {
  type: 'reply-announced',
  at: NOW,
  by: PLATFORM,
  agreementId: 'A1',
  replyBy: '2026-11-26',
} as const satisfies CharterEvent;
const requested = [...owner(COO), asked('A1', { at: NOW })];
const causes = (...history: readonly CharterEvent[]): readonly (readonly [string, number, string])[] =>
  stepsOf(replay(history), siteDefault)
    .filter(({ agreementId, level }) => agreementId === 'A1' && level === 0)
    .map(({ cause, level, at }) => [cause, level, at]);

describe('a provider who answers later', () => {
  it('says by when, and why if they like', () => {
    given(...upTo.requested)
      .when({ ...command, reason: 'I ask the vendor' }, as(PLATFORM))
      .then([{ ...said, reason: 'I ask the vendor' }]);
    expect(replay([...upTo.requested, said]).agreements).toMatchObject([
      { status: 'requested', reply: { by: '2026-11-26', at: NOW } },
    ]);
  });

  it('says it once to each request', () => {
    given(...upTo.requested, said)
      .when(command, as(PLATFORM))
      .then({ code: 'reply-announced', agreementId: 'A1', replyBy: '2026-11-26' });
    given(...upTo.requested, said, refused('A1'), restated('A1'))
      .when(command, as(PLATFORM))
      .then([said]);
  });

  it('names a day that has not passed, and on which the answer still helps', () => {
    given(...upTo.requested)
      .when({ ...command, by: '2026-11-22' }, as(PLATFORM))
      .then({ code: 'date-in-past', field: 'by', date: '2026-11-22', today: '2026-11-23' });
    given(...upTo.requested)
      .when({ ...command, by: '2026-12-05' }, as(PLATFORM))
      .then({ code: 'reply-after-needed', field: 'by', neededBy: '2026-12-04' });
  });

  it('still answers before that day in any way, and the day is gone with the answer', () => {
    const [agreement] = replay([...upTo.requested, said, acknowledged('A1')]).agreements;
    expect(agreement).toMatchObject({ status: 'acknowledged' });
    expect(agreement).not.toHaveProperty('reply');
  });
});

describe('the clock of a request whose answer was announced', () => {
  it('reminds the provider on the morning of the day, and everybody once the day is over, not before and not later', () => {
    expect(causes(...requested)).toEqual([['acknowledgement', 0, '2026-11-24T12:00:00.000Z']]);
    expect(causes(...requested, said)).toEqual([
      ['due-soon', 0, '2026-11-26T00:00:00.000Z'],
      ['acknowledgement', 0, '2026-11-27T00:00:00.000Z'],
    ]);
  });

  it('never runs out earlier than without the announcement, and a day that is today needs no reminder', () => {
    expect(causes(...requested, { ...said, replyBy: '2026-11-23' })).toEqual([
      ['acknowledgement', 0, '2026-11-24T12:00:00.000Z'],
    ]);
  });

  it('is overdue when the day is over', () => {
    const [agreement] = replay([...requested, said]).agreements;
    const overdue = (now: string) => agreement && isAnswerOverdue(agreement, siteDefault, now);
    expect([overdue('2026-11-26T23:00:00.000Z'), overdue('2026-11-27T00:00:00.000Z')]).toEqual([false, true]);
  });

  it('is another one than that of the request: what was told before says nothing of it', () => {
    const keys = (...more: readonly CharterEvent[]) =>
      stepsOf(replay([...requested, ...more]), siteDefault)
        .filter(({ agreementId }) => agreementId === 'A1')
        .map(({ key }) => key);
    expect(keys(said).filter((key) => keys().includes(key))).toEqual([]);
  });
});

it('is told the owner with the day’s mail, and nobody promptly', () => {
  const history = [...requested, said];
  const prompts = promptsOf({ charter: replay(history), history, earlier: 0 }, NOW);
  const ofReply = prompts.filter(({ event }) => event.type === 'reply-announced');
  expect(ofReply.map(({ who, kind, step }) => [who, kind, isMoveStep(step)])).toEqual([[COO, 'news', false]]);
  // The request stays the provider's: their invitation is told though they said when they will answer it.
  expect(prompts.some(({ who, kind }) => who === PLATFORM && kind === 'move')).toBe(true);
});
