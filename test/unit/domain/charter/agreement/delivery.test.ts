import type { Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import {
  acknowledged,
  asked,
  delivered,
  deliveryTaken,
  owner,
  reassigned,
  renegotiated,
  returned,
  withdrawn,
} from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, PLATFORM } from '../../../../support/people';

const the = (...history: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay(history).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
const LATER = '2026-12-20T12:00:00.000Z';

describe('delivering', () => {
  const deliver = steps['deliver-agreement'];

  it('shows the evidence and waits for the DRI', () => {
    given(...upTo.acknowledged)
      .when(deliver, as(PLATFORM))
      .then([
        {
          type: 'agreement-delivered',
          at: NOW,
          by: PLATFORM,
          agreementId: 'A1',
          evidence: 'It answers',
          late: false,
        },
      ]);
    expect(the(...upTo.acknowledged, delivered('A1', { at: NOW, evidence: 'It answers' }))).toEqual({
      ...the(asked('A1')),
      status: 'delivered',
      acknowledgedAt: BEFORE,
      committedBy: '2026-12-04',
      deliveredAt: NOW,
      evidence: 'It answers',
    });
  });

  it.each([
    ['UTC', '2026-12-04T23:59:59.999Z', false],
    ['UTC', '2026-12-05T00:00:00.000Z', true],
    ['Asia/Tokyo', '2026-12-04T14:59:59.999Z', false],
    ['Asia/Tokyo', '2026-12-04T15:00:00.000Z', true],
    ['Pacific/Honolulu', '2026-12-05T09:59:59.999Z', false],
    ['Pacific/Honolulu', '2026-12-05T10:00:00.000Z', true],
  ])('is late in %s from the end of the promised day: at %s %s', (providerZone, now, late) => {
    given(...owner(COO), asked('A1', { providerZone }), acknowledged('A1'))
      .when(deliver, as(PLATFORM, { now }))
      .then([
        {
          type: 'agreement-delivered',
          at: now,
          by: PLATFORM,
          agreementId: 'A1',
          evidence: 'It answers',
          late,
        },
      ]);
  });

  it('is late by the day that binds, though another is proposed', () => {
    given(...upTo.acknowledged, renegotiated('A1', { committedBy: '2026-12-31' }))
      .when(deliver, as(PLATFORM, { now: LATER }))
      .then([
        {
          type: 'agreement-delivered',
          at: LATER,
          by: PLATFORM,
          agreementId: 'A1',
          evidence: 'It answers',
          late: true,
        },
      ]);
  });

  it('leaves the proposal of another day behind', () => {
    expect(the(...upTo.acknowledged, renegotiated('A1'), delivered('A1'))).toEqual(the(...upTo.delivered));
    expect(the(...upTo.acknowledged, renegotiated('A1'), delivered('A1'), returned('A1'))).not.toHaveProperty(
      'renegotiation',
    );
  });
});

describe('accepting a delivery', () => {
  it('ends the agreement well', () => {
    given(...upTo.delivered)
      .when(steps['accept-delivery'], as(COO))
      .then([{ type: 'delivery-accepted', at: NOW, by: COO, agreementId: 'A1' }]);
    expect(the(...upTo.delivered, deliveryTaken('A1', { at: NOW }))).toEqual({
      ...the(...upTo.delivered),
      status: 'accepted',
      acceptedAt: NOW,
    });
  });
});

describe('returning a delivery', () => {
  it.each(['spec', 'quality'] as const)(
    'takes %s as its cause, and makes the promise stand again',
    (cause) => {
      const command = { ...steps['return-delivery'], cause };
      given(...upTo.delivered)
        .when(command, as(COO))
        .then([
          { type: 'delivery-returned', at: NOW, by: COO, agreementId: 'A1', cause, reason: command.reason },
        ]);
      expect(the(...upTo.delivered, returned('A1', { at: NOW, cause, reason: 'It forgets' }))).toEqual({
        ...the(...upTo.acknowledged),
        rework: 1,
        lastReturn: { cause, reason: 'It forgets', at: NOW },
        ...(cause === 'spec' && { breach: { side: 'spec', at: NOW } }),
      });
    },
  );

  it('counts every return, and tells the last', () => {
    const twice = [
      ...upTo.delivered,
      returned('A1', { reason: 'It forgets' }),
      delivered('A1'),
      returned('A1', { at: NOW, reason: 'It is slow' }),
    ];
    expect(the(...twice)).toMatchObject({ rework: 2, lastReturn: { reason: 'It is slow', at: NOW } });
    expect(the(...twice, delivered('A1'), deliveryTaken('A1'))).toMatchObject({
      status: 'accepted',
      rework: 2,
      lastReturn: { reason: 'It is slow' },
    });
  });

  it('does not move the promised day', () => {
    expect(the(...upTo.delivered, returned('A1', { at: LATER }))).toMatchObject({
      status: 'acknowledged',
      acknowledgedAt: BEFORE,
      committedBy: '2026-12-04',
    });
  });
});

describe('a breach', () => {
  const late = delivered('A1', { at: LATER, late: true });
  const spec = returned('A1', { at: LATER, cause: 'spec' });

  it('is late when the promised day had passed at delivery', () => {
    expect(the(...upTo.acknowledged, late).breach).toEqual({ side: 'late', at: LATER });
  });

  it('is spec when what was asked for turns out to be wrong', () => {
    expect(the(...upTo.delivered, spec).breach).toEqual({ side: 'spec', at: LATER });
  });

  it('is none for a return for quality, or a delivery in time', () => {
    expect(the(...upTo.delivered, returned('A1'), delivered('A1'), deliveryTaken('A1'))).not.toHaveProperty(
      'breach',
    );
  });

  it('is recorded once, whatever follows', () => {
    const later = '2027-01-04T12:00:00.000Z';
    const first = { side: 'late', at: LATER };
    const lateThenSpec = [...upTo.acknowledged, late, returned('A1', { at: later, cause: 'spec' })];
    expect(the(...lateThenSpec).breach).toEqual(first);
    expect(the(...lateThenSpec, delivered('A1', { at: later, late: true })).breach).toEqual(first);
    const specThenLate = [...upTo.delivered, spec, delivered('A1', { at: later, late: true })];
    expect(the(...specThenLate).breach).toEqual({ side: 'spec', at: LATER });
    expect(the(...specThenLate, returned('A1', { at: later, cause: 'spec' })).breach).toEqual({
      side: 'spec',
      at: LATER,
    });
  });

  it('stays with the agreement when somebody else takes it over, or it is withdrawn', () => {
    const broken = [...upTo.acknowledged, late, returned('A1')];
    expect(the(...broken, reassigned('A1')).breach).toEqual({ side: 'late', at: LATER });
    expect(the(...broken, withdrawn('A1')).breach).toEqual({ side: 'late', at: LATER });
  });

  it('is recorded too when the DRI takes an overdue promise back, and not before its day is over', () => {
    const past = withdrawn('A1', { at: '2026-12-20T12:00:00.000Z' });
    expect(the(...upTo.acknowledged, past).breach).toEqual({ side: 'late', at: past.at });
    expect(the(...upTo.acknowledged, withdrawn('A1')).breach).toBeUndefined();
  });
});
