import { waiverOf } from '../../../../src/domain/charter/charter';
import type { CharterCommand, Facts, Rejection } from '../../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { MAX_WAIVERS } from '../../../../src/domain/charter/waiver/grant';
import { replay } from '../../../../src/domain/charter/evolve';
import { siteDefault, type WaiverPolicy } from '../../../../src/domain/policy/policy';
import { as, given, NOW } from '../../../support/charter-spec';
import { owner, waived } from '../../../support/events';
import { gateOf, policyWith, rulesOf } from '../../../support/gate';
import { epic, multiField, somebody } from '../../../support/items';
import { COO, CTO, OPS } from '../../../support/people';

const LEAD = 'u-lead';
const DAY = 86_400_000;
const after = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

const grant = (more: Partial<Extract<CharterCommand, { type: 'grant-waiver' }>> = {}): CharterCommand => ({
  type: 'grant-waiver',
  rules: ['owner.missing'],
  reason: 'The customer signs on Friday',
  expiresAt: after(3 * DAY),
  ...more,
});
const end: CharterCommand = { type: 'end-waiver', waiverId: 'W1', reason: 'Settled earlier' };

/** Somebody who can do nothing in Jira but what the test says. */
const under = (waivers: Partial<WaiverPolicy>, accountId: string, administers = false, now = NOW): Facts => ({
  ...as(accountId, { canEdit: false, now }),
  actor: { accountId, canEdit: false, administers },
  policy: { ...siteDefault, waivers: { ...siteDefault.waivers, ...waivers } },
});
const lead = under({}, LEAD, true);

describe('granting', () => {
  it('lets named rules pass until a moment, with the reason, by whom', () => {
    given()
      .when(grant({ rules: ['owner.missing', 'owner.missing', 'brief.incomplete'] }), lead)
      .then([
        {
          type: 'waiver-granted',
          at: NOW,
          by: LEAD,
          waiverId: 'W1',
          rules: ['owner.missing', 'brief.incomplete'],
          reason: 'The customer signs on Friday',
          expiresAt: after(3 * DAY),
        },
      ]);
  });

  it('keeps the end in UTC, wherever it was written', () => {
    const decided = grant({ expiresAt: '2026-11-27T23:59:59.999+01:00' });
    given()
      .when(decided, lead)
      .then([expect.objectContaining({ expiresAt: '2026-11-27T22:59:59.999Z' })]);
  });

  const refused = expect.objectContaining({ code: 'forbidden', needs: 'waive-right' }) as Rejection;
  it.each([
    ['an administrator, where administrators may', under({}, LEAD, true), true],
    ['an administrator, where only named people may', under({ projectAdmins: false }, LEAD, true), false],
    ['a named person', under({ projectAdmins: false, people: [OPS] }, OPS), true],
    [
      'somebody who may only edit',
      { ...under({}, OPS), ...{ actor: { accountId: OPS, canEdit: true } } },
      false,
    ],
    ['anybody, where the policy names nobody', under({ projectAdmins: false }, OPS), false],
    ['an administrator whose policy is not known', { ...lead, policy: undefined }, false],
  ] as const)('by %s', (_who, facts, may) => {
    given()
      .when(grant(), facts)
      .then(may ? [expect.objectContaining({ type: 'waiver-granted' })] : refused);
  });

  it('is never for whoever answers for the item, administrator or named', () => {
    given(...owner(LEAD))
      .when(grant(), lead)
      .then({ code: 'waiver-for-oneself' });
    given(...owner(OPS))
      .when(grant(), under({ people: [OPS] }, OPS))
      .then({ code: 'waiver-for-oneself' });
  });

  it.each([0, -1, -DAY])('ends in the future, not %d ms from now', (ms) => {
    given()
      .when(grant({ expiresAt: after(ms) }), lead)
      .then({ code: 'waiver-ends-in-past', field: 'expiresAt' });
  });

  it('lasts as long as the policy allows, to the millisecond', () => {
    const two = under({ longestDays: 2 }, LEAD, true);
    given()
      .when(grant({ expiresAt: after(2 * DAY) }), two)
      .then([expect.anything()]);
    given()
      .when(grant({ expiresAt: after(2 * DAY + 1) }), two)
      .then({ code: 'waiver-too-long', field: 'expiresAt', longestDays: 2 });
  });

  it('ends with the fiftieth: more of them would be a policy', () => {
    const many = Array.from({ length: MAX_WAIVERS }, (_, n) => waived({ waiverId: `W${n + 1}` }));
    given(...many.slice(0, -1))
      .when(grant(), lead)
      .then([expect.objectContaining({ waiverId: `W${MAX_WAIVERS}` })]);
    given(...many)
      .when(grant(), lead)
      .then({ code: 'too-many-waivers', limit: MAX_WAIVERS });
  });
});

