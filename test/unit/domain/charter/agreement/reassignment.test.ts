import type { Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, delivered, owner, reassigned, renegotiated } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import {
  BOT,
  COO,
  CTO,
  CUSTOMER,
  GONE,
  HONOLULU,
  OPS,
  people,
  PLATFORM,
  TOKYO,
} from '../../../../support/people';

const stamp = { at: NOW, agreementId: 'A1' };
const the = (...history: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay(history).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
/** What an agreement says of itself before anything was answered. */
const terms = the(asked('A1'));

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

describe('back to the asking side', () => {
  const back = (providerAccountId: string) =>
    ({ type: 'reassign-agreement', agreementId: 'A1', providerAccountId }) as const;
  const refusedFor = (accountId: string) =>
    ({ code: 'provider-asked-for-it', field: 'providerAccountId', accountId }) as const;

  it('is refused for whoever asked, by either side', () => {
    given(...owner(CTO), asked('A1'))
      .when(back(COO), as(PLATFORM))
      .then(refusedFor(COO));
    given(...owner(CTO), asked('A1'))
      .when(back(COO), as(CTO))
      .then(refusedFor(COO));
  });

  it('is refused for the DRI, who would promise it to themselves', () => {
    given(...owner(CTO), asked('A1'))
      .when(back(CTO), as(PLATFORM))
      .then(refusedFor(CTO));
  });
});
