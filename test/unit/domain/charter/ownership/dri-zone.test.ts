import fc from 'fast-check';
import { lastMomentOf, localDate } from '../../../../../src/domain/time/local-date';
import type { Charter } from '../../../../../src/domain/charter/charter';
import type { CharterCommand } from '../../../../../src/domain/charter/commands';
import { decide } from '../../../../../src/domain/charter/decide';
import { todayOfDri, zoneOfDri, zoneOfPerson } from '../../../../../src/domain/charter/ownership/dri-zone';
import { evolve, replay } from '../../../../../src/domain/charter/evolve';
import { running } from '../../../../../src/domain/notices/clocks';
import { commitmentsOf } from '../../../../../src/domain/commitments/commitments';
import { evaluate } from '../../../../../src/domain/gate/evaluate';
import { peopleRead } from '../../../../../src/domain/gate/people';
import { subjectOf } from '../../../../../src/domain/gate/build-subject';
import type { Policy } from '../../../../../src/domain/policy/policy';
import { accountabilityTest } from '../../../../../src/domain/report/accountability/accountability-test';
import type { PersonFact } from '../../../../../src/domain/values';
import { epic } from '../../../../support/items';
import { enforcing } from '../../../../support/policies';

const SALES = 'u-sales';
const SPONSOR = 'u-sponsor';

const person = (accountId: string, timeZone?: string): PersonFact => ({
  accountId,
  kind: 'human',
  active: true,
  displayName: accountId,
  ...(timeZone !== undefined && { timeZone }),
});

const calendarIn = (timeZone: string): Policy => ({
  ...enforcing,
  rules: { ...enforcing.rules, 'authority.expired': { start: 'block', finish: 'block' } },
  clocks: { ...enforcing.clocks, calendar: { ...enforcing.clocks.calendar, timeZone } },
});

const item = {
  ...epic(),
  projectId: '10100',
  type: { id: '10000', name: 'Epic', level: 1 },
  status: { id: '3', name: 'In Progress', category: 'indeterminate' as const },
};

/** Sales, whose zone Jira tells or not, and somebody behind them, under a policy. */
function story(zone: string | undefined, policy: Policy = calendarIn('UTC')) {
  const people = { [SALES]: person(SALES, zone), [SPONSOR]: person(SPONSOR, 'Europe/Oslo') };
  const by = (charter: Charter, accountId: string, command: CharterCommand, now: string): Charter => {
    const actor = { accountId, canEdit: true };
    const decided = decide(charter, command, { actor, people, issueKey: 'EXP-1', policy, now });
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    return decided.value.reduce(evolve, charter);
  };
  const owned = (at: string): Charter =>
    by(
      by(replay([]), SPONSOR, { type: 'nominate-dri', accountId: SALES }, at),
      SALES,
      { type: 'accept-dri' },
      at,
    );
  const subject = (charter: Charter) => subjectOf({ item, charter, people: peopleRead(people), policy });
  return {
    by,
    owned,
    isExpired: (charter: Charter, now: string): boolean =>
      evaluate(subject(charter), 'start', now).findings.some(({ rule }) => rule === 'authority.expired'),
    light: (charter: Charter, now: string) => accountabilityTest(subject(charter), now).authority,
    clock: (charter: Charter, cause: string) =>
      running(charter, policy).find((one) => one.cause === cause)?.runsOutAt,
    duties: (charter: Charter, now: string) =>
      commitmentsOf(charter, SALES, {
        now,
        answerIsLate: () => false,
        hasLeft: () => false,
        briefWanted: true,
        progress: 'indeterminate',
        checkInEveryDays: 365,
        clocks: policy.clocks,
      }).yours.map(({ kind, since }) => [kind, since]),
  };
}

const grant = (expiresOn: string): CharterCommand => ({
  type: 'grant-authority',
  decisions: 'Scope',
  expiresOn,
});
const brief = (reviewOn: string): CharterCommand => ({
  type: 'write-brief',
  outcome: 'Orders flow',
  whyNow: 'Customers wait',
  successMeasure: 'A hundred orders',
  reviewOn,
});