describe('ending', () => {
  it('is open to whoever may grant, and to the DRI, who may want the rule back', () => {
    const ended = [
      { type: 'waiver-ended', at: NOW, by: LEAD, waiverId: 'W1', reason: 'Settled earlier' },
    ] as const;
    given(waived()).when(end, lead).then(ended);
    given(waived(), ...owner(COO))
      .when(end, under({}, COO))
      .then([{ ...ended[0], by: COO }]);
    given(waived(), ...owner(COO))
      .when(end, under({}, CTO))
      .then({
        code: 'forbidden',
        needs: 'waive-right',
        may: { editors: false, projectAdmins: true, roles: [], groups: [], people: [], butParties: false },
      });
  });

  it('is for one that is there and still in force', () => {
    given().when(end, lead).then({ code: 'waiver-not-found', waiverId: 'W1' });
    const over = { type: 'waiver-ended', at: NOW, by: LEAD, waiverId: 'W1', reason: '-' } as const;
    given(waived(), over).when(end, lead).then({ code: 'waiver-over', waiverId: 'W1' });
    given(waived({ expiresAt: NOW }))
      .when(end, lead)
      .then({ code: 'waiver-over', waiverId: 'W1' });
  });
});

describe('at the gate', () => {
  const end = '2026-12-04T17:00:00.000Z';
  const before = '2026-12-04T16:59:59.999Z';

  it('a waiver holds up to its end and not a moment longer', () => {
    const rule = policyWith('off', { 'owner.missing': { start: 'block', finish: 'block' } });
    const gate = (now: string) => gateOf([waived({ expiresAt: end })], { policy: rule, now });
    expect(gate(before)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(gate(before).waived).toEqual([
      expect.objectContaining({ rule: 'owner.missing', severity: 'block', waiverId: 'W1', until: end }),
    ]);
    expect(gate(end)).toMatchObject({ verdict: 'block', waived: [] });
  });

  it('what is waived early is no longer waived', () => {
    const over = { type: 'waiver-ended', at: NOW, by: LEAD, waiverId: 'W1', reason: '-' } as const;
    expect(rulesOf(gateOf([waived(), over]))).toContain('owner.missing');
  });

  it('a waived step of the owner’s path reveals the next one that is not', () => {
    const item = epic({ ownerField: multiField(somebody(COO), somebody(CTO)) });
    expect(rulesOf(gateOf([], { item }))).toContain('owner.shared');
    const gate = gateOf([waived({ rules: ['owner.shared'] })], { item });
    expect(rulesOf(gate)).not.toContain('owner.shared');
    expect(rulesOf(gate)).toContain('owner.not-accepted');
  });

  it('only rules that are asked are waived: one that is off, or met, is not told as let pass', () => {
    const all = waived({ rules: ['owner.missing', 'brief.incomplete', 'authority.expired'] });
    const policy = policyWith('off', { 'brief.incomplete': { start: 'warn', finish: 'off' } });
    const told = gateOf([all], { policy }).waived.map(({ rule, severity }) => [rule, severity]);
    expect(told).toEqual([['brief.incomplete', 'warn']]);
  });

  it('of several waivers the one that lasts longest counts', () => {
    const charter = replay([
      waived({ waiverId: 'W1', expiresAt: '2026-12-02T00:00:00.000Z' }),
      waived({ waiverId: 'W2', expiresAt: '2026-12-09T00:00:00.000Z' }),
      waived({ waiverId: 'W3', expiresAt: '2026-12-05T00:00:00.000Z' }),
    ]);
    expect(waiverOf(charter, 'owner.missing', NOW)?.id).toBe('W2');
    expect(waiverOf(charter, 'owner.missing', '2026-12-09T00:00:00.000Z')).toBeUndefined();
    expect(waiverOf(charter, 'owner.shared', NOW)).toBeUndefined();
  });

  describe('for whoever answers for the item', () => {
    const nominated = (by: string, accountId: string) =>
      ({ type: 'dri-nominated', at: NOW, by, accountId }) as const;
    const accepted = (by: string) => ({ type: 'dri-accepted', at: NOW, by }) as const;
    const waives = (events: readonly CharterEvent[]): boolean =>
      waiverOf(replay(events), 'dependencies.undeclared', NOW) !== undefined;
    const granted = waived({ by: LEAD, rules: ['dependencies.undeclared'] });

    it('counts while its grantor does not own the item, and no longer once they do', () => {
      expect(waives([nominated(LEAD, COO), accepted(COO), granted])).toBe(true);
      expect(waives([granted, nominated(COO, LEAD), accepted(LEAD)])).toBe(false);
      expect(waives([granted, nominated(COO, LEAD)])).toBe(false);
    });

    it('does not count while its grantor has only asked somebody else to own it in their place', () => {
      const own = [nominated(COO, LEAD), accepted(LEAD)];
      expect(waives([...own, nominated(LEAD, COO), granted])).toBe(false);
      expect(waives([...own, nominated(LEAD, COO), granted, nominated(LEAD, LEAD), accepted(LEAD)])).toBe(
        false,
      );
      expect(waives([...own, nominated(LEAD, COO), granted, accepted(COO)])).toBe(true);
    });

    it('counts where its grantor asked somebody to own an item that was not theirs', () => {
      expect(waives([nominated(LEAD, COO), granted])).toBe(true);
    });
  });
});
