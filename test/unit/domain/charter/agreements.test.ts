import { MAX_AGREEMENTS } from '../../../../src/domain/charter/agreement/request';
import type { CharterCommand } from '../../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  declaredNone,
  delivered,
  deliveryTaken,
  nominated,
  owner,
  refused,
  withdrawn,
} from '../../../support/events';
import { BOT, COO, CTO, CUSTOMER, GONE, HONOLULU, OPS, PLATFORM, TOKYO } from '../../../support/people';

type Request = Extract<CharterCommand, { type: 'request-agreement' }>;

const request = (more: Partial<Request> = {}): Request => ({
  type: 'request-agreement',
  providerAccountId: PLATFORM,
  deliverable: 'A staging cluster',
  acceptance: 'The smoke tests pass on it',
  neededBy: '2026-12-04',
  ...more,
});
const requested = (more: object = {}): readonly CharterEvent[] => [asked('A1', { at: NOW, ...more })];
const acknowledge = (agreementId: string) => ({ type: 'acknowledge-agreement' as const, agreementId });
const decline = (more: object = {}) => ({
  type: 'decline-agreement' as const,
  agreementId: 'A1',
  reason: 'Not before the migration',
  ...more,
});
const withdraw = (agreementId: string) => ({
  type: 'withdraw-agreement' as const,
  agreementId,
  reason: 'Solved without it',
});