describe.each([
  ['Mexico', 'America/Mexico_City', '2026-12-02T00:30:00.000Z', '2026-12-01', '2026-12-02T06:00:00.000Z'],
  ['Tokyo', 'Asia/Tokyo', '2026-12-01T20:00:00.000Z', '2026-12-02', '2026-12-02T15:00:00.000Z'],
])('for somebody in %s', (_where, zone, now, today, midnight) => {
  const justBefore = new Date(Date.parse(midnight) - 1).toISOString();

  it('authority for today is in force until midnight there', () => {
    const { by, owned, isExpired, light } = story(zone);
    const charter = by(owned(now), SPONSOR, grant(today), now);
    expect([isExpired(charter, now), isExpired(charter, justBefore), isExpired(charter, midnight)]).toEqual([
      false,
      false,
      true,
    ]);
    expect([light(charter, now), light(charter, justBefore), light(charter, midnight)]).toEqual([
      'yes',
      'yes',
      'no',
    ]);
  });

  it('its clock and that of the review run out at midnight there', () => {
    const { by, owned, clock } = story(zone);
    const days = 86_400_000;
    const long = localDate(new Date(Date.parse(now) + 60 * days).toISOString(), zone);
    const charter = by(by(owned(now), SPONSOR, grant(long), now), SALES, brief(long), now);
    const ends = new Date(Date.parse(lastMomentOf(long, zone)) + 1).toISOString();
    expect(clock(charter, 'review')).toBe(ends);
    expect(clock(charter, 'authority-ending')).toBe(new Date(Date.parse(ends) - 7 * days).toISOString());
  });

  it('the review date is answered for by its whole day, and asked about after it', () => {
    const { by, owned, duties } = story(zone);
    const charter = by(owned(now), SALES, brief(today), now);
    expect(duties(charter, justBefore)).toEqual([]);
    expect(duties(charter, midnight)).toEqual([['keep-or-change', justBefore]]);
  });

  it('a review cannot be set to a day that is over there, and can to one that is not', () => {
    const { by, owned } = story(zone);
    const charter = by(owned(now), SALES, brief('2027-01-15'), now);
    const keep = (reviewOn: string): CharterCommand => ({
      type: 'decide-review',
      choice: 'recommit',
      reviewOn,
    });
    expect(() => by(charter, SALES, keep(today), justBefore)).not.toThrow();
    expect(() => by(charter, SALES, keep(today), midnight)).toThrow('date-in-past');
    expect(() => by(charter, SPONSOR, { type: 'set-review-date', reviewOn: today }, midnight)).toThrow(
      'date-in-past',
    );
  });
});

it('is the calendar’s for somebody whose zone Jira does not tell, and in no case a zone of nobody’s', () => {
  const auckland = calendarIn('Pacific/Auckland');
  const { by, owned, isExpired } = story(undefined, auckland);
  // 23:00 on 1 December in Auckland.
  const now = '2026-12-01T10:00:00.000Z';
  const charter = by(owned(now), SPONSOR, grant('2026-12-01'), now);
  expect(charter.dri).not.toHaveProperty('zone');
  expect(isExpired(charter, '2026-12-01T10:59:59.999Z')).toBe(false);
  expect(isExpired(charter, '2026-12-01T11:00:00.000Z')).toBe(true);
  expect(zoneOfPerson(person(SALES), auckland)).toBe('Pacific/Auckland');
  expect(zoneOfPerson(person(SALES, 'Middle-earth/Bree'), auckland)).toBe('Pacific/Auckland');
  expect(zoneOfDri({ dri: null }, auckland)).toBe('Pacific/Auckland');
});

it('is the new one where Jira tells it only, or tells another, when the nominee accepts', () => {
  const nominee = replay([
    { type: 'dri-nominated', at: '2026-11-20T08:00:00.000Z', by: SPONSOR, accountId: SALES },
  ]);
  const accepts = (charter: Charter, zone?: string) =>
    evolve(charter, {
      type: 'dri-accepted',
      at: '2026-11-20T09:00:00.000Z',
      by: SALES,
      ...(zone !== undefined && { zone }),
    });
  const moved = accepts(accepts(nominee, 'Asia/Tokyo'), 'Europe/Oslo');
  expect(
    [nominee, accepts(nominee, 'Asia/Tokyo'), moved, accepts(moved)].map(({ dri }) => dri?.zone),
  ).toEqual([undefined, 'Asia/Tokyo', 'Europe/Oslo', 'Europe/Oslo']);
});

it('a request and a new provider’s yes end their day in the calendar’s zone where Jira tells none', () => {
  const { by, owned } = story(undefined, calendarIn('Asia/Tokyo'));
  const now = '2026-12-01T20:00:00.000Z';
  const ask = (neededBy: string): CharterCommand => ({
    type: 'request-agreement',
    providerAccountId: SALES,
    deliverable: 'A cluster',
    acceptance: 'It answers',
    neededBy,
  });
  const charter = by(owned(now), SPONSOR, ask('2026-12-02'), now);
  expect(charter.agreements[0]?.providerZone).toBe('Asia/Tokyo');
  expect(() => by(owned(now), SPONSOR, ask('2026-12-01'), now)).toThrow('date-in-past');
});

const zones = Intl.supportedValuesOf('timeZone');

it('whatever is granted for today is in force until today is over, in every zone, told or not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      fc.boolean(),
      fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (own, calendar, tells, ms, share) => {
        const policy = calendarIn(calendar);
        const now = new Date(ms).toISOString();
        const { by, owned, isExpired, light } = story(tells ? own : undefined, policy);
        const charter = owned(now);
        const zone = zoneOfDri(charter, policy);
        const granted = by(charter, SPONSOR, grant(todayOfDri(charter, policy, now)), now);
        const last = Date.parse(lastMomentOf(localDate(now, zone), zone));
        const between = new Date(Math.floor(ms + share * (last - ms))).toISOString();
        const after = new Date(last + 1).toISOString();
        expect(zone).toBe(tells ? own : calendar);
        expect([now, between, after].map((at) => isExpired(granted, at))).toEqual([false, false, true]);
        expect([now, between, after].map((at) => light(granted, at))).toEqual(['yes', 'yes', 'no']);
      },
    ),
    { numRuns: 200 },
  );
});
