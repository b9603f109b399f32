import type { Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { as, given, NOW } from '../../../../support/charter-spec';
import { asked, countered, counterTaken, owner, refused, restated } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { COO, PLATFORM } from '../../../../support/people';

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
