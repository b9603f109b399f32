import fc from 'fast-check';
import { isOverdue } from '../../../src/domain/charter/agreement/agreement';
import { dayIsOver } from '../../../src/domain/time/local-date';
import { sponsorOf } from '../../../src/domain/charter/ownership/sponsor';
import { acceptedDri, type Charter } from '../../../src/domain/charter/charter';
import { replay } from '../../../src/domain/charter/evolve';
import { CAUSES, type Cause, type EscalationPlan } from '../../../src/domain/policy/notice-steps';
import {
  defaultClocks,
  type ClockPolicy,
  type WorkingCalendar,
} from '../../../src/domain/policy/clock-policy';
import { reachedSteps, isAnswerOverdue, nextStepAt, steps, toTell } from '../../../src/domain/notices/clocks';
import { concerns } from '../../../src/domain/notices/steps-by-cause';
import { endOfDay } from '../../../src/domain/time/local-date';
import { afterWorkingHours, nextWorkingMorning } from '../../../src/domain/time/working-hours';
import { datePlus } from '../../../src/domain/time/time';
import { attempts, HOUR, play, START } from '../../support/attempts';
import { COO, CTO } from '../../support/people';

const zone = fc.constantFrom(
  ...Intl.supportedValuesOf('timeZone').filter((one) => !one.startsWith('Antarctica/')),
  'Nowhere/AtAll',
);
const date = fc
  .integer({ min: Date.UTC(2022, 0, 1) / 86_400_000, max: Date.UTC(2034, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const wall = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    timeZone: zone,
    workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    hours: fc.tuple(wall, wall).filter(([a, b]) => a.slice(0, 2) !== b.slice(0, 2)),
    holidays: fc.array(date, { maxLength: 5 }),
  })
  .map(({ hours, ...rest }) => {
    const [from = '', to = ''] = [...hours].sort();
    return { ...rest, from, to };
  });

const rungs = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 })
  .map((hours) =>
    hours.sort((a, b) => a - b).map((afterHours) => ({ afterHours, tell: ['asked'], how: 'mail' }) as const),
  );
const ladder = fc
  .tuple(...CAUSES.map(() => rungs))
  .map(
    (all) => Object.fromEntries(CAUSES.map((cause, i) => [cause, all[i] ?? []])) as unknown as EscalationPlan,
  );

const policy: fc.Arbitrary<ClockPolicy> = fc.record({
  acknowledgementHours: fc.integer({ min: 1, max: 96 }),
  checkInEveryDays: fc.integer({ min: 1, max: 14 }),
  clocks: fc.record({
    measure: fc.constantFrom('elapsed' as const, 'working' as const),
    calendar,
    acceptanceHours: fc.integer({ min: 1, max: 96 }),
    decisionHours: fc.integer({ min: 1, max: 96 }),
    dueSoonHours: fc.integer({ min: 0, max: 96 }),
    endingDays: fc.integer({ min: 0, max: 14 }),
    confirmDays: fc.integer({ min: 1, max: 30 }),
    silentDays: fc.integer({ min: 1, max: 60 }),
    ladder,
    programmeLead: fc.constant(null),
  }),
});

const momentAt = (hours: number): string => new Date(START + hours * HOUR).toISOString();

/** A charter that came about by what people did, some of it refused; chance seldom leaves a question open in it. */
const charter: fc.Arbitrary<Charter> = fc
  .tuple(attempts, fc.option(fc.integer({ min: 0, max: 200 }), { nil: null, freq: 3 }))
  .map(([all, askedAfter]) => {
    const came = play(all).at(-1)?.after ?? replay([]);
    if (askedAfter === null) return came;
    const open = {
      id: 'E9',
      question: 'Two markets, or three?',
      toAccountId: CTO,
      raisedBy: COO,
      raisedAt: momentAt(askedAfter),
    };
    return { ...came, escalations: [...came.escalations, open] };
  });

const hoursOn = fc.integer({ min: 0, max: 24 * 60 });

/** In one run; `CLOCK_RUNS=3000` looks further. */
const runs = { numRuns: Number(process.env['CLOCK_RUNS'] ?? 300) };

test('the panel’s overdue and the ladder’s end of the day agree to the millisecond', () => {
  fc.assert(
    fc.property(date, zone, (day, where) => {
      const end = endOfDay(day, where);
      const before = new Date(Date.parse(end) - 1).toISOString();
      expect([dayIsOver(day, where, before), dayIsOver(day, where, end)]).toEqual([false, true]);
    }),
    { numRuns: 1500 },
  );
});

