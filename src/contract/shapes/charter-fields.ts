import * as z from 'zod/mini';
import type { Asks } from '../../domain/charter/escalation/escalation';
import { PASSAGE_REASONS, type Passage } from '../../domain/charter/charter';
import { DEBRIEF_CAUSES } from '../../domain/charter/debrief/debrief';
import { REVIEW_CHOICES } from '../../domain/charter/review/review';
import { REACH_WAYS } from '../../domain/charter/reach';
import { RULES } from '../../domain/policy/rules';
import { account, date, instant, list, maybe, schemaOf } from './schema-of';

/** Fields that a charter keeps as the event brought them. */
export const debriefFields = {
  hadOneOwner: z.boolean(),
  wereAssuming: z.boolean(),
  whoSaw: z.string(),
  cause: z.enum(DEBRIEF_CAUSES),
  changesNow: z.string(),
};

/** What is asked for instead of a decision on a matter. */
export const asks = schemaOf<Asks>()(
  z.strictObject({ choice: z.enum(['replacement', 'new-date']), until: maybe(date) }),
);

/** When somebody was reached with what they are asked; null while they were not. */
export const reach = maybe(z.nullable(z.strictObject({ at: instant, way: z.enum(REACH_WAYS) })));

export const questionFields = {
  question: z.string(),
  toAccountId: account,
  needId: maybe(z.string()),
  neededBy: maybe(date),
  asks: maybe(asks),
};

export const reviewFields = {
  choice: z.enum(REVIEW_CHOICES),
  reviewOn: maybe(date),
  reason: maybe(z.string()),
};

export const side = z.enum(['provider', 'requester']);

export const passage = schemaOf<Passage>()(
  z.strictObject({
    at: instant,
    checkpoint: z.enum(['start', 'finish']),
    reason: z.enum(PASSAGE_REASONS),
    rules: list(z.string()),
    movedBy: maybe(account),
    child: maybe(z.string()),
  }),
);

export const waiver = { rules: list(z.enum(RULES)), reason: z.string(), expiresAt: instant };

export const grant = {
  grantedTo: account,
  decisions: z.string(),
  boundaries: maybe(z.string()),
  inputs: maybe(z.string()),
  escalateWhen: maybe(z.string()),
  expiresOn: maybe(date),
};

export const brief = {
  outcome: z.string(),
  whyNow: z.string(),
  successMeasure: z.string(),
  reviewOn: date,
};

/** What is asked for, and of whom. */
export const askedFields = {
  providerAccountId: account,
  team: maybe(z.strictObject({ id: z.string(), name: z.string(), named: maybe(z.literal(true)) })),
  providerZone: z.string(),
  deliverable: z.string(),
  acceptance: z.string(),
  neededBy: date,
  providerIssueKey: maybe(z.string()),
  providerIssueId: maybe(z.string()),
  providerIssueHidden: maybe(z.literal(true)),
  impact: maybe(z.string()),
  inputs: maybe(z.string()),
};
