import fc from 'fast-check';
import { decide } from '../../../../../src/domain/charter/decide';
import type { Facts } from '../../../../../src/domain/charter/commands';
import { replay } from '../../../../../src/domain/charter/evolve';
import { holdsRight, whoMay } from '../../../../../src/domain/charter/ownership/holds-right';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { changesBetween } from '../../../../../src/domain/policy/changes';
import {
  entitledTo,
  HOLDERS,
  nobodyEntitled,
  RIGHTS,
  rightChanges,
  withEntitled,
  withRightChange,
  type Entitled,
  type Right,
} from '../../../../../src/domain/access/rights';
import { BEFORE, as, given } from '../../../../support/charter-spec';
import { accepted, nominated } from '../../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

const people = [COO, CTO, OPS, PLATFORM, 'u-lead'] as const;
const named = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('Members', 'Sponsors') }),
  { selector: ({ id }) => id, maxLength: 3 },
);
const entitled: fc.Arbitrary<Entitled> = fc.record({
  editors: fc.boolean(),
  sponsor: fc.boolean(),
  lead: fc.boolean(),
  projectAdmins: fc.boolean(),
  roles: named,
  groups: named,
  people: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
  parties: fc.boolean(),
});
const right = fc.constantFrom(...RIGHTS);
const policies = fc.tuple(entitled, entitled, entitled).map(([waive, grant, mayDecide]) => ({
  ...siteDefault,
  waivers: { ...waive, longestDays: 30 },
  rights: { grant, decide: mayDecide },
}));
const actors = fc.record({
  accountId: fc.constantFrom(...people),
  canEdit: fc.boolean(),
  administers: fc.boolean(),
  memberOf: fc.record({
    roles: fc.subarray(['1', '2', '3']),
    groups: fc.subarray(['1', '2', '3']),
  }),
});

/** Owned by the COO, who asked the platform team for something and put a question to operations. */
const history = [
  nominated(COO, { by: 'u-lead' }),
  accepted(COO),
  {
    type: 'agreement-requested',
    at: BEFORE,
    by: COO,
    agreementId: 'A1',
    providerAccountId: PLATFORM,
    providerZone: 'UTC',
    deliverable: 'An environment',
    acceptance: 'It answers',
    neededBy: '2026-12-18',
  },
  {
    type: 'escalation-raised',
    at: BEFORE,
    by: COO,
    escalationId: 'E1',
    toAccountId: OPS,
    question: 'May we spend it?',
    neededBy: '2026-12-01',
  },
] as never;
const charter = replay(history);

const under = (
  some: Partial<Entitled>,
  which: Right,
  actor: Partial<Facts['actor']> & { accountId: string },
): Facts => ({
  ...as(actor.accountId),
  actor: { canEdit: false, ...actor },
  policy: withEntitled(siteDefault, which, { ...nobodyEntitled, ...some }),
});

describe('a right', () => {
  it('is held by whom some entry of the policy names, and by nobody else', () => {
    fc.assert(
      fc.property(policies, right, actors, (policy, which, actor) => {
        const may = entitledTo(policy, which);
        const { roles, groups } = actor.memberOf;
        const isNamed =
          (may.editors && actor.canEdit) ||
          ((may.projectAdmins || may.lead) && actor.administers) ||
          (may.sponsor && actor.accountId === 'u-lead') ||
          may.people.includes(actor.accountId) ||
          may.roles.some(({ id }) => roles.includes(id)) ||
          may.groups.some(({ id }) => groups.includes(id));
        const holds = holdsRight(which, charter, { actor, policy });
        // Those who take part in the item can only lose what they are named for.
        const takesPart = actor.accountId === PLATFORM || actor.accountId === OPS;
        expect(holds && !isNamed).toBe(false);
        if (may.parties || !takesPart) expect(holds).toBe(isNamed);
        if (!may.parties && actor.accountId === PLATFORM) expect(holds).toBe(false);
      }),
    );
  });

  it('never grows when an entry is taken away', () => {
    fc.assert(
      fc.property(policies, right, actors, fc.constantFrom(...HOLDERS), (policy, which, actor, holder) => {
        const less = withEntitled(policy, which, { [holder]: false });
        if (holdsRight(which, charter, { actor, policy: less }))
          expect(holdsRight(which, charter, { actor, policy })).toBe(true);
      }),
    );
  });

  it('of each kind is decided alone, and every difference leads from one policy to the other', () => {
    fc.assert(
      fc.property(policies, policies, (from, to) => {
        const reached = changesBetween(from, to).reduce(
          (policy, change) =>
            change.kind.startsWith('right-') ? withRightChange(policy, change as never) : policy,
          from,
        );
        expect(rightChanges(reached, to)).toEqual([]);
        for (const which of RIGHTS)
          for (const holder of HOLDERS)
            expect(entitledTo(reached, which)[holder]).toBe(entitledTo(to, which)[holder]);
      }),
    );
  });

  it('that is refused names the people who have it, and neither the owner nor a provider who has not', () => {
    fc.assert(
      fc.property(policies, right, actors, (policy, which, actor) => {
        for (const accountId of whoMay(which, charter, { actor, policy }).people) {
          expect(accountId).not.toBe(COO);
          expect(holdsRight(which, charter, { actor: { accountId, canEdit: false }, policy })).toBe(true);
        }
      }),
    );
  });
});

describe('granting, as Holdfast ships it', () => {
  const grant = { type: 'grant-authority', decisions: 'Scope' } as const;
  const may = (accountId: string, canEdit = true, administers = false) =>
    decide(charter, grant, {
      ...as(accountId, { canEdit }),
      actor: { accountId, canEdit, administers },
      policy: siteDefault,
    }).ok;

  it.each([
    ['somebody who may edit', CTO, true, false, true],
    ['somebody who may only look', CTO, false, false, false],
    ['the provider', PLATFORM, true, true, false],
    ['whom the owner chose to ask', OPS, true, false, false],
    ['whom the owner asked, as administrator', OPS, true, true, true],
    ['the sponsor', 'u-lead', false, false, true],
  ] as const)('%s', (_who, accountId, canEdit, administers, expected) => {
    expect(may(accountId, canEdit, administers)).toBe(expected);
  });
});

describe('deciding', () => {
  const answer = { type: 'answer-escalation', escalationId: 'E1', decision: 'Yes' } as const;
  const decided = [expect.objectContaining({ type: 'escalation-answered' })] as never;

  it('is for whoever was asked, whatever the policy says', () => {
    given(...(history as never[]))
      .when(answer, under({}, 'decide', { accountId: OPS }))
      .then(decided);
  });

  it('is for others where the policy names them, and never for who asked or owns the item', () => {
    given(...(history as never[]))
      .when(answer, under({ people: [CTO] }, 'decide', { accountId: CTO }))
      .then(decided);
    for (const [accountId, some] of [
      [CTO, {}],
      [COO, { people: [COO] }],
    ] as const)
      given(...(history as never[]))
        .when(answer, under(some, 'decide', { accountId }))
        .then({ code: 'forbidden', needs: 'addressee' });
  });
});
