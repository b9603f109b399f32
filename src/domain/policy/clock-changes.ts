import type { Clocks, Measure } from './clock-policy';
import { CAUSES, type Cause, type EscalationPlan, type EscalationStep } from './notice-steps';
import type { Policy } from './policy';
import type { AccountId, IsoDate, TimeZone } from '../values';

/** Clocks that are one number, in the order of the page. */
export const CLOCK_NUMBERS = [
  'acceptanceHours',
  'decisionHours',
  'checkInEveryDays',
  'dueSoonHours',
  'endingDays',
  'confirmDays',
  'silentDays',
] as const;
export type ClockNumber = (typeof CLOCK_NUMBERS)[number];

/** When a working day begins and ends, as wall clock times. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** One difference between the clocks of two policies. A step is known by its cause and its hour. */
export type ClockChange =
  | { readonly kind: 'clock-number'; readonly field: ClockNumber; readonly from: number; readonly to: number }
  | { readonly kind: 'measure'; readonly from: Measure; readonly to: Measure }
  | { readonly kind: 'time-zone'; readonly from: TimeZone; readonly to: TimeZone }
  | { readonly kind: 'workdays'; readonly from: readonly number[]; readonly to: readonly number[] }
  | { readonly kind: 'day-hours'; readonly from: DayHours; readonly to: DayHours }
  | { readonly kind: 'holiday-added'; readonly date: IsoDate }
  | { readonly kind: 'holiday-removed'; readonly date: IsoDate }
  | { readonly kind: 'programme-lead'; readonly from: AccountId | null; readonly to: AccountId | null }
  | { readonly kind: 'step-added'; readonly cause: Cause; readonly step: EscalationStep }
  | { readonly kind: 'step-removed'; readonly cause: Cause; readonly step: EscalationStep }
  | {
      readonly kind: 'step-changed';
      readonly cause: Cause;
      readonly from: EscalationStep;
      readonly to: EscalationStep;
    };

const missingIn = <T>(all: readonly T[], others: readonly T[]): readonly T[] =>
  all.filter((one) => !others.includes(one));

const sorted = <T>(all: readonly T[]): readonly T[] => [...all].sort();

export const clockNumber = (policy: Policy, field: ClockNumber): number =>
  field === 'checkInEveryDays' ? policy.checkInEveryDays : policy.clocks[field];

export const withClocks = (policy: Policy, clocks: Partial<Clocks>): Policy => ({
  ...policy,
  clocks: { ...policy.clocks, ...clocks },
});

export const withClockNumber = (policy: Policy, field: ClockNumber, value: number): Policy =>
  field === 'checkInEveryDays'
    ? { ...policy, checkInEveryDays: value }
    : withClocks(policy, { [field]: value });

/** The same people told in the same way; their order says nothing. */
export const isSameStep = (a: EscalationStep, b: EscalationStep): boolean =>
  a.how === b.how && sorted(a.tell).join() === sorted(b.tell).join();

export const areSameSteps = (a: readonly EscalationStep[], b: readonly EscalationStep[]): boolean =>
  stepChanges('overdue', a, b).length === 0;

/** Steps with one more, or another in the place of the one at its hour, in the order they come. */
export const withStep = (steps: readonly EscalationStep[], step: EscalationStep): readonly EscalationStep[] =>
  [...steps.filter(({ afterHours }) => afterHours !== step.afterHours), step].sort(
    (a, b) => a.afterHours - b.afterHours,
  );

export const withoutStep = (
  steps: readonly EscalationStep[],
  { afterHours }: EscalationStep,
): readonly EscalationStep[] => steps.filter((one) => one.afterHours !== afterHours);

function stepChanges(
  cause: Cause,
  from: readonly EscalationStep[],
  to: readonly EscalationStep[],
): readonly ClockChange[] {
  const at = (steps: readonly EscalationStep[], hours: number) =>
    steps.find(({ afterHours }) => afterHours === hours);
  const hours = [...new Set([...from, ...to].map(({ afterHours }) => afterHours))].sort((a, b) => a - b);
  return hours.flatMap((hour): readonly ClockChange[] => {
    const [before, after] = [at(from, hour), at(to, hour)];
    if (!before) return after ? [{ kind: 'step-added', cause, step: after }] : [];
    if (!after) return [{ kind: 'step-removed', cause, step: before }];
    return isSameStep(before, after) ? [] : [{ kind: 'step-changed', cause, from: before, to: after }];
  });
}