describe('asking for an agreement', () => {
  it('is open to people who may edit the work item', () => {
    given().when(request(), as(COO)).then(requested());
  });

  it.each([
    ['nominee', [nominated(COO)]],
    ['DRI', owner(COO)],
  ] as const)('is open to the %s even where they may not edit', (_who, history) => {
    given(...history)
      .when(request(), as(COO, { canEdit: false }))
      .then(requested());
  });

  it('is refused to everyone else', () => {
    given(...owner(OPS))
      .when(request(), as(COO, { canEdit: false }))
      .then({ code: 'forbidden', needs: 'edit' });
  });

  it.each([
    [BOT, 'person-not-human'],
    [CUSTOMER, 'person-not-human'],
    [GONE, 'person-inactive'],
    ['platform-team', 'person-not-found'],
    ['__proto__', 'person-not-found'],
  ] as const)('refuses %s as a provider', (accountId, code) => {
    given()
      .when(request({ providerAccountId: accountId }), as(COO))
      .then({ code, field: 'providerAccountId', accountId });
  });

  it('keeps the issue of the provider where one is named', () => {
    given()
      .when(request({ providerIssueKey: 'PLAT-1' }), as(COO))
      .then(requested({ providerIssueKey: 'PLAT-1' }));
  });

  it('refuses the work item as its own dependency', () => {
    given()
      .when(request({ providerIssueKey: 'EXP-1' }), as(COO))
      .then({ code: 'own-issue', field: 'providerIssueKey' });
  });

  it('ends the statement that there are no dependencies', () => {
    expect(replay([...owner(COO), declaredNone(COO), asked('A1')]).noDependencies).toBeNull();
  });

  it('numbers agreements in the order of asking, withdrawn ones included', () => {
    given(asked('A1'), withdrawn('A1'))
      .when(request(), as(COO))
      .then([asked('A2', { at: NOW })]);
  });

  it(`stops at ${MAX_AGREEMENTS} agreements`, () => {
    const full = Array.from({ length: MAX_AGREEMENTS }, (_, i) => [
      asked(`A${i + 1}`, { deliverable: `Thing ${i}` }),
    ]).flat();
    given(...full.slice(0, -1))
      .when(request(), as(COO))
      .then([asked(`A${MAX_AGREEMENTS}`, { at: NOW })]);
    given(...full)
      .when(request(), as(COO))
      .then({ code: 'too-many-agreements', limit: MAX_AGREEMENTS });
  });

  describe('again', () => {
    it('is refused for the same thing of the same person', () => {
      given(asked('A1'))
        .when(request(), as(COO))
        .then({ code: 'already-asked', agreementId: 'A1', field: 'deliverable' });
    });

    it('is refused for a blocking issue that is asked for already, whoever should provide it', () => {
      given(asked('A1', { providerIssueKey: 'PLAT-1' }))
        .when(request({ providerAccountId: OPS, providerIssueKey: 'PLAT-1', deliverable: 'Else' }), as(COO))
        .then({ code: 'already-asked', agreementId: 'A1', field: 'providerIssueKey' });
    });

    it.each([
      ['acknowledged', [acknowledged('A1')]],
      ['declined', [refused('A1')]],
    ] as const)('is refused while the first is %s', (_state, events) => {
      given(asked('A1'), ...events)
        .when(request(), as(COO))
        .then({ code: 'already-asked', agreementId: 'A1', field: 'deliverable' });
    });

    it('is fine once the first was delivered and accepted', () => {
      const done = [acknowledged('A1'), delivered('A1'), deliveryTaken('A1')];
      given(asked('A1', { providerIssueKey: 'PLAT-1' }), ...done)
        .when(request({ providerIssueKey: 'PLAT-1' }), as(COO))
        .then([asked('A2', { at: NOW, providerIssueKey: 'PLAT-1' })]);
      given(asked('A1'), ...done.slice(0, 2))
        .when(request(), as(COO))
        .then({ code: 'already-asked', agreementId: 'A1', field: 'deliverable' });
    });

    it('is fine after the first was withdrawn, for something else, or of somebody else', () => {
      given(asked('A1'), withdrawn('A1'))
        .when(request(), as(COO))
        .then([asked('A2', { at: NOW })]);
      given(asked('A1'))
        .when(request({ deliverable: 'A load test' }), as(COO))
        .then([asked('A2', { at: NOW, deliverable: 'A load test' })]);
      given(asked('A1'))
        .when(request({ providerAccountId: OPS }), as(COO))
        .then([asked('A2', { at: NOW, providerAccountId: OPS })]);
    });
  });

  describe('by a day', () => {
    const due = (neededBy: string, providerAccountId: string, providerZone: string) =>
      [
        request({ neededBy, providerAccountId }),
        requested({ neededBy, providerAccountId, providerZone }),
      ] as const;

    it('takes today and refuses yesterday', () => {
      const [today, event] = due('2026-11-23', PLATFORM, 'UTC');
      given().when(today, as(COO)).then(event);
      given()
        .when(request({ neededBy: '2026-11-22' }), as(COO))
        .then({ code: 'date-in-past', field: 'neededBy', date: '2026-11-22', today: '2026-11-23' });
    });

    it('knows that east of the date line it is already tomorrow', () => {
      const sundayEvening = '2026-11-22T16:00:00.000Z';
      given()
        .when(request({ neededBy: '2026-11-22', providerAccountId: TOKYO }), as(COO, { now: sundayEvening }))
        .then({ code: 'date-in-past', field: 'neededBy', date: '2026-11-22', today: '2026-11-23' });
    });

    it('knows that west of it it is still yesterday', () => {
      const mondayMorning = '2026-11-23T09:59:59.000Z';
      const [sunday, event] = due('2026-11-22', HONOLULU, 'Pacific/Honolulu');
      given()
        .when(sunday, as(COO, { now: mondayMorning }))
        .then(event.map((one) => ({ ...one, at: mondayMorning })));
      given()
        .when(sunday, as(COO, { now: '2026-11-23T10:00:00.000Z' }))
        .then({ code: 'date-in-past', field: 'neededBy', date: '2026-11-22', today: '2026-11-23' });
    });

    it('keeps the zone of the provider, because the day of a promise ends there', () => {
      const [command, event] = due('2026-12-04', TOKYO, 'Asia/Tokyo');
      given().when(command, as(COO)).then(event);
    });
  });
});