test('no rung comes before its clock has run out, nor before the rung below it', () => {
  fc.assert(
    fc.property(charter, policy, (one, rules) => {
      const all = steps(one, rules);
      for (const step of all) {
        expect(step.at >= step.runsOutAt).toBe(true);
        const below = all.find(
          ({ cause, subject, level }) =>
            cause === step.cause && subject === step.subject && level === step.level - 1,
        );
        expect(below === undefined || below.at <= step.at).toBe(true);
      }
    }),
    runs,
  );
});

const hoursOfDay = ({ from, to }: WorkingCalendar): number =>
  (Date.parse(`2026-01-01T${to}Z`) - Date.parse(`2026-01-01T${from}Z`)) / HOUR;

/** By when somebody told at a moment had worked a day that began after it; clocks that change may take two hours of it. */
function hadTheirDay(told: string, days: WorkingCalendar): string {
  const justBefore = new Date(Date.parse(told) - 1).toISOString();
  const begins = nextWorkingMorning(justBefore, days.timeZone, days);
  return afterWorkingHours(begins, Math.max(0, hoursOfDay(days) - 2), days);
}

/** The zone that the charter keeps of somebody. */
const zoneKept = ({ dri, agreements, escalations }: Charter, who: string | null): string | undefined =>
  who === null
    ? undefined
    : ((dri?.accountId === who ? dri?.zone : undefined) ??
      agreements.find(({ providerAccountId }) => providerAccountId === who)?.providerZone ??
      escalations.find(({ toAccountId, toZone }) => toAccountId === who && toZone !== undefined)?.toZone);

test('nobody is told before those whom the former rung told had a whole working day of their own', () => {
  const someone = fc.uniqueArray(fc.constantFrom('asked' as const, 'dri' as const, 'sponsor' as const), {
    minLength: 1,
    maxLength: 2,
  });
  fc.assert(
    fc.property(charter, policy, fc.array(someone, { minLength: 2, maxLength: 4 }), (one, rules, told) => {
      const stepsOf = told.map((tell, afterHours) => ({ afterHours, tell, how: 'mail' as const }));
      const everywhere = Object.fromEntries(
        CAUSES.map((cause) => [cause, stepsOf]),
      ) as unknown as EscalationPlan;
      const { calendar: days } = rules.clocks;
      const all = steps(one, { ...rules, clocks: { ...rules.clocks, ladder: everywhere } });
      for (const below of all) {
        const above = all.find(
          ({ cause, subject, level }) =>
            cause === below.cause && subject === below.subject && level === below.level + 1,
        );
        if (!above) continue;
        const provider = one.agreements.find(({ id }) => id === below.agreementId);
        for (const audience of below.tell) {
          const zoneOf = {
            asked:
              provider?.providerAccountId === below.asked
                ? provider?.providerZone
                : zoneKept(one, below.asked),
            dri: zoneKept(one, acceptedDri(one)),
            sponsor: zoneKept(one, sponsorOf(one)),
          }[audience as 'asked' | 'dri' | 'sponsor'];
          expect(above.at >= hadTheirDay(below.at, { ...days, timeZone: zoneOf ?? days.timeZone })).toBe(
            true,
          );
        }
      }
    }),
    runs,
  );
});

test('that a day is near is said before it, and to nobody once it is over', () => {
  fc.assert(
    fc.property(charter, policy, hoursOn, (one, rules, hours) => {
      for (const { cause, runsOutAt, agreementId } of steps(one, rules)) {
        const agreement = one.agreements.find(({ id }) => id === agreementId);
        if (cause !== 'due-soon' || agreement?.status !== 'acknowledged') continue;
        const begins = endOfDay(datePlus(agreement.committedBy, -1), agreement.providerZone);
        expect(runsOutAt <= begins).toBe(true);
      }
      const now = momentAt(hours);
      const told = toTell(one, rules, now);
      for (const { cause, agreementId } of told) {
        const agreement = one.agreements.find(({ id }) => id === agreementId);
        if (cause === 'due-soon' && agreement) expect(isOverdue(agreement, now)).toBe(false);
      }
    }),
    runs,
  );
});

test('nothing that was let go or withdrawn, or whose item is gone, has a clock', () => {
  fc.assert(
    fc.property(charter, policy, (one, rules) => {
      const at = momentAt(0);
      const gone = { ...one, itemDeletedAt: at };
      expect(steps(gone, rules)).toEqual([]);
      const letGo = { ...one, dri: null, vacancy: { since: at, sponsor: CTO, formerOwner: COO } };
      expect(steps(letGo, rules).filter(({ agreementId }) => agreementId !== undefined)).toEqual([]);
      for (const step of steps(one, rules)) {
        expect(concerns(step, 'done')).toBe(false);
      }
    }),
    runs,
  );
});

