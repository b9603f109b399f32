import { isOverdue, type Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner, renegotiated, renegotiationAnswered } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, CTO, PLATFORM } from '../../../../support/people';

const the = (...history: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay(history).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
const byProvider = renegotiated('A1');
const byRequester = renegotiated('A1', { by: COO, side: 'requester' });

describe('renegotiating', () => {
  const renegotiate = steps['renegotiate-agreement'];

  it.each([
    ['provider', PLATFORM],
    ['requester', COO],
  ] as const)('proposes another day, from the side of the %s', (side, by) => {
    given(...upTo.acknowledged)
      .when(renegotiate, as(by, { canEdit: false }))
      .then([
        {
          type: 'renegotiation-proposed',
          at: NOW,
          by,
          agreementId: 'A1',
          side,
          committedBy: '2026-12-18',
          reason: 'The vendor is late',
        },
      ]);
  });

  it('leaves the promise as it is, with the proposal beside it', () => {
    expect(the(...upTo.acknowledged, renegotiated('A1', { at: NOW }))).toEqual({
      ...the(...upTo.acknowledged),
      renegotiation: {
        proposedBy: PLATFORM,
        side: 'provider',
        committedBy: '2026-12-18',
        reason: 'The vendor is late',
        at: NOW,
      },
    });
  });

  it('binds to the old day until it is answered', () => {
    const pending = the(...upTo.acknowledged, byProvider);
    expect(isOverdue(pending, '2026-12-04T23:59:59.999Z')).toBe(false);
    expect(isOverdue(pending, '2026-12-05T00:00:00.000Z')).toBe(true);
  });

  it('may bring the day forward', () => {
    given(...upTo.acknowledged)
      .when({ ...renegotiate, committedBy: '2026-11-30' }, as(COO))
      .then([
        {
          type: 'renegotiation-proposed',
          at: NOW,
          by: COO,
          agreementId: 'A1',
          side: 'requester',
          committedBy: '2026-11-30',
          reason: 'The vendor is late',
        },
      ]);
  });

  it('is refused for the day that holds', () => {
    given(...upTo.acknowledged)
      .when({ ...renegotiate, committedBy: '2026-12-04' }, as(PLATFORM))
      .then({ code: 'same-date', field: 'committedBy' });
  });

  it('is refused for a day that is over where the provider lives, whoever proposes it', () => {
    const history = [...owner(COO), asked('A1', { providerZone: 'Asia/Tokyo' }), acknowledged('A1')];
    for (const by of [PLATFORM, COO]) {
      given(...history)
        .when({ ...renegotiate, committedBy: '2026-11-23' }, as(by, { now: '2026-11-23T15:00:00.000Z' }))
        .then({ code: 'date-in-past', field: 'committedBy', date: '2026-11-23', today: '2026-11-24' });
    }
  });

  it('takes the place of an earlier proposal, of one’s own or of the other side', () => {
    const other = renegotiated('A1', { by: COO, side: 'requester', committedBy: '2026-12-10' });
    expect(the(...upTo.acknowledged, byProvider, other)).toMatchObject({
      renegotiation: { side: 'requester', committedBy: '2026-12-10' },
    });
    given(...upTo.acknowledged, byProvider, other)
      .when(steps['answer-renegotiation'], as(COO))
      .then({ code: 'forbidden', needs: 'other-side' });
  });
});

describe('answering a proposal', () => {
  const yes = steps['answer-renegotiation'];
  const no = { ...yes, accept: false };

  it.each([
    ['the DRI', COO, byProvider],
    ['the provider', PLATFORM, byRequester],
  ] as const)('is for the other side: %s', (_who, by, proposal) => {
    for (const command of [yes, no]) {
      given(...upTo.acknowledged, proposal)
        .when(command, as(by, { canEdit: false }))
        .then([{ type: 'renegotiation-answered', at: NOW, by, agreementId: 'A1', accepted: command.accept }]);
    }
  });

  it.each([
    ['the provider', PLATFORM, byProvider],
    ['the DRI', COO, byRequester],
  ] as const)('is refused to %s, who proposed it', (_who, by, proposal) => {
    for (const command of [yes, no]) {
      given(...upTo.acknowledged, proposal)
        .when(command, as(by))
        .then({ code: 'forbidden', needs: 'other-side' });
    }
  });

  it('is refused to the next DRI where the one before proposed: the side is the same', () => {
    given(...upTo.acknowledged, byRequester, ...owner(CTO))
      .when(yes, as(CTO))
      .then({ code: 'forbidden', needs: 'other-side' });
  });

  it('is refused where nothing is proposed, or no longer', () => {
    given(...upTo.acknowledged)
      .when(yes, as(COO))
      .then({ code: 'no-renegotiation' });
    given(...upTo.acknowledged, byProvider, renegotiationAnswered('A1', { accepted: false }))
      .when(yes, as(COO))
      .then({ code: 'no-renegotiation' });
  });

  it('with yes moves the day, and remembers that it moved and who asked', () => {
    const agreement = the(...upTo.acknowledged, byProvider, renegotiationAnswered('A1', { at: NOW }));
    expect(agreement).toEqual({
      ...the(...upTo.acknowledged),
      committedBy: '2026-12-18',
      acknowledgedAt: BEFORE,
      dateChanges: [
        { at: NOW, by: PLATFORM, from: '2026-12-04', to: '2026-12-18', reason: 'The vendor is late' },
      ],
    });
  });

  it('with yes after the day had ended leaves it said that the promise broke', () => {
    const answeredAt = (at: string) =>
      the(...upTo.acknowledged, byProvider, renegotiationAnswered('A1', { at }));
    expect(answeredAt('2026-12-04T23:59:59.999Z')).not.toHaveProperty('breach');
    expect(answeredAt('2026-12-05T00:00:00.000Z')).toMatchObject({
      committedBy: '2026-12-18',
      breach: { side: 'late', at: '2026-12-05T00:00:00.000Z' },
    });
  });

  it('with no leaves everything as it was before the proposal', () => {
    const answered = [...upTo.acknowledged, byProvider, renegotiationAnswered('A1', { accepted: false })];
    expect(the(...answered)).toEqual(the(...upTo.acknowledged));
  });

  it('keeps every move of the day, in order', () => {
    const twice = [
      ...upTo.acknowledged,
      byProvider,
      renegotiationAnswered('A1'),
      renegotiated('A1', { by: COO, side: 'requester', committedBy: '2026-12-16' }),
      renegotiationAnswered('A1', { by: PLATFORM }),
    ];
    expect(the(...twice)).toMatchObject({
      committedBy: '2026-12-16',
      dateChanges: [
        { by: PLATFORM, from: '2026-12-04', to: '2026-12-18' },
        { by: COO, from: '2026-12-18', to: '2026-12-16' },
      ],
    });
  });

  it('cannot say yes to a day that is over by now; a no it can', () => {
    const late = { now: '2026-12-19T00:00:00.000Z' };
    given(...upTo.acknowledged, byProvider)
      .when(yes, as(COO, late))
      .then({ code: 'date-in-past', field: 'committedBy', date: '2026-12-18', today: '2026-12-19' });
    given(...upTo.acknowledged, byProvider)
      .when(no, as(COO, late))
      .then([{ type: 'renegotiation-answered', at: late.now, by: COO, agreementId: 'A1', accepted: false }]);
  });
});
