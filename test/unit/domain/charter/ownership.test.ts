import { replay } from '../../../../src/domain/charter/evolve';
import { acceptedDri, authorityOf } from '../../../../src/domain/charter/charter';
import { as, BEFORE, given, NOW } from '../../../support/charter-spec';
import {
  accepted,
  asked,
  briefed,
  declaredNone,
  granted,
  nominated,
  owner,
  turnedDown,
} from '../../../support/events';
import { BOT, COO, CTO, CUSTOMER, GONE, HONOLULU, OPS, people, TOKYO } from '../../../support/people';

const nominate = (accountId: string) => ({ type: 'nominate-dri' as const, accountId });
const accept = { type: 'accept-dri' as const };
const decline = (suggestedAccountId?: string) => ({
  type: 'decline-dri' as const,
  reason: 'No capacity this quarter',
  ...(suggestedAccountId !== undefined && { suggestedAccountId }),
});
const grant = (more: object = {}) => ({
  type: 'grant-authority' as const,
  decisions: 'Scope and date',
  ...more,
});

describe('nominating the DRI', () => {
  it('is open to people who may edit the work item', () => {
    given()
      .when(nominate(COO), as(CTO))
      .then([{ type: 'dri-nominated', at: NOW, by: CTO, accountId: COO }]);
  });

  it('is refused to people who may only look', () => {
    given()
      .when(nominate(COO), as(OPS, { canEdit: false }))
      .then({ code: 'forbidden', needs: 'edit' });
  });

  it('lets the nominee name somebody else even where they may not edit', () => {
    given(nominated(COO))
      .when(nominate(OPS), as(COO, { canEdit: false }))
      .then([{ type: 'dri-nominated', at: NOW, by: COO, accountId: OPS }]);
  });

  it('replaces a nomination that nobody answered', () => {
    given(nominated(COO))
      .when(nominate(OPS), as(CTO))
      .then([{ type: 'dri-nominated', at: NOW, by: CTO, accountId: OPS }]);
  });

  it.each([
    ['an app account', BOT, 'person-not-human'],
    ['a customer', CUSTOMER, 'person-not-human'],
    ['a deactivated account', GONE, 'person-inactive'],
    ['a group or any account Jira does not know', 'jira-administrators', 'person-not-found'],
    ['a name that every object has', 'constructor', 'person-not-found'],
  ] as const)('refuses %s', (_what, accountId, code) => {
    given().when(nominate(accountId), as(CTO)).then({ code, field: 'accountId', accountId });
  });

  it('refuses to nominate the nominee again', () => {
    given(nominated(COO)).when(nominate(COO), as(CTO)).then({ code: 'already-nominated', accountId: COO });
  });

  it('refuses to nominate the DRI again', () => {
    given(...owner(COO))
      .when(nominate(COO), as(CTO))
      .then({ code: 'already-accepted', accountId: COO });
  });

  it('does not replace an accepted DRI over their head', () => {
    given(...owner(COO))
      .when(nominate(OPS), as(CTO))
      .then({ code: 'already-accepted', accountId: COO });
  });

  it('does not replace an accepted DRI whom Jira was not asked about', () => {
    const { [COO]: _unknown, ...others } = people;
    given(...owner(COO))
      .when(nominate(OPS), as(CTO, { people: others }))
      .then({ code: 'already-accepted', accountId: COO });
  });

  it('replaces a DRI whose account is no longer active', () => {
    given(...owner(GONE))
      .when(nominate(OPS), as(CTO))
      .then([{ type: 'dri-nominated', at: NOW, by: CTO, accountId: OPS }]);
  });

  it('lets an accepted DRI hand over', () => {
    given(...owner(COO))
      .when(nominate(OPS), as(COO, { canEdit: false }))
      .then([{ type: 'dri-nominated', at: NOW, by: COO, accountId: OPS }]);
  });

  it('leaves nobody accepted until the new nominee answers', () => {
    const charter = replay([...owner(COO), nominated(OPS)]);
    expect(charter.dri).toEqual({
      accountId: OPS,
      status: 'nominated',
      nominatedBy: CTO,
      nominatedAt: BEFORE,
    });
    expect(acceptedDri(charter)).toBeNull();
  });
});