test('every rung has a name of its own', () => {
  fc.assert(
    fc.property(charter, policy, (one, rules) => {
      const keys = steps(one, rules).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    runs,
  );
});

test('the histories these properties live through meet every clock that matters', () => {
  const met = new Set<Cause>();
  // Under a seed of its own: what chance leaves out one time says nothing about the clocks.
  for (const [one, rules, hours] of fc.sample(fc.tuple(charter, policy, hoursOn), {
    numRuns: 600,
    seed: 7,
  })) {
    for (const { cause } of reachedSteps(one, rules, momentAt(hours))) met.add(cause);
  }
  expect([...met]).toEqual(
    expect.arrayContaining(['acknowledgement', 'acceptance', 'overdue', 'check-in', 'question']),
  );
});

test('time that moves in steps reaches the same steps, each once, as time that moves at once', () => {
  fc.assert(
    fc.property(charter, policy, fc.array(hoursOn, { minLength: 1, maxLength: 12 }), (one, rules, moves) => {
      const moments = [...moves].sort((a, b) => a - b).map(momentAt);
      // Whether a promise is still true is asked until its day is near, and not after.
      const lasting = (now: string) =>
        reachedSteps(one, rules, now).filter(({ cause }) => cause !== 'confirmation');
      const told: string[] = [];
      let since = '';
      for (const now of moments) {
        for (const { key, at } of lasting(now)) if (at > since) told.push(key);
        since = now;
      }
      const atOnce = lasting(since).map(({ key }) => key);
      expect([...told].sort()).toEqual([...atOnce].sort());
    }),
    runs,
  );
});

test('whoever wakes only when the next rung is due misses none', () => {
  fc.assert(
    fc.property(charter, policy, (one, rules) => {
      const all = steps(one, rules);
      const told: string[] = [];
      let now: string | null = '1970-01-01T00:00:00.000Z';
      while ((now = nextStepAt(one, rules, now)) !== null) {
        const at = now;
        told.push(...all.flatMap((step) => (step.at === at ? [step.key] : [])));
      }
      expect(told).toEqual(all.map(({ key }) => key));
    }),
    runs,
  );
});

test('what is settled stands on no rung', () => {
  fc.assert(
    fc.property(charter, policy, hoursOn, (one, rules, hours) => {
      const running = ['requested', 'acknowledged'];
      for (const { agreementId, escalationId, cause } of reachedSteps(one, rules, momentAt(hours))) {
        if (agreementId !== undefined) {
          const status = one.agreements.find(({ id }) => id === agreementId)?.status;
          expect(running).toContain(status);
          const causes =
            status === 'requested'
              ? ['acknowledgement', 'question', 'due-soon']
              : ['due-soon', 'overdue', 'confirmation'];
          expect(causes).toContain(cause);
        }
        if (escalationId !== undefined) {
          expect(one.escalations.find(({ id }) => id === escalationId)?.answer).toBeUndefined();
        }
      }
    }),
    runs,
  );
});

test('under the shipped steps an agreement is overdue exactly when its first step is reached', () => {
  fc.assert(
    fc.property(charter, policy, hoursOn, (one, rules, hours) => {
      // An item that Jira no longer has, that is done, or that its owner let go, keeps nobody waiting.
      fc.pre(one.itemDeletedAt === undefined && one.vacancy?.formerOwner === undefined);
      fc.pre(one.finishedAt === undefined && one.reopenedAt === undefined);
      const shipped = { ...rules, clocks: { ...rules.clocks, ladder: defaultClocks.ladder } };
      const now = momentAt(hours);
      const on = new Set(
        reachedSteps(one, shipped, now).map(({ cause, agreementId }) => `${cause} ${agreementId}`),
      );
      for (const agreement of one.agreements) {
        // A promise cannot be overdue before it came back or was made.
        if (agreement.lastReturn && agreement.lastReturn.at > now) continue;
        // Nor while nobody has said that they wait for it, nor before that.
        if (agreement.untaken || agreement.resumedAt !== undefined) continue;
        expect(on.has(`overdue ${agreement.id}`)).toBe(isOverdue(agreement, now));
        expect(on.has(`acknowledgement ${agreement.id}`)).toBe(isAnswerOverdue(agreement, shipped, now));
      }
    }),
    runs,
  );
});

test('working hours add up', () => {
  fc.assert(
    fc.property(
      calendar,
      hoursOn.map(momentAt),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (when, start, a, b) => {
        const inOne = afterWorkingHours(start, a + b, when);
        expect(afterWorkingHours(afterWorkingHours(start, a, when), b, when)).toBe(inOne);
        expect(inOne >= start).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
