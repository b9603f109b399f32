import { addDays, compareInstants, WEEK_MS, type Instant } from '../time/time';
import type { Programme } from './programme';

/** The steps of the twelve weeks, in their order. */
export const STEPS = ['choose', 'watch', 'reinforce', 'compare'] as const;
export type Step = (typeof STEPS)[number];

export const WEEKS_IN_ALL = 12;

/** First and last week of each step, counted from 1. */
export const weeksOf: Readonly<Record<Step, { readonly from: number; readonly to: number }>> = {
  choose: { from: 1, to: 2 },
  watch: { from: 3, to: 4 },
  reinforce: { from: 5, to: 8 },
  compare: { from: 9, to: WEEKS_IN_ALL },
};

/** Where a programme stands. Everything here follows from what was done, when it began, and now. */
export interface SchedulePosition {
  /** Counted from 1; goes on beyond the twelfth until there is a decision. */
  readonly week: number;
  /** The step these weeks are meant for. */
  readonly planned: Step;
  /** The first step that is not done; null once there is a decision. */
  readonly open: Step | null;
  /** The open step's weeks are still to come, or over; `now` where they are these. */
  readonly pace: 'ahead' | 'now' | 'behind';
}

/** When a step's weeks begin. */
export const beginsAt = ({ startedAt }: Pick<Programme, 'startedAt'>, step: Step): Instant =>
  addDays(startedAt, 7 * (weeksOf[step].from - 1));

/** When the twelve weeks are over. */
export const endsAt = ({ startedAt }: Pick<Programme, 'startedAt'>): Instant =>
  addDays(startedAt, 7 * WEEKS_IN_ALL);

export function isDone(programme: Programme, step: Step): boolean {
  switch (step) {
    case 'choose':
      return programme.behaviours.length > 0;
    case 'watch':
      return programme.indicators.length > 0;
    case 'reinforce':
      return programme.reinforcement !== null;
    case 'compare':
      return programme.decision !== null;
  }
}

export function schedulePosition(programme: Programme, now: Instant): SchedulePosition {
  const until = programme.decision?.at ?? now;
  const passed = Math.max(0, compareInstants(until, programme.startedAt));
  const week = Math.floor(passed / WEEK_MS) + 1;
  const planned = STEPS.find((step) => week <= weeksOf[step].to) ?? 'compare';
  const open = programme.decision ? null : (STEPS.find((step) => !isDone(programme, step)) ?? 'compare');
  const stepsAhead = open === null ? 0 : STEPS.indexOf(open) - STEPS.indexOf(planned);
  return { week, planned, open, pace: stepsAhead > 0 ? 'ahead' : stepsAhead < 0 ? 'behind' : 'now' };
}
