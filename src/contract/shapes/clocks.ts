import * as z from 'zod/mini';
import { MEASURES, type Clocks } from '../../domain/policy/clock-policy';
import { AUDIENCES, CAUSES, WAYS, type Cause } from '../../domain/policy/notice-steps';
import type { ReachedStep } from '../../domain/notices/steps-by-cause';
import { account, date, instant, list, schemaOf } from './schema-of';

const escalationSteps = list(
  z.strictObject({ afterHours: z.int(), tell: list(z.enum(AUDIENCES)), how: z.enum(WAYS) }),
);

/** The clocks of a policy. */
export const clocks = schemaOf<Clocks>()(
  z.strictObject({
    measure: z.enum(MEASURES),
    calendar: z.strictObject({
      timeZone: z.string(),
      workdays: list(z.int()),
      from: z.string(),
      to: z.string(),
      holidays: list(date),
    }),
    acceptanceHours: z.int(),
    decisionHours: z.int(),
    dueSoonHours: z.int(),
    endingDays: z.int(),
    confirmDays: z.int(),
    silentDays: z.int(),
    ladder: z.strictObject(
      Object.fromEntries(CAUSES.map((cause) => [cause, escalationSteps])) as Record<
        Cause,
        typeof escalationSteps
      >,
    ),
    programmeLead: z.nullable(z.string()),
  }),
);

/** The step something stands on. */
export const reachedStep = schemaOf<ReachedStep>()(
  z.strictObject({
    cause: z.enum(CAUSES),
    rung: z.int(),
    since: instant,
    at: instant,
    told: list(z.strictObject({ audience: z.enum(AUDIENCES), accountId: z.nullable(account) })),
  }),
);

/** What the clocks say of a work item. */
export const itemClocks = z.strictObject({
  /** When the DRI's next check-in is due; null without an accepted DRI. */
  nextCheckInAt: z.nullable(instant),
  /** Questions that wait for a decision, by id. */
  questions: list(z.string()),
  /** The highest step anything of the item stands on. */
  rung: z.nullable(reachedStep),
});

/** The time the policy gives to answer a request. */
export const answerWithin = z.strictObject({ hours: z.number(), measure: z.enum(MEASURES) });
