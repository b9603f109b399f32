import * as z from 'zod/mini';
import { cursor, once } from './input-parts';
import { policySchema } from './inputs-policy';

/** A policy and a period of days in UTC, both included. Without a policy the project's own is asked. */
export const backtestSchema = once(() =>
  z
    .strictObject({
      policy: z.optional(policySchema()),
      from: z.iso.date('not-a-date'),
      to: z.iso.date('not-a-date'),
      cursor: cursor(),
    })
    .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'before-start' })),
);
