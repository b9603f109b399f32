import * as z from 'zod/mini';
import { isTimeZone } from '../domain/time/local-date';
import { defaultClocks, MEASURES } from '../domain/policy/clock-policy';
import { AUDIENCES, CAUSES, WAYS, type Cause } from '../domain/policy/notice-steps';

export const list = <T extends z.ZodMiniType>(
  of: T,
  ...checks: Parameters<ReturnType<typeof z.array<T>>['check']>
) => z.readonly(z.array(of).check(...checks));

/** The longest a clock or a step may wait: a quarter, in elapsed hours. */
const LONGEST_HOURS = 24 * 90;

const hours = (least: number) => z.int().check(z.gte(least), z.lte(LONGEST_HOURS));
const wall = () => z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'not-a-time'));

const step = () =>
  z.strictObject({
    afterHours: hours(0),
    tell: list(z.enum(AUDIENCES), z.minLength(1, 'required'), z.maxLength(AUDIENCES.length, 'too-many')),
    how: z._default(z.enum(WAYS), 'mail'),
  });

const steps = () => {
  const one = step();
  return list(
    one,
    z.maxLength(5, 'too-many'),
    z.refine(
      (all) => all.every(({ afterHours }, at) => at === 0 || afterHours > (all[at - 1]?.afterHours ?? 0)),
      {
        error: 'rungs-out-of-order',
      },
    ),
  );
};

/** A calendar somebody works in: at least one day a week, and a shift that begins before it ends. */
export const calendar = () =>
  z
    .strictObject({
      timeZone: z.string().check(z.refine(isTimeZone, { error: 'not-a-time-zone' })),
      workdays: list(
        z.int().check(z.gte(1), z.lte(7)),
        z.minLength(1, 'required'),
        z.maxLength(7, 'too-many'),
      ),
      from: wall(),
      to: wall(),
      holidays: list(z.iso.date('not-a-date'), z.maxLength(200, 'too-many')),
    })
    .check(z.refine(({ from, to }) => from < to, { error: 'ends-before-it-begins', path: ['to'] }));

/** The escalation a policy has where it does not say otherwise, as a value that may be changed. */
const defaultRungs = (cause: Cause) => () =>
  defaultClocks.ladder[cause].map((one) => ({ ...one, tell: [...one.tell] }));

const escalationPlan = () => {
  const some = steps();
  return z.strictObject(
    Object.fromEntries(CAUSES.map((cause) => [cause, z._default(some, defaultRungs(cause))])) as Record<
      Cause,
      z.ZodMiniDefault<typeof some>
    >,
  );
};

const defaultEscalationPlan = () =>
  Object.fromEntries(CAUSES.map((cause) => [cause, defaultRungs(cause)()])) as Record<
    Cause,
    ReturnType<ReturnType<typeof defaultRungs>>
  >;

const defaultCalendar = () => ({
  ...defaultClocks.calendar,
  workdays: [...defaultClocks.calendar.workdays],
  holidays: [...defaultClocks.calendar.holidays],
});

/** The clocks of a policy, as they are saved; what a client leaves out is the site default. */
export const clocksSchema = () =>
  z._default(
    z.strictObject({
      measure: z._default(z.enum(MEASURES), defaultClocks.measure),
      calendar: z._default(calendar(), defaultCalendar),
      acceptanceHours: z._default(hours(1), defaultClocks.acceptanceHours),
      decisionHours: z._default(hours(1), defaultClocks.decisionHours),
      dueSoonHours: z._default(hours(0), defaultClocks.dueSoonHours),
      endingDays: z._default(z.int().check(z.gte(0), z.lte(90)), defaultClocks.endingDays),
      confirmDays: z._default(z.int().check(z.gte(1), z.lte(90)), defaultClocks.confirmDays),
      silentDays: z._default(z.int().check(z.gte(1), z.lte(180)), defaultClocks.silentDays),
      ladder: z._default(escalationPlan(), defaultEscalationPlan),
      programmeLead: z._default(
        z.nullable(z.string().check(z.minLength(1, 'required'), z.maxLength(128, 'too-long'))),
        defaultClocks.programmeLead,
      ),
    }),
    () => ({ ...defaultClocks, calendar: defaultCalendar(), ladder: defaultEscalationPlan() }),
  );
