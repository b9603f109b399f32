import type { Agreement } from '../../../src/domain/agreement/agreement';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../support/charter-spec';
import {
  acknowledged,
  asked,
  countered,
  counterTaken,
  delivered,
  owner,
  reassigned,
  refused,
  renegotiated,
  restated,
} from '../../support/events';
import { steps, upTo } from '../../support/life';
import { BOT, COO, CTO, CUSTOMER, GONE, HONOLULU, OPS, people, PLATFORM, TOKYO } from '../../support/people';

const TODAY = '2026-11-23';
const YESTERDAY = '2026-11-22';
const stamp = { at: NOW, agreementId: 'A1' };
const the = (...history: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay(history).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
/** What an agreement says of itself before anything was answered. */
const terms = the(asked('A1'));

describe('countering', () => {
  const counter = steps['counter-agreement'];

  it('offers another day, and why', () => {
    given(...upTo.requested)
      .when(counter, as(PLATFORM))
      .then([
        {
          type: 'agreement-countered',
          ...stamp,
          by: PLATFORM,
          committedBy: '2026-12-11',
          reason: counter.reason,
        },
      ]);
    expect(the(asked('A1'), countered('A1', { at: NOW }))).toEqual({
      ...terms,
      status: 'countered',
      counter: { committedBy: '2026-12-11', reason: 'The hardware comes on the ninth', at: NOW },
    });
  });

  it('offers another scope for the same day', () => {
    const other = { committedBy: '2026-12-04', deliverable: 'Half a cluster' };
    given(...upTo.requested)
      .when({ ...counter, ...other }, as(PLATFORM))
      .then([{ type: 'agreement-countered', ...stamp, by: PLATFORM, reason: counter.reason, ...other }]);
  });

  it('is refused when it offers what was asked for', () => {
    const same = { code: 'same-date', field: 'committedBy' } as const;
    given(...upTo.requested)
      .when({ ...counter, committedBy: '2026-12-04' }, as(PLATFORM))
      .then(same);
    given(...upTo.requested)
      .when({ ...counter, committedBy: '2026-12-04', deliverable: 'A staging cluster' }, as(PLATFORM))
      .then(same);
  });

  it('offers no day that has passed where the provider lives', () => {
    const atNight = '2026-11-23T15:00:00.000Z';
    const to = (providerZone: string) => [...owner(COO), asked('A1', { providerZone })];
    given(...to('Asia/Tokyo'))
      .when({ ...counter, committedBy: TODAY }, as(PLATFORM, { now: atNight }))
      .then({ code: 'date-in-past', field: 'committedBy', date: TODAY, today: '2026-11-24' });
    given(...to('Pacific/Honolulu'))
      .when({ ...counter, committedBy: TODAY }, as(PLATFORM, { now: atNight }))
      .then([
        {
          type: 'agreement-countered',
          agreementId: 'A1',
          at: atNight,
          by: PLATFORM,
          committedBy: TODAY,
          reason: counter.reason,
        },
      ]);
  });

  it('is the way to answer a request whose day has passed meanwhile', () => {
    const late = as(PLATFORM, { now: '2026-12-05T08:00:00.000Z' });
    given(...upTo.requested)
      .when(steps['acknowledge-agreement'], late)
      .then({ code: 'date-in-past', field: 'neededBy', date: '2026-12-04', today: '2026-12-05' });
    given(...upTo.requested)
      .when(counter, late)
      .then([
        {
          type: 'agreement-countered',
          agreementId: 'A1',
          at: late.now,
          by: PLATFORM,
          committedBy: '2026-12-11',
          reason: counter.reason,
        },
      ]);
  });

  it('takes a request on its last day', () => {
    const lastMinute = '2026-12-04T23:59:59.999Z';
    given(...upTo.requested)
      .when(steps['acknowledge-agreement'], as(PLATFORM, { now: lastMinute }))
      .then([
        {
          type: 'agreement-acknowledged',
          agreementId: 'A1',
          at: lastMinute,
          by: PLATFORM,
          committedBy: '2026-12-04',
        },
      ]);
  });
});

describe('accepting a counter', () => {
  const accept = steps['accept-counter'];

  it('makes the offer the promise, and leaves what was needed as it was asked', () => {
    given(...upTo.countered)
      .when(accept, as(COO))
      .then([{ type: 'counter-accepted', ...stamp, by: COO }]);
    expect(the(asked('A1'), countered('A1'), counterTaken('A1', { at: NOW }))).toEqual({
      ...terms,
      status: 'acknowledged',
      acknowledgedAt: NOW,
      committedBy: '2026-12-11',
    });
  });

  it('takes over the scope that was offered', () => {
    const offer = countered('A1', { deliverable: 'Half a cluster' });
    expect(the(asked('A1'), offer, counterTaken('A1')).deliverable).toBe('Half a cluster');
  });

  it('is refused once the day offered is over where the provider lives', () => {
    const history = [
      ...owner(COO),
      asked('A1', { providerZone: 'Asia/Tokyo' }),
      countered('A1', { committedBy: TODAY }),
    ];
    given(...history)
      .when(accept, as(COO, { now: '2026-11-23T14:59:59.999Z' }))
      .then([{ type: 'counter-accepted', agreementId: 'A1', at: '2026-11-23T14:59:59.999Z', by: COO }]);
    given(...history)
      .when(accept, as(COO, { now: '2026-11-23T15:00:00.000Z' }))
      .then({ code: 'date-in-past', field: 'committedBy', date: TODAY, today: '2026-11-24' });
  });

  it('is refused to a DRI who would promise themselves', () => {
    given(asked('A1'), countered('A1'), ...owner(PLATFORM))
      .when(accept, as(PLATFORM))
      .then({ code: 'self-acknowledgement' });
  });
});

describe('restating', () => {
  const restate = { type: 'restate-agreement', agreementId: 'A1' } as const;

  it.each([
    ['the day', { neededBy: '2026-12-09' }],
    ['what', { deliverable: 'Half a cluster' }],
    ['how it will be known', { acceptance: 'It answers' }],
    ['everything', { neededBy: '2026-12-09', deliverable: 'Half a cluster', acceptance: 'It answers' }],
  ])('asks again with %s changed', (_what, changes) => {
    for (const history of [upTo.countered, upTo.declined]) {
      given(...history)
        .when({ ...restate, ...changes }, as(COO))
        .then([{ type: 'agreement-restated', ...stamp, by: COO, ...changes }]);
      const last = restated('A1', { at: NOW, ...changes });
      expect(the(...history, last)).toEqual({
        ...terms,
        neededBy: '2026-12-09',
        ...changes,
        requestedAt: NOW,
        rounds: 2,
      });
    }
  });

  it.each([
    ['nothing is said', {}],
    ['all stays as it was', { neededBy: '2026-12-04', deliverable: 'A staging cluster' }],
    ['the words are the same', { acceptance: 'The smoke tests pass on it' }],
  ])('is refused when %s', (_what, same) => {
    given(...upTo.declined)
      .when({ ...restate, ...same }, as(COO))
      .then({ code: 'nothing-restated' });
  });

  it('asks for no day that has passed where the provider lives, old or new', () => {
    given(...upTo.declined)
      .when({ ...restate, neededBy: YESTERDAY }, as(COO))
      .then({ code: 'date-in-past', field: 'neededBy', date: YESTERDAY, today: TODAY });
    given(...upTo.declined)
      .when({ ...restate, deliverable: 'Half' }, as(COO, { now: '2026-12-05T00:00:00.000Z' }))
      .then({ code: 'date-in-past', field: 'neededBy', date: '2026-12-04', today: '2026-12-05' });
  });

  it('counts one round more each time, and forgets the offer and the decline', () => {
    const again = the(
      asked('A1'),
      countered('A1'),
      restated('A1'),
      refused('A1'),
      restated('A1', { neededBy: '2026-12-10' }),
    );
    expect(again).toEqual({ ...terms, neededBy: '2026-12-10', rounds: 3 });
  });

  it('leaves the one who asked first, who still may not acknowledge it', () => {
    given(...owner(COO), asked('A1', { by: PLATFORM }), refused('A1'), restated('A1'))
      .when(steps['acknowledge-agreement'], as(PLATFORM))
      .then({ code: 'self-acknowledgement' });
  });
});

describe('reassigning', () => {
  const to = (providerAccountId: string) => ({ ...steps['reassign-agreement'], providerAccountId });

  it.each([
    ['the DRI', COO, upTo.declined],
    ['the provider, who hands their promise over', PLATFORM, upTo.acknowledged],
  ] as const)('asks somebody else: by %s', (_who, by, history) => {
    given(...history)
      .when(to(OPS), as(by))
      .then([{ type: 'agreement-reassigned', ...stamp, by, providerAccountId: OPS, providerZone: 'UTC' }]);
  });

  it.each(['requested', 'countered', 'declined', 'acknowledged'] as const)(
    'asks afresh from %s: a new round with its own clock, and nothing of the answer before',
    (state) => {
      const renegotiating = state === 'acknowledged' ? [renegotiated('A1')] : [];
      expect(the(...upTo[state], ...renegotiating, reassigned('A1', { at: NOW }))).toEqual({
        ...terms,
        providerAccountId: OPS,
        requestedAt: NOW,
        rounds: 2,
      });
    },
  );

  it('keeps the zone of the new provider, because the day of their promise ends there', () => {
    given(...upTo.requested)
      .when(to(TOKYO), as(COO))
      .then([
        {
          type: 'agreement-reassigned',
          ...stamp,
          by: COO,
          providerAccountId: TOKYO,
          providerZone: 'Asia/Tokyo',
        },
      ]);
    given(
      ...upTo.requested,
      reassigned('A1', { providerAccountId: HONOLULU, providerZone: 'Pacific/Honolulu' }),
    )
      .when(steps['acknowledge-agreement'], as(HONOLULU, { now: '2026-12-05T09:59:59.999Z' }))
      .then([
        {
          type: 'agreement-acknowledged',
          at: '2026-12-05T09:59:59.999Z',
          by: HONOLULU,
          agreementId: 'A1',
          committedBy: '2026-12-04',
        },
      ]);
  });

  it('waits for the yes of the new provider, and no longer for that of the old one', () => {
    const history = [...upTo.acknowledged, reassigned('A1')];
    given(...history)
      .when(steps['acknowledge-agreement'], as(PLATFORM))
      .then({ code: 'forbidden', needs: 'provider' });
    given(...history)
      .when(steps['deliver-agreement'], as(OPS))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'requested' });
    given(...history)
      .when(steps['acknowledge-agreement'], as(OPS))
      .then([{ type: 'agreement-acknowledged', ...stamp, by: OPS, committedBy: '2026-12-04' }]);
  });

  it.each([
    ['the DRI', COO],
    ['the provider', PLATFORM],
  ])('is refused to the one who has it: by %s', (_who, by) => {
    given(...upTo.requested)
      .when(to(PLATFORM), as(by))
      .then({ code: 'same-provider', field: 'providerAccountId' });
  });

  it.each([
    [BOT, 'person-not-human'],
    [CUSTOMER, 'person-not-human'],
    [GONE, 'person-inactive'],
    ['u-nobody', 'person-not-found'],
    ['constructor', 'person-not-found'],
  ] as const)('refuses %s as the next provider', (accountId, code) => {
    given(...upTo.requested)
      .when(to(accountId), as(COO))
      .then({ code, field: 'providerAccountId', accountId });
  });

  it('does not hide that the day of the promise had ended', () => {
    const handedOverAt = (at: string) => the(...upTo.acknowledged, reassigned('A1', { by: PLATFORM, at }));
    expect(handedOverAt('2026-12-04T23:59:59.999Z')).not.toHaveProperty('breach');
    expect(handedOverAt('2026-12-05T00:00:00.000Z').breach).toEqual({
      side: 'late',
      at: '2026-12-05T00:00:00.000Z',
    });
  });

  describe('of a promise, by the DRI', () => {
    const promised = [
      ...owner(COO),
      asked('A1', { providerAccountId: GONE }),
      acknowledged('A1', { by: GONE }),
    ];

    it('is possible once its provider left', () => {
      given(...promised)
        .when(to(OPS), as(COO))
        .then([
          { type: 'agreement-reassigned', ...stamp, by: COO, providerAccountId: OPS, providerZone: 'UTC' },
        ]);
    });

    it('is not possible over the head of a provider who is there, or of whom Jira was not asked', () => {
      const wrong = { code: 'wrong-status', agreementId: 'A1', status: 'acknowledged' } as const;
      given(...upTo.acknowledged)
        .when(to(OPS), as(COO))
        .then(wrong);
      const { [GONE]: _unknown, ...others } = people;
      given(...promised)
        .when(to(OPS), as(COO, { people: others }))
        .then(wrong);
    });

    it('takes nothing back that was delivered before they left', () => {
      given(...promised, delivered('A1', { by: GONE }))
        .when(to(OPS), as(COO))
        .then({ code: 'wrong-status', agreementId: 'A1', status: 'delivered' });
    });
  });

  it('to the DRI makes a promise that cannot be given', () => {
    given(...upTo.requested, reassigned('A1', { by: PLATFORM, providerAccountId: COO }))
      .when(steps['acknowledge-agreement'], as(COO))
      .then({ code: 'self-acknowledgement' });
  });

  it('says of a provider who asked themselves what holds of any provider', () => {
    given(...owner(CTO), asked('A1', { by: COO }), reassigned('A1', { providerAccountId: COO, by: CTO }))
      .when(steps['acknowledge-agreement'], as(COO))
      .then({ code: 'self-acknowledgement' });
  });

  it('leaves what happened before it in the history alone', () => {
    const all = [...upTo.acknowledged, reassigned('A1')];
    expect(JSON.stringify(the(...all))).not.toContain('acknowledgedAt');
    expect(the(...all, acknowledged('A1', { by: OPS, at: NOW }))).toMatchObject({
      acknowledgedAt: NOW,
      requestedAt: BEFORE,
    });
  });
});