describe('answering a nomination', () => {
  it('makes the nominee the DRI when they accept', () => {
    given(nominated(COO))
      .when(accept, as(COO, { canEdit: false }))
      .then([{ type: 'dri-accepted', at: NOW, by: COO }]);
    expect(acceptedDri(replay([nominated(COO), accepted(COO)]))).toBe(COO);
  });

  it('keeps when the DRI accepted', () => {
    expect(replay([nominated(COO), accepted(COO, { at: NOW })]).dri).toEqual({
      accountId: COO,
      status: 'accepted',
      nominatedBy: CTO,
      nominatedAt: BEFORE,
      acceptedAt: NOW,
    });
  });

  it.each([['accept', accept] as const, ['decline', decline()] as const])(
    'refuses to %s where nobody is nominated',
    (_verb, command) => given().when(command, as(COO)).then({ code: 'no-nomination' }),
  );

  it.each([['accept', accept] as const, ['decline', decline()] as const])(
    'refuses to %s for somebody else',
    (_verb, command) =>
      given(nominated(COO)).when(command, as(CTO)).then({ code: 'forbidden', needs: 'nominee' }),
  );

  it('refuses to accept twice', () => {
    given(...owner(COO))
      .when(accept, as(COO))
      .then({ code: 'already-accepted', accountId: COO });
  });

  it('refuses to decline twice', () => {
    given(nominated(COO), turnedDown(COO)).when(decline(), as(COO)).then({ code: 'no-nomination' });
  });

  it('takes a decline with its reason', () => {
    given(nominated(COO))
      .when(decline(), as(COO))
      .then([{ type: 'dri-declined', at: NOW, by: COO, reason: 'No capacity this quarter' }]);
  });

  it('keeps a better name given with a decline', () => {
    given(nominated(COO))
      .when(decline(OPS), as(COO))
      .then([
        {
          type: 'dri-declined',
          at: NOW,
          by: COO,
          reason: 'No capacity this quarter',
          suggestedAccountId: OPS,
        },
      ]);
    const charter = replay([nominated(COO), turnedDown(COO, { suggestedAccountId: OPS })]);
    expect(charter.dri).toBeNull();
    expect(charter.declinedNomination).toEqual({
      accountId: COO,
      reason: 'No capacity this quarter',
      suggestedAccountId: OPS,
      handedBack: false,
      at: BEFORE,
    });
  });

  it('forgets the decline once somebody else is nominated', () => {
    expect(replay([nominated(COO), turnedDown(COO), nominated(OPS)]).declinedNomination).toBeNull();
  });

  it('refuses to suggest oneself', () => {
    given(nominated(COO))
      .when(decline(COO), as(COO))
      .then({ code: 'alternative-is-self', field: 'suggestedAccountId' });
  });

  it.each([
    [BOT, 'person-not-human'],
    [GONE, 'person-inactive'],
    ['u-nobody', 'person-not-found'],
  ] as const)('refuses to suggest %s', (accountId, code) => {
    given(nominated(COO))
      .when(decline(accountId), as(COO))
      .then({ code, field: 'suggestedAccountId', accountId });
  });
});

