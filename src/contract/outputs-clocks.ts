import * as z from 'zod/mini';
import { MEASURES } from '../domain/policy/clock-policy';
import { AUDIENCES, CAUSES, WAYS, type Cause } from '../domain/policy/escalation';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const rungs = list(z.strictObject({ afterHours: z.int(), tell: list(z.enum(AUDIENCES)), how: z.enum(WAYS) }));

/** The clocks of a policy. */
export const clocks = z.strictObject({
  measure: z.enum(MEASURES),
  calendar: z.strictObject({
    timeZone: z.string(),
    workdays: list(z.int()),
    from: z.string(),
    to: z.string(),
    holidays: list(z.iso.date()),
  }),
  acceptanceHours: z.int(),
  decisionHours: z.int(),
  dueSoonHours: z.int(),
  endingDays: z.int(),
  ladder: z.strictObject(
    Object.fromEntries(CAUSES.map((cause) => [cause, rungs])) as Record<Cause, typeof rungs>,
  ),
  programmeLead: z.nullable(z.string()),
});

/** The rung something stands on. */
export const rung = z.strictObject({
  cause: z.enum(CAUSES),
  rung: z.int(),
  since: z.iso.datetime(),
  at: z.iso.datetime(),
  told: list(z.strictObject({ audience: z.enum(AUDIENCES), accountId: z.nullable(z.string()) })),
});

/** What the clocks say of a work item. */
export const itemClocks = z.strictObject({
  nextCheckInAt: z.nullable(z.iso.datetime()),
  questions: list(z.string()),
  rung: z.nullable(rung),
});