const escalationChanges = (from: EscalationPlan, to: EscalationPlan): readonly ClockChange[] =>
  CAUSES.flatMap((cause) => stepChanges(cause, from[cause], to[cause]));

/** What leads from the clocks of one policy to those of the other, in the order of the page. */
export function clockChanges(from: Policy, to: Policy): readonly ClockChange[] {
  const [was, is] = [from.clocks, to.clocks];
  const [day, newDay] = [was.calendar, is.calendar];
  const changes: ClockChange[] = [];
  for (const field of CLOCK_NUMBERS) {
    const [before, after] = [clockNumber(from, field), clockNumber(to, field)];
    if (before !== after) changes.push({ kind: 'clock-number', field, from: before, to: after });
  }
  if (was.measure !== is.measure) changes.push({ kind: 'measure', from: was.measure, to: is.measure });
  if (sorted(day.workdays).join() !== sorted(newDay.workdays).join())
    changes.push({ kind: 'workdays', from: day.workdays, to: newDay.workdays });
  if (day.from !== newDay.from || day.to !== newDay.to) {
    const hours = ({ from: begins, to: ends }: DayHours): DayHours => ({ from: begins, to: ends });
    changes.push({ kind: 'day-hours', from: hours(day), to: hours(newDay) });
  }
  if (day.timeZone !== newDay.timeZone)
    changes.push({ kind: 'time-zone', from: day.timeZone, to: newDay.timeZone });
  for (const date of missingIn(newDay.holidays, day.holidays)) changes.push({ kind: 'holiday-added', date });
  for (const date of missingIn(day.holidays, newDay.holidays))
    changes.push({ kind: 'holiday-removed', date });
  if (was.programmeLead !== is.programmeLead)
    changes.push({ kind: 'programme-lead', from: was.programmeLead, to: is.programmeLead });
  return [...changes, ...escalationChanges(was.ladder, is.ladder)];
}

const withCalendar = (policy: Policy, calendar: Partial<Clocks['calendar']>): Policy =>
  withClocks(policy, { calendar: { ...policy.clocks.calendar, ...calendar } });

const withSteps = (policy: Policy, cause: Cause, steps: readonly EscalationStep[]): Policy =>
  withClocks(policy, { ladder: { ...policy.clocks.ladder, [cause]: steps } });

/** A policy with one change of its clocks made. */
export function withClockChange(policy: Policy, change: ClockChange): Policy {
  const { ladder, calendar } = policy.clocks;
  switch (change.kind) {
    case 'clock-number':
      return withClockNumber(policy, change.field, change.to);
    case 'measure':
      return withClocks(policy, { measure: change.to });
    case 'time-zone':
      return withCalendar(policy, { timeZone: change.to });
    case 'workdays':
      return withCalendar(policy, { workdays: change.to });
    case 'day-hours':
      return withCalendar(policy, change.to);
    case 'holiday-added':
      return withCalendar(policy, {
        holidays: sorted([...missingIn(calendar.holidays, [change.date]), change.date]),
      });
    case 'holiday-removed':
      return withCalendar(policy, { holidays: missingIn(calendar.holidays, [change.date]) });
    case 'programme-lead':
      return withClocks(policy, { programmeLead: change.to });
    case 'step-added':
      return withSteps(policy, change.cause, withStep(ladder[change.cause], change.step));
    case 'step-changed':
      return withSteps(policy, change.cause, withStep(ladder[change.cause], change.to));
    case 'step-removed':
      return withSteps(policy, change.cause, withoutStep(ladder[change.cause], change.step));
  }
}

/** What a change is about, whichever way it goes. */
export function clockSubject(change: ClockChange): string {
  switch (change.kind) {
    case 'clock-number':
      return `clock ${change.field}`;
    case 'holiday-added':
    case 'holiday-removed':
      return `holiday ${change.date}`;
    case 'step-added':
    case 'step-removed':
      return `rung ${change.cause} ${change.step.afterHours}`;
    case 'step-changed':
      return `rung ${change.cause} ${change.to.afterHours}`;
    default:
      return change.kind;
  }
}

const KINDS: Readonly<Record<ClockChange['kind'], true>> = {
  'clock-number': true,
  measure: true,
  'time-zone': true,
  workdays: true,
  'day-hours': true,
  'holiday-added': true,
  'holiday-removed': true,
  'programme-lead': true,
  'step-added': true,
  'step-removed': true,
  'step-changed': true,
};

/** Whether a change of a policy is one of its clocks. */
export const isClockChange = (change: { readonly kind: string }): change is ClockChange =>
  Object.hasOwn(KINDS, change.kind);
