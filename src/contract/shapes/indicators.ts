import * as z from 'zod/mini';
import type { Evidence } from '../../domain/report/indicators/evidence';
import { INDICATORS, JIRA_INDICATORS, type RequestAsPut } from '../../domain/report/indicators/indicators';
import { date, instant, list, maybe, nextCursor, ok, schemaOf } from './schema-of';
import { side } from './side';

/** A complete week in UTC, by its Monday. */
export const week = date;
export const indicator = z.enum([...INDICATORS, ...JIRA_INDICATORS]);

/** How a request was put, with the hours until its answer. */
const asked = schemaOf<RequestAsPut>()(
  z.strictObject({
    on: date,
    hour: z.int(),
    hours: z.number(),
    inputs: z.boolean(),
    away: maybe(z.boolean()),
  }),
);

/** A week in which the policy changed, and what holds since, in words. */
export const policyChange = z.strictObject({ week, what: list(z.string()) });

/**
 * What one page of the items the viewer may see says about some weeks. All pages put together (`together` in the
 * domain) are the evidence from which every series follows.
 */
export const indicatorsAnswer = z.strictObject({
  ok,
  /** Oldest first. */
  weeks: list(week),
  evidence: schemaOf<Evidence>()(
    z.strictObject({
      observations: list(
        z.strictObject({ indicator, week, value: z.number(), provider: maybe(side), asked: maybe(asked) }),
      ),
      since: z.nullable(instant),
      items: z.int(),
      withHistory: z.int(),
      cut: z.int(),
    }),
  ),
  /** Weeks in which the policy changed, oldest first; on the first page only. */
  turns: maybe(list(policyChange)),
  nextCursor,
  now: instant,
});
