import * as z from 'zod/mini';
import { policySchema } from '../../../src/contract/inputs-policy';
import { AUDIENCES, CAUSES, WAYS } from '../../../src/domain/clocks/ladder';
import type { Policy } from '../../../src/domain/policy/policy';
import { CLOCK_NUMBERS, type ClockNumber } from '../../../src/domain/policy/clock-changes';
import type { Draft } from './draft';

const clocksDraftSchema = z.object({
  numbers: z.object(
    Object.fromEntries(CLOCK_NUMBERS.map((field) => [field, z.string()])) as Record<
      ClockNumber,
      ReturnType<typeof z.string>
    >,
  ),
  workdays: z.array(z.number()),
  from: z.string(),
  to: z.string(),
  open: z.nullable(
    z.object({
      cause: z.enum(CAUSES),
      was: z.nullable(z.number()),
      hours: z.string(),
      tell: z.array(z.enum(AUDIENCES)),
      how: z.enum(WAYS),
    }),
  ),
});

/** A draft may be unfinished in ways a policy may not. */
const draftSchema = z.object({
  policy: z.extend(z.omit(policySchema(), { minimumDependencies: true, acknowledgementHours: true }), {
    workItemTypes: z.array(z.string()),
    ownerSource: z.union([
      policySchema().shape.ownerSource,
      z.object({ kind: z.literal('field'), fieldId: z.literal('') }),
    ]),
  }),
  minimumDependencies: z.string(),
  acknowledgementHours: z.string(),
  longestDays: z.string(),
  clocks: clocksDraftSchema,
});

const keptSchema = z.object({ base: policySchema(), draft: draftSchema });

/** What was typed and the policy it was typed over. */
export interface Kept {
  readonly base: Policy;
  readonly draft: Draft;
}

/** Reads back what this page once kept; null when it is of another time or shape. */
export function parseKept(unverified: unknown): Kept | null {
  const kept = keptSchema.safeParse(unverified);
  return kept.success ? kept.data : null;
}
