import * as z from 'zod/mini';
import { RETURN_CAUSES, type Agreement } from '../../domain/charter/agreement/agreement';
import type { Instant } from '../../domain/time/time';
import type { ReachedStep } from '../../domain/notices/steps-by-cause';
import { askedFields, debriefFields, reach, side } from './charter-fields';
import { walkedThrough } from './check-in';
import { reachedStep } from './clocks';
import { account, date, instant, list, maybe, schemaOf } from './schema-of';

/** What is derived from the clock. */
interface Derived {
  readonly overdue: boolean;
  readonly acknowledgementOverdue: boolean;
  /** The highest step of the escalation it stands on; null while no clock has run out. */
  readonly rung: ReachedStep | null;
  /** When its provider was reached with what they are asked; null while they were not. */
  readonly reached: Instant | null;
}

const terms = {
  id: z.string(),
  ...askedFields,
  /** Another issue that one side named, until the other names it too. */
  linkProposal: maybe(
    z.strictObject({
      side,
      proposedBy: account,
      at: instant,
      providerIssueKey: maybe(z.string()),
      providerIssueId: maybe(z.string()),
    }),
  ),
  needId: maybe(z.string()),
  walkedThrough: maybe(walkedThrough),
  requestedBy: account,
  requestedAt: instant,
  rounds: z.int(),
  rework: z.int(),
  dateChanges: list(z.strictObject({ at: instant, by: account, from: date, to: date, reason: z.string() })),
  breach: maybe(z.strictObject({ side: z.enum(['late', 'spec']), at: instant })),
  debrief: maybe(z.strictObject({ ...debriefFields, at: instant, by: account })),
  lastReturn: maybe(z.strictObject({ cause: z.enum(RETURN_CAUSES), reason: z.string(), at: instant })),
  carriedFrom: maybe(z.strictObject({ issueKey: z.string(), agreementId: z.string() })),
  untaken: maybe(z.strictObject({ since: instant })),
  resumedAt: maybe(instant),
  overdue: z.boolean(),
  acknowledgementOverdue: z.boolean(),
  rung: z.nullable(reachedStep),
  reached: z.nullable(instant),
  reach,
};

const commitment = {
  acknowledgedAt: instant,
  committedBy: date,
  confirmedAt: maybe(instant),
  doubt: maybe(z.strictObject({ at: instant, reason: z.string() })),
};
const delivery = { ...commitment, deliveredAt: instant, evidence: z.string() };

/** An agreement in one of the states of its life, with what is derived from the clock. */
export const agreementView = schemaOf<Agreement & Derived>()(
  z.discriminatedUnion('status', [
    z.strictObject({
      ...terms,
      status: z.literal('requested'),
      reply: maybe(z.strictObject({ by: date, reason: maybe(z.string()), at: instant })),
      question: maybe(z.strictObject({ text: z.string(), at: instant, reach })),
      spokenYes: maybe(z.strictObject({ recordedBy: account, committedBy: date, at: instant })),
      answered: maybe(z.strictObject({ question: z.string(), answer: z.string() })),
    }),
    z.strictObject({
      ...terms,
      status: z.literal('countered'),
      counter: z.strictObject({
        committedBy: date,
        reason: z.string(),
        deliverable: maybe(z.string()),
        at: instant,
      }),
    }),
    z.strictObject({
      ...terms,
      ...commitment,
      status: z.literal('acknowledged'),
      renegotiation: maybe(
        z.strictObject({ proposedBy: account, side, committedBy: date, reason: z.string(), at: instant }),
      ),
    }),
    z.strictObject({ ...terms, ...delivery, status: z.literal('delivered') }),
    z.strictObject({ ...terms, ...delivery, status: z.literal('accepted'), acceptedAt: instant }),
    z.strictObject({
      ...terms,
      status: z.literal('declined'),
      declinedAt: instant,
      declineReason: z.string(),
      alternativeAccountId: maybe(account),
      availableFrom: maybe(date),
    }),
    z.strictObject({
      ...terms,
      status: z.literal('withdrawn'),
      withdrawnAt: instant,
      withdrawReason: z.string(),
      settledAs: maybe(z.enum(['not-needed', 'moved'])),
      movedTo: maybe(z.string()),
    }),
  ]),
);
