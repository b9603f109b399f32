import type { WorkingCalendar } from '../../../src/domain/policy/clock-policy';
import {
  CAUSES,
  type Audience,
  type Cause,
  type EscalationStep,
  type Way,
} from '../../../src/domain/policy/notice-steps';
import type { Policy } from '../../../src/domain/policy/policy';
import {
  CLOCK_NUMBERS,
  clockNumber,
  withClockNumber,
  withClocks,
  withStep,
  type ClockNumber,
} from '../../../src/domain/policy/clock-changes';

/** A step while it is written: one that is there, by its hours, or a new one. */
export interface OpenStep {
  readonly cause: Cause;
  /** Hours of the step that is changed; null for a new one. */
  readonly was: number | null;
  readonly hours: string;
  readonly tell: readonly Audience[];
  readonly how: Way;
}

/** What of the clocks is typed or ticked and may not be readable yet. */
export interface ClocksDraft {
  readonly numbers: Readonly<Record<ClockNumber, string>>;
  readonly workdays: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly open: OpenStep | null;
}

const LONGEST_HOURS = 2160;
/** Most steps a cause has, and most holidays a calendar has. */
export const MOST_STEPS = 5;
export const MOST_HOLIDAYS = 200;

export const CLOCK_LIMITS = {
  acceptanceHours: { min: 1, max: LONGEST_HOURS },
  decisionHours: { min: 1, max: LONGEST_HOURS },
  checkInEveryDays: { min: 1, max: 90 },
  dueSoonHours: { min: 0, max: LONGEST_HOURS },
  endingDays: { min: 0, max: 90 },
  confirmDays: { min: 1, max: 90 },
  silentDays: { min: 1, max: 180 },
  stepHours: { min: 0, max: LONGEST_HOURS },
} as const;

export type ClocksError =
  | { readonly field: ClockNumber; readonly code: 'out-of-range' }
  | { readonly field: 'workdays'; readonly code: 'required' }
  | { readonly field: 'dayHours'; readonly code: 'required' | 'ends-before-it-begins' }
  | { readonly field: 'step'; readonly code: 'unfinished' }
  | { readonly field: 'ladder'; readonly code: 'too-many'; readonly cause: Cause };

export type StepError =
  | { readonly field: 'hours'; readonly code: 'out-of-range' | 'taken' }
  | { readonly field: 'tell'; readonly code: 'required' };

function parse(text: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

const parseNumber = (draft: ClocksDraft, field: ClockNumber): number | null =>
  parse(draft.numbers[field], CLOCK_LIMITS[field]);

export const toClocksDraft = (policy: Policy): ClocksDraft => ({
  numbers: Object.fromEntries(
    CLOCK_NUMBERS.map((field) => [field, String(clockNumber(policy, field))]),
  ) as Record<ClockNumber, string>,
  workdays: policy.clocks.calendar.workdays,
  from: policy.clocks.calendar.from,
  to: policy.clocks.calendar.to,
  open: null,
});

function dayHoursError({ from, to }: ClocksDraft): ClocksError | null {
  if (from === '' || to === '') return { field: 'dayHours', code: 'required' };
  return from < to ? null : { field: 'dayHours', code: 'ends-before-it-begins' };
}

/** What is wrong with the clocks as typed, in the order of the page. */
export function clocksErrors(draft: ClocksDraft, { ladder }: Policy['clocks']): readonly ClocksError[] {
  const hours = dayHoursError(draft);
  const crowded = CAUSES.filter((cause) => ladder[cause].length > MOST_STEPS);
  return [
    ...CLOCK_NUMBERS.filter((field) => parseNumber(draft, field) === null).map(
      (field) => ({ field, code: 'out-of-range' }) as const,
    ),
    ...(draft.workdays.length === 0 ? [{ field: 'workdays', code: 'required' } as const] : []),
    ...(hours ? [hours] : []),
    ...crowded.map((cause) => ({ field: 'ladder', code: 'too-many', cause }) as const),
    ...(draft.open ? [{ field: 'step', code: 'unfinished' } as const] : []),
  ];
}

/** A policy with what of its clocks can be read; the rest stays what it was in `base`. */
export function withClocksDraft(policy: Policy, draft: ClocksDraft, base: Policy): Policy {
  const numbered = CLOCK_NUMBERS.reduce(
    (made, field) => withClockNumber(made, field, parseNumber(draft, field) ?? clockNumber(base, field)),
    policy,
  );
  const saved = base.clocks.calendar;
  const { from, to } = dayHoursError(draft) ? saved : draft;
  const calendar: WorkingCalendar = {
    ...policy.clocks.calendar,
    workdays: draft.workdays.length === 0 ? saved.workdays : draft.workdays,
    from,
    to,
  };
  return withClocks(numbered, { calendar });
}

/** Whether something is typed that a policy could not hold, and that would be lost by leaving. */
export const isHalfTyped = (draft: ClocksDraft, base: Policy): boolean =>
  draft.open !== null ||
  draft.workdays.length === 0 ||
  draft.from !== base.clocks.calendar.from ||
  draft.to !== base.clocks.calendar.to ||
  CLOCK_NUMBERS.some((field) => draft.numbers[field].trim() !== String(clockNumber(base, field)));

export const openStep = (cause: Cause, step: EscalationStep | null): OpenStep => ({
  cause,
  was: step?.afterHours ?? null,
  hours: step ? String(step.afterHours) : '',
  tell: step?.tell ?? [],
  how: step?.how ?? 'mail',
});

/** What keeps a step from being used, of the steps its cause has. */
export function stepErrors(
  { hours, was, tell }: OpenStep,
  steps: readonly EscalationStep[],
): readonly StepError[] {
  const value = parse(hours, CLOCK_LIMITS.stepHours);
  const taken = value !== was && steps.some(({ afterHours }) => afterHours === value);
  return [
    ...(value === null ? [{ field: 'hours', code: 'out-of-range' } as const] : []),
    ...(taken ? [{ field: 'hours', code: 'taken' } as const] : []),
    ...(tell.length === 0 ? [{ field: 'tell', code: 'required' } as const] : []),
  ];
}

/** The steps of a cause with the one that was written; only without errors. */
export function withOpenStep(
  steps: readonly EscalationStep[],
  { was, hours, tell, how }: OpenStep,
): readonly EscalationStep[] {
  const left = steps.filter(({ afterHours }) => afterHours !== was);
  return withStep(left, { afterHours: Number(hours), tell, how });
}
