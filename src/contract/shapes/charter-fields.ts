import * as z from 'zod/mini';
import { PASSAGE_REASONS, type Passage } from '../../domain/charter/charter';
import { DEBRIEF_CAUSES } from '../../domain/charter/debrief/debrief';
import { REVIEW_CHOICES } from '../../domain/charter/review/review';
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

export const checkInFields = {
  onTrack: z.boolean(),
  biggestRisk: z.string(),
  needs: list(z.strictObject({ id: maybe(z.string()), accountId: account, what: z.string() })),
  decision: maybe(z.string()),
  reviewed: list(z.string()),
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
