import fc from 'fast-check';
import { clocksSchema } from '../../../../../src/contract/inputs-clocks';
import {
  AUDIENCES,
  CAUSES,
  defaultEscalationPlan,
  WAYS,
  type EscalationPlan,
  type EscalationStep,
} from '../../../../../src/domain/policy/notice-steps';
import { siteDefault, type Policy } from '../../../../../src/domain/policy/policy';
import { changesBetween } from '../../../../../src/domain/policy/changes';
import { sameSubject, withChanges } from '../../../../../static/policy/model/changes';
import { clockExample } from '../../../../../static/policy/model/clock-example';
import {
  openStep,
  stepErrors,
  withOpenStep,
  type ClocksDraft,
} from '../../../../../static/policy/model/clocks-draft';
import {
  draftChanges,
  draftErrors,
  isTouched,
  toDraft,
  toPolicy,
} from '../../../../../static/policy/model/draft';

const steps = fc
  .uniqueArray(
    fc.record({
      afterHours: fc.constantFrom(0, 8, 24, 48, 72),
      tell: fc.subarray([...AUDIENCES], { minLength: 1 }),
      how: fc.constantFrom(...WAYS),
    }),
    { selector: ({ afterHours }) => afterHours },
  )
  .map((all): readonly EscalationStep[] => [...all].sort((a, b) => a.afterHours - b.afterHours));

const policy: fc.Arbitrary<Policy> = fc
  .record({
    checkInEveryDays: fc.integer({ min: 1, max: 90 }),
    measure: fc.constantFrom('elapsed' as const, 'working' as const),
    acceptanceHours: fc.integer({ min: 1, max: 99 }),
    endingDays: fc.nat(90),
    programmeLead: fc.constantFrom(null, 'u-coo', 'u-cto'),
    workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland'),
    holidays: fc.subarray(['2026-12-24', '2026-12-25', '2027-01-01']),
    hours: fc.constantFrom({ from: '09:00', to: '17:00' }, { from: '22:00', to: '23:30' }),
    ladder: fc.tuple(...CAUSES.map(() => steps)),
  })
  .map(({ checkInEveryDays, workdays, timeZone, holidays, hours, ladder, ...clocks }) => ({
    ...siteDefault,
    checkInEveryDays,
    clocks: {
      ...siteDefault.clocks,
      ...clocks,
      calendar: { ...hours, workdays, timeZone, holidays },
      ladder: Object.fromEntries(
        CAUSES.map((cause, i) => [cause, ladder[i] ?? []]),
      ) as unknown as EscalationPlan,
    },
  }));

test('the changes of clocks lead from the one policy to the other, and what comes out can be saved', () => {
  fc.assert(
    fc.property(policy, policy, (from, to) => {
      const made = withChanges(from, changesBetween(from, to));
      expect(changesBetween(made, to)).toEqual([]);
      expect(clocksSchema().safeParse(made.clocks).error).toBeUndefined();
    }),
  );
});

test('our clocks go on top of theirs, which stay where we did not touch them', () => {
  fc.assert(
    fc.property(policy, policy, policy, (base, theirs, mine) => {
      const ours = changesBetween(base, mine);
      const kept = changesBetween(base, theirs).filter((one) => !ours.some((own) => sameSubject(one, own)));
      const made = changesBetween(base, withChanges(theirs, ours));
      expect(made).toEqual(expect.arrayContaining([...kept]));
      expect(made.length).toBe(new Set([...ours, ...kept].map((one) => JSON.stringify(one))).size);
    }),
  );
});

test('every draft nobody touched is its policy', () => {
  fc.assert(
    fc.property(policy, (one) => {
      const draft = toDraft(one);
      expect(toPolicy(draft, one)).toEqual(one);
      expect([draftErrors(draft), isTouched(draft, one)]).toEqual([[], false]);
    }),
  );
});

const draft = toDraft(siteDefault);
const typed = (clocks: Partial<ClocksDraft>) => ({ ...draft, clocks: { ...draft.clocks, ...clocks } });