describe('handing ownership back', () => {
  const handedBack = [...owner(COO), turnedDown(COO, { suggestedAccountId: OPS })];

  it('is open to the DRI who accepted, with a reason and perhaps a better name', () => {
    given(...owner(COO))
      .when(decline(OPS), as(COO, { canEdit: false }))
      .then([
        {
          type: 'dri-declined',
          at: NOW,
          by: COO,
          reason: 'No capacity this quarter',
          suggestedAccountId: OPS,
        },
      ]);
  });

  it('is refused to everyone else', () => {
    given(...owner(COO))
      .when(decline(), as(CTO))
      .then({ code: 'forbidden', needs: 'nominee' });
  });

  it('refuses oneself as the next owner', () => {
    given(...owner(COO))
      .when(decline(COO), as(COO))
      .then({ code: 'alternative-is-self', field: 'suggestedAccountId' });
  });

  it('leaves nobody in charge, and remembers that it was accepted before', () => {
    const charter = replay(handedBack);
    expect(charter.dri).toBeNull();
    expect(acceptedDri(charter)).toBeNull();
    expect(charter.declinedNomination).toEqual({
      accountId: COO,
      reason: 'No capacity this quarter',
      suggestedAccountId: OPS,
      handedBack: true,
      at: BEFORE,
    });
  });

  it('leaves agreements for the next owner to take on, the brief and the statement of no dependencies as they are', () => {
    const before = replay([...owner(COO), briefed(COO), asked('A1')]);
    const after = replay([...owner(COO), briefed(COO), asked('A1'), turnedDown(COO)]);
    expect(after.agreements).toEqual(
      before.agreements.map((one) => ({ ...one, untaken: { since: BEFORE } })),
    );
    expect(after.brief).toEqual(before.brief);
    expect(replay([...owner(COO), declaredNone(COO), turnedDown(COO)]).noDependencies).not.toBeNull();
  });

  it('takes the powers of the DRI with it', () => {
    given(...handedBack, asked('A1'))
      .when({ type: 'withdraw-agreement', agreementId: 'A1', reason: 'Mine no more' }, as(COO))
      .then({ code: 'forbidden', needs: 'dri' });
  });

  it('lets somebody else be nominated by anyone who may edit, over nobody’s head', () => {
    given(...handedBack)
      .when(nominate(OPS), as(CTO))
      .then([{ type: 'dri-nominated', at: NOW, by: CTO, accountId: OPS }]);
  });
});

describe('writing the brief', () => {
  const answers = {
    outcome: 'The second region takes orders',
    whyNow: 'Two customers wait for it',
    successMeasure: 'A hundred orders in the first week',
    reviewOn: '2027-01-15',
  };
  const write = (more: object = {}) => ({ type: 'write-brief' as const, ...answers, ...more });

  it.each([
    ['people who may edit', [], CTO, true],
    ['the nominee, who may not edit', [nominated(COO)], COO, false],
    ['the DRI, who may not edit', owner(COO), COO, false],
  ] as const)('is open to %s', (_who, history, by, canEdit) => {
    given(...history)
      .when(write(), as(by, { canEdit }))
      .then([{ type: 'brief-written', at: NOW, by, ...answers }]);
  });

  it('is refused to people who may only look', () => {
    given(...owner(COO))
      .when(write(), as(OPS, { canEdit: false }))
      .then({ code: 'forbidden', needs: 'edit' });
  });

  it('may be written anew: the last one holds', () => {
    given(briefed(COO))
      .when(write({ whyNow: 'Three wait' }), as(CTO))
      .then([{ type: 'brief-written', at: NOW, by: CTO, ...answers, whyNow: 'Three wait' }]);
    expect(replay([briefed(COO), briefed(CTO, { at: NOW, whyNow: 'Three wait' })]).brief).toEqual({
      ...answers,
      whyNow: 'Three wait',
      writtenBy: CTO,
      writtenAt: NOW,
    });
  });

  it('is reviewed today at the earliest, where its DRI lives and not where its writer does', () => {
    const lateSunday = '2026-11-22T20:00:00.000Z';
    given()
      .when(write({ reviewOn: '2026-11-22' }), as(TOKYO, { now: lateSunday }))
      .then([{ type: 'brief-written', at: lateSunday, by: TOKYO, ...answers, reviewOn: '2026-11-22' }]);
    given(nominated(TOKYO, { zone: 'Asia/Tokyo' }))
      .when(write({ reviewOn: '2026-11-22' }), as(OPS, { now: lateSunday }))
      .then({ code: 'date-in-past', field: 'reviewOn', date: '2026-11-22', today: '2026-11-23' });
    given(nominated(HONOLULU, { zone: 'Pacific/Honolulu' }))
      .when(write({ reviewOn: '2026-11-21' }), as(OPS, { now: lateSunday }))
      .then({ code: 'date-in-past', field: 'reviewOn', date: '2026-11-21', today: '2026-11-22' });
  });
});