describe('acknowledging an agreement', () => {
  it('commits the provider to the day it is needed', () => {
    given(...owner(COO), asked('A1'))
      .when(acknowledge('A1'), as(PLATFORM, { canEdit: false }))
      .then([
        {
          type: 'agreement-acknowledged',
          at: NOW,
          by: PLATFORM,
          agreementId: 'A1',
          committedBy: '2026-12-04',
        },
      ]);
    expect(replay([asked('A1'), acknowledged('A1', { at: NOW })]).agreements[0]).toMatchObject({
      status: 'acknowledged',
      acknowledgedAt: NOW,
      committedBy: '2026-12-04',
    });
  });

  it.each([
    ['the DRI', COO],
    ['somebody who may edit', CTO],
    ['a provider of another agreement', OPS],
  ])('is refused to %s', (_who, accountId) => {
    given(...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS }))
      .when(acknowledge('A1'), as(accountId))
      .then({ code: 'forbidden', needs: 'provider' });
  });

  it.each([
    ['acknowledged', [acknowledged('A1')]],
    ['declined', [refused('A1')]],
    ['withdrawn', [withdrawn('A1')]],
  ] as const)('is refused when it is %s', (status, events) => {
    given(asked('A1'), ...events)
      .when(acknowledge('A1'), as(PLATFORM))
      .then({ code: 'wrong-status', agreementId: 'A1', status });
  });

  it('is refused for an agreement that was never asked for', () => {
    given(asked('A1'))
      .when(acknowledge('A2'), as(PLATFORM))
      .then({ code: 'agreement-not-found', agreementId: 'A2' });
  });

  it('is refused to a provider who wrote the request', () => {
    given(asked('A1', { by: PLATFORM }))
      .when(acknowledge('A1'), as(PLATFORM))
      .then({ code: 'self-acknowledgement' });
  });

  it('is refused to a provider who is the DRI', () => {
    given(asked('A1'), ...owner(PLATFORM))
      .when(acknowledge('A1'), as(PLATFORM))
      .then({ code: 'self-acknowledgement' });
  });
});

describe('declining an agreement', () => {
  const declined = (more: object): readonly CharterEvent[] => [
    {
      type: 'agreement-declined',
      at: NOW,
      by: PLATFORM,
      agreementId: 'A1',
      reason: 'Not before the migration',
      ...more,
    },
  ];

  it.each([
    ['who', { alternativeAccountId: OPS }],
    ['when', { availableFrom: '2027-01-11' }],
    ['who and when', { alternativeAccountId: OPS, availableFrom: '2026-11-23' }],
  ])('says %s instead', (_what, instead) => {
    given(asked('A1'))
      .when(decline(instead), as(PLATFORM, { canEdit: false }))
      .then(declined(instead));
  });

  it('is not taken without an alternative', () => {
    given(asked('A1')).when(decline(), as(PLATFORM)).then({ code: 'alternative-missing' });
  });

  it('is refused to anybody but the provider', () => {
    given(...owner(COO), asked('A1'))
      .when(decline({ availableFrom: '2027-01-11' }), as(COO))
      .then({ code: 'forbidden', needs: 'provider' });
  });

  it('is refused once it was answered', () => {
    given(asked('A1'), acknowledged('A1'))
      .when(decline({ availableFrom: '2027-01-11' }), as(PLATFORM))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'acknowledged' });
  });

  it('refuses oneself as the alternative', () => {
    given(asked('A1'))
      .when(decline({ alternativeAccountId: PLATFORM }), as(PLATFORM))
      .then({ code: 'alternative-is-self', field: 'alternativeAccountId' });
  });

  it.each([
    [BOT, 'person-not-human'],
    [GONE, 'person-inactive'],
    ['u-nobody', 'person-not-found'],
  ] as const)('refuses %s as the alternative', (accountId, code) => {
    given(asked('A1'))
      .when(decline({ alternativeAccountId: accountId }), as(PLATFORM))
      .then({ code, field: 'alternativeAccountId', accountId });
  });

  it('refuses a day that has passed where the provider lives', () => {
    given(asked('A1', { providerZone: 'Asia/Tokyo' }))
      .when(decline({ availableFrom: '2026-11-23' }), as(PLATFORM, { now: '2026-11-23T15:00:00.000Z' }))
      .then({ code: 'date-in-past', field: 'availableFrom', date: '2026-11-23', today: '2026-11-24' });
  });

  it('leaves the reason and the alternative in the charter', () => {
    expect(replay([asked('A1'), refused('A1', { alternativeAccountId: OPS })]).agreements[0]).toMatchObject({
      status: 'declined',
      declinedAt: BEFORE,
      declineReason: 'Not before the migration',
      alternativeAccountId: OPS,
      availableFrom: '2027-01-11',
    });
  });
});