test.each<[string, Partial<ClocksDraft>, object]>([
  [
    'no hours',
    { numbers: { ...draft.clocks.numbers, acceptanceHours: '' } },
    { field: 'acceptanceHours', code: 'out-of-range' },
  ],
  [
    'a cadence of no days',
    { numbers: { ...draft.clocks.numbers, checkInEveryDays: '0' } },
    { field: 'checkInEveryDays', code: 'out-of-range' },
  ],
  ['no working day', { workdays: [] }, { field: 'workdays', code: 'required' }],
  [
    'a day that ends before it begins',
    { from: '17:00', to: '09:00' },
    { field: 'dayHours', code: 'ends-before-it-begins' },
  ],
  ['a day without an end', { to: '' }, { field: 'dayHours', code: 'required' }],
  ['a step still open', { open: openStep('overdue', null) }, { field: 'step', code: 'unfinished' }],
])('%s is named, kept as typed, and changes nothing yet', (_, clocks, error) => {
  const given = typed(clocks);
  expect(draftErrors(given)).toEqual([error]);
  expect(draftChanges(given, siteDefault)).toEqual([]);
  expect(isTouched(given, siteDefault)).toBe(true);
});

describe('a step', () => {
  const shipped = defaultEscalationPlan.overdue;
  const second = { afterHours: 24, tell: ['sponsor'], how: 'mail' } as const;

  test('takes its place by its hour', () => {
    const open = { ...openStep('overdue', null), hours: '48', tell: ['dri'], how: 'comment' } as const;
    expect(stepErrors(open, shipped)).toEqual([]);
    expect(withOpenStep(shipped, open).map(({ afterHours }) => afterHours)).toEqual([0, 24, 48, 72]);
  });

  test('that is changed leaves its old place', () => {
    const open = { ...openStep('overdue', second), hours: '96' };
    expect(stepErrors(open, shipped)).toEqual([]);
    expect(withOpenStep(shipped, open).map(({ afterHours }) => afterHours)).toEqual([0, 72, 96]);
  });

  test.each([
    ['at an hour that is taken', { hours: '72' }, { field: 'hours', code: 'taken' }],
    ['after no number', { hours: 'soon' }, { field: 'hours', code: 'out-of-range' }],
    ['after more than a quarter', { hours: '2161' }, { field: 'hours', code: 'out-of-range' }],
    ['that tells nobody', { tell: [] }, { field: 'tell', code: 'required' }],
  ])('%s is not used', (_, change, error) => {
    expect(stepErrors({ ...openStep('overdue', second), ...change }, shipped)).toEqual([error]);
  });

  test('at its own hour is no other’s', () => {
    expect(stepErrors({ ...openStep('overdue', second), how: 'comment' }, shipped)).toEqual([]);
  });
});

test('the example is what the domain does with the settings: Friday 16:30, four working hours, Monday 12:30', () => {
  const working: Policy = {
    ...siteDefault,
    acknowledgementHours: 4,
    clocks: {
      ...siteDefault.clocks,
      measure: 'working',
      calendar: { ...siteDefault.clocks.calendar, timeZone: 'Europe/Berlin', holidays: ['2026-12-09'] },
    },
  };
  const { askedAt, unanswered, promisedFor, undelivered } = clockExample(working, '2026-11-24T09:00:00.000Z');
  expect(askedAt).toBe('2026-11-27T15:30:00.000Z');
  expect(unanswered.map(({ toldAt }) => toldAt.slice(0, 16))).toEqual([
    '2026-11-30T11:30',
    '2026-12-03T11:30',
    '2026-12-14T11:30',
  ]);
  expect(promisedFor).toBe('2026-12-09');
  // The promised day is a holiday: two working days are left from Monday on; it is over at midnight, and told of in the morning after.
  expect(undelivered.map(({ step, toldAt }) => `${step.cause} ${toldAt.slice(0, 16)}`).slice(0, 2)).toEqual([
    'due-soon 2026-12-07T08:00',
    'overdue 2026-12-10T08:00',
  ]);
});