describe('granting authority', () => {
  it('is written down with everything that was said, for the person who holds it', () => {
    const said = {
      boundaries: 'No new vendors',
      inputs: 'Security review',
      escalateWhen: 'Above 20 k€',
      expiresOn: '2026-12-31',
    };
    given(...owner(COO))
      .when(grant(said), as(CTO))
      .then([
        { type: 'authority-granted', at: NOW, by: CTO, grantedTo: COO, decisions: 'Scope and date', ...said },
      ]);
  });

  it('may come before the nominee accepts', () => {
    given(nominated(COO))
      .when(grant(), as(CTO))
      .then([{ type: 'authority-granted', at: NOW, by: CTO, grantedTo: COO, decisions: 'Scope and date' }]);
  });

  it('needs somebody to hold it', () => {
    given().when(grant(), as(CTO)).then({ code: 'no-dri' });
  });

  it.each([
    ['nominee', [nominated(COO)]],
    ['DRI', owner(COO)],
  ] as const)('is refused to the %s themselves', (_who, history) => {
    given(...history)
      .when(grant(), as(COO))
      .then({ code: 'grantor-is-dri' });
  });

  it('is refused to people who may only look, and says who may', () => {
    given(...owner(COO))
      .when(grant(), as(OPS, { canEdit: false }))
      .then({
        code: 'forbidden',
        needs: 'grant-right',
        may: { editors: true, projectAdmins: true, roles: [], groups: [], people: [CTO], butParties: true },
      });
  });

  it('is open to the sponsor, who may only look', () => {
    given(...owner(COO))
      .when(grant(), as(CTO, { canEdit: false }))
      .then([expect.objectContaining({ type: 'authority-granted', by: CTO })]);
  });

  it('may end today, and not yesterday', () => {
    const today = { expiresOn: '2026-11-23' };
    given(...owner(COO))
      .when(grant(today), as(CTO))
      .then([
        {
          type: 'authority-granted',
          at: NOW,
          by: CTO,
          grantedTo: COO,
          decisions: 'Scope and date',
          ...today,
        },
      ]);
    given(...owner(COO))
      .when(grant({ expiresOn: '2026-11-22' }), as(CTO))
      .then({ code: 'date-in-past', field: 'expiresOn', date: '2026-11-22', today: '2026-11-23' });
  });

  it('counts days where the holder lives', () => {
    const lateSunday = as(CTO, { now: '2026-11-22T20:00:00.000Z' });
    given(nominated(TOKYO, { zone: 'Asia/Tokyo' }), accepted(TOKYO))
      .when(grant({ expiresOn: '2026-11-22' }), lateSunday)
      .then({ code: 'date-in-past', field: 'expiresOn', date: '2026-11-22', today: '2026-11-23' });
    given(nominated(HONOLULU), accepted(HONOLULU, { zone: 'Pacific/Honolulu' }))
      .when(grant({ expiresOn: '2026-11-21' }), lateSunday)
      .then({ code: 'date-in-past', field: 'expiresOn', date: '2026-11-21', today: '2026-11-22' });
  });

  it('holds through its last day and not beyond', () => {
    const charter = replay([...owner(COO), granted(COO, { expiresOn: '2026-11-23' })]);
    expect(authorityOf(charter, '2026-11-23')).toBe('in-force');
    expect(authorityOf(charter, '2026-11-24')).toBe('expired');
  });

  it('does not pass to the next DRI', () => {
    expect(authorityOf(replay([...owner(COO), granted(COO)]), '2026-11-23')).toBe('in-force');
    expect(authorityOf(replay([...owner(COO), granted(COO), ...owner(OPS)]), '2026-11-23')).toBe('missing');
    expect(authorityOf(replay([]), '2026-11-23')).toBe('missing');
  });
});

describe('declaring that there are no dependencies', () => {
  const none = { type: 'declare-no-dependencies' as const };

  it('is a statement of the accepted DRI', () => {
    given(...owner(COO))
      .when(none, as(COO, { canEdit: false }))
      .then([{ type: 'no-dependencies-declared', at: NOW, by: COO }]);
  });

  it.each([
    ['somebody else', owner(OPS)],
    ['a nominee who has not accepted', [nominated(COO)]],
    ['anybody while there is no DRI', []],
  ] as const)('is refused to %s', (_who, history) => {
    given(...history)
      .when(none, as(COO))
      .then({ code: 'forbidden', needs: 'dri' });
  });

  it('is said once', () => {
    given(...owner(COO), declaredNone(COO))
      .when(none, as(COO))
      .then({ code: 'already-declared' });
  });
});
