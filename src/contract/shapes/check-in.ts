import * as z from 'zod/mini';
import {
  NEED_KINDS,
  NEXT_CHOICES,
  REVIEW_ANSWERS,
  type CheckIn,
  type NextMove,
} from '../../domain/charter/check-in/check-in';
import type { CheckInStand, CheckInSummary } from '../../domain/report/accountability/check-in-stand';
import { account, date, instant, list, maybe, schemaOf } from './schema-of';

const need = z.strictObject({
  id: maybe(z.string()),
  accountId: account,
  what: z.string(),
  as: maybe(z.enum(NEED_KINDS)),
  by: maybe(date),
});

const next = schemaOf<NextMove>()(
  z.strictObject({ choice: z.enum(NEXT_CHOICES), until: maybe(date), reason: maybe(z.string()) }),
);

/** Fields that a charter keeps as the event brought them. */
export const checkInFields = {
  onTrack: z.boolean(),
  biggestRisk: z.string(),
  needs: list(need),
  decision: maybe(z.string()),
  reviewed: list(z.string()),
  answers: maybe(list(z.strictObject({ agreementId: z.string(), answer: z.enum(REVIEW_ANSWERS) }))),
  walkThrough: maybe(date),
  next: maybe(next),
};

export const checkIn = schemaOf<CheckIn>()(z.strictObject({ ...checkInFields, at: instant, by: account }));

/** What an agreement keeps of it. */
export const walkedThrough = z.strictObject({ answer: z.enum(REVIEW_ANSWERS), at: instant });

/** How it stands by its owner's own word, and what the next check-in asks. */
export const checkInStand = schemaOf<CheckInStand>()(
  z.strictObject({
    onTrack: z.nullable(z.boolean()),
    offTrackSince: maybe(instant),
    walkThrough: list(z.string()),
  }),
);

/** The owner's last check-in, for who looks at many items. */
export const checkInSummary = schemaOf<CheckInSummary>()(
  z.strictObject({
    at: instant,
    offTrackSince: maybe(instant),
    biggestRisk: z.string(),
    decision: maybe(z.string()),
    needs: list(need),
    next: maybe(next),
    atRisk: z.int(),
    notAsked: z.int(),
  }),
);
