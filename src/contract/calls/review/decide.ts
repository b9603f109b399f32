import * as z from 'zod/mini';
import { REVIEW_CHOICES } from '../../../domain/charter/review/review';
import { LIMITS, isoDate, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Recommits, re-dates or releases on the day of the review. */
export const decideReview = defineCommandCall({
  key: 'review/decide',
  command: 'decide-review',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      choice: z.enum(REVIEW_CHOICES),
      reviewOn: z.optional(isoDate()),
      reason: z.optional(text(LIMITS.text)),
    }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
