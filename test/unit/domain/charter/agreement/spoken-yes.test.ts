import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, PLATFORM } from '../../../../support/people';

const recorded = (committedBy: string): CharterEvent => ({
  type: 'yes-recorded',
  at: NOW,
  by: COO,
  agreementId: 'A1',
  committedBy,
});

describe('a yes that was said aloud', () => {
  it('is written down for the day asked for, or for another one, and is no promise yet', () => {
    given(...upTo.requested)
      .when(steps['record-yes'], as(COO))
      .then([recorded('2026-12-04')]);
    given(...upTo.requested)
      .when({ ...steps['record-yes'], committedBy: '2026-12-11' }, as(COO))
      .then([recorded('2026-12-11')]);
    expect(replay([...upTo.requested, recorded('2026-12-11')]).agreements).toMatchObject([
      { status: 'requested', spokenYes: { recordedBy: COO, committedBy: '2026-12-11', at: NOW } },
    ]);
  });

  it('is told the provider, whose one click makes it their promise for that day', () => {
    const history = [...owner(COO), asked('A1', { at: NOW }), recorded('2026-12-11')];
    const told = promptsOf({ charter: replay(history), history, earlier: 0 }, NOW)
      .filter(({ event }) => 'agreementId' in event)
      .map(({ who, kind, event }) => [event.type, who, kind]);
    expect(told).toEqual([['yes-recorded', PLATFORM, 'move']]);
    given(...history)
      .when(steps['acknowledge-agreement'], as(PLATFORM))
      .then([acknowledged('A1', { at: NOW, committedBy: '2026-12-11' })]);
    expect(replay([...history, acknowledged('A1', { at: NOW })]).agreements[0]).not.toHaveProperty(
      'spokenYes',
    );
  });

  it('is not written down for oneself', () => {
    given(...owner(COO), asked('A1', { providerAccountId: COO }))
      .when(steps['record-yes'], as(COO))
      .then({ code: 'self-acknowledgement' });
  });
});
