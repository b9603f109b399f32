import * as z from 'zod/mini';
import { policySchema } from '../../../src/contract/inputs-policy';
import { AUDIENCES, CAUSES, WAYS } from '../../../src/domain/policy/notice-steps';
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

const named = z.pipe(
  z.string(),
  z.transform((name: string) => ({ named: name })),
);

/** Types by what tells them apart; drafts of earlier versions hold names. */
const workItemTypes = z.array(
  z.union([
    z.strictObject({ level: z.number() }),
    z.strictObject({ id: z.string(), name: z.string() }),
    z.strictObject({ named: z.string() }),
    named,
  ]),
);

/** Drafts of earlier versions do not know it. */
const waitsFor = z._default(
  z.union([
    z.literal('by-words'),
    z.array(
      z.strictObject({
        linkTypeId: z.string(),
        direction: z.enum(['inward', 'outward']),
        words: z.string(),
      }),
    ),
  ]),
  'by-words',
);

/** A draft may be unfinished in ways a policy may not. */
const draftSchema = z.object({
  policy: z.extend(z.omit(policySchema(), { minimumDependencies: true, acknowledgementHours: true }), {
    workItemTypes,
    waitsFor,
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

const storedDraftSchema = z.object({
  base: z.extend(policySchema(), { workItemTypes, waitsFor }),
  draft: draftSchema,
});

/** What was typed and the policy it was typed over. */
export interface StoredDraft {
  readonly base: Policy;
  readonly draft: Draft;
}

/** Reads back what this page once kept; null when it is of another time or shape. */
export function parseStoredDraft(unverified: unknown): StoredDraft | null {
  const stored = storedDraftSchema.safeParse(unverified);
  return stored.success ? stored.data : null;
}