describe('withdrawing an agreement', () => {
  it.each([
    ['requested', []],
    ['acknowledged', [acknowledged('A1')]],
    ['declined', [refused('A1')]],
  ] as const)('is open to the DRI while it is %s', (_state, events) => {
    given(...owner(COO), asked('A1'), ...events)
      .when(withdraw('A1'), as(COO, { canEdit: false }))
      .then([
        { type: 'agreement-withdrawn', at: NOW, by: COO, agreementId: 'A1', reason: 'Solved without it' },
      ]);
  });

  it.each([
    ['the provider', PLATFORM],
    ['somebody who may edit', CTO],
  ])('is refused to %s', (_who, accountId) => {
    given(...owner(COO), asked('A1'))
      .when(withdraw('A1'), as(accountId))
      .then({ code: 'forbidden', needs: 'dri' });
  });

  it('is refused to a nominee who has not accepted', () => {
    given(nominated(COO), asked('A1'))
      .when(withdraw('A1'), as(COO))
      .then({ code: 'forbidden', needs: 'dri' });
  });

  it('happens once', () => {
    given(...owner(COO), asked('A1'), withdrawn('A1'))
      .when(withdraw('A1'), as(COO))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'withdrawn' });
  });

  it('lets the DRI declare that nothing is left', () => {
    const none = { type: 'declare-no-dependencies' as const };
    given(...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS }), withdrawn('A1'))
      .when(none, as(COO))
      .then({ code: 'agreements-open', count: 1 });
    given(...owner(COO), asked('A1'), withdrawn('A1'))
      .when(none, as(COO))
      .then([{ type: 'no-dependencies-declared', at: NOW, by: COO }]);
  });
});

describe('that nothing else is needed', () => {
  const enough = { type: 'declare-no-further-dependencies' as const };
  const declared = { type: 'no-further-dependencies-declared' as const, at: NOW, by: COO };

  it('is said by the DRI who accepted', () => {
    given(...owner(COO), asked('A1'))
      .when(enough, as(COO))
      .then([declared]);
    given(...owner(COO), asked('A1'))
      .when(enough, as(OPS))
      .then({ code: 'forbidden', needs: 'dri' });
    given(nominated(COO), asked('A1')).when(enough, as(COO)).then({ code: 'forbidden', needs: 'dri' });
  });

  it('is said once, and of something', () => {
    given(...owner(COO), asked('A1'), declared)
      .when(enough, as(COO))
      .then({ code: 'already-declared' });
    given(...owner(COO))
      .when(enough, as(COO))
      .then({ code: 'no-agreements' });
    given(...owner(COO), asked('A1'), withdrawn('A1'))
      .when(enough, as(COO))
      .then({ code: 'no-agreements' });
  });

  it('ends with the next request', () => {
    const stated = [...owner(COO), asked('A1'), declared];
    expect(replay(stated).noFurtherDependencies).toEqual({ declaredBy: COO, at: NOW });
    expect(replay([...stated, acknowledged('A1')])).toHaveProperty('noFurtherDependencies');
    expect(replay([...stated, asked('A2')])).not.toHaveProperty('noFurtherDependencies');
  });
});
