import type { Charter } from '../charter/charter';
import type { WorkItem } from '../gate/item';
import { compareInstants, type Instant } from '../time/time';
import { toldBy, type Told } from './audience';
import type { ClockPolicy } from '../policy/clock-policy';
import type { Step } from './steps';
import type { Cause } from '../policy/notice-steps';

/** The highest step something stands on. */
export interface ReachedStep {
  readonly cause: Cause;
  /** Counted from 0. */
  readonly rung: number;
  /** Since when the clock has run out. */
  readonly since: Instant;
  /** Since when it stands on this step. */
  readonly at: Instant;
  /** Whom this step tells. */
  readonly told: readonly Told[];
}

/** What weighs more comes later; within a cause, the higher step. */
const WEIGHT: Readonly<Record<Cause, number>> = {
  'waiver-ending': 0,
  'authority-ending': 1,
  confirmation: 2,
  'due-soon': 3,
  review: 4,
  'check-in': 5,
  acceptance: 6,
  acknowledgement: 7,
  question: 8,
  overdue: 9,
};

/** How much a step weighs among those of the same thing: the heavier cause, then the higher step. */
export const weightOf = ({ cause, level }: Step): number => WEIGHT[cause] * 10 + level;

/** Of several steps, the one to be shown: the highest, then the one that weighs most, then the oldest. */
export const highest = (all: readonly Step[]): Step | undefined =>
  [...all].sort(
    (a, b) =>
      // A question on the way, however often it was put, is not what is late.
      Number(a.cause === 'confirmation') - Number(b.cause === 'confirmation') ||
      b.level - a.level ||
      WEIGHT[b.cause] - WEIGHT[a.cause] ||
      compareInstants(a.runsOutAt, b.runsOutAt),
  )[0];

/**
 * Whether a step still matters to an item in this state. Work that has not begun owes nobody a check-in, and nobody is
 * pursued for finished work: what became of its promises is settled by name, and not by a clock.
 */
export function concerns({ cause }: Step, category: WorkItem['status']['category']): boolean {
  if (cause === 'check-in') return category === 'indeterminate';
  return category !== 'done';
}

/** Notices ahead of time: nothing is late yet. */
const AHEAD: readonly Cause[] = ['due-soon', 'authority-ending', 'waiver-ending', 'confirmation'];

/** Whether a clock tells of something before it is late. */
export const isAhead = (cause: Cause): boolean => AHEAD.includes(cause);

/** A step as screens show it. */
export const asReachedStep = (step: Step, charter: Charter, policy: ClockPolicy): ReachedStep => ({
  cause: step.cause,
  rung: step.level,
  since: step.runsOutAt,
  at: step.at,
  told: toldBy(step, charter, policy),
});
