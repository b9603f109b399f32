import * as z from 'zod/mini';
import { LIMITS, accountId, agreementId, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** The DRI’s word on how it stands, with what they need of others. */
export const submitCheckIn = defineCommandCall({
  key: 'checkin/submit',
  command: 'submit-check-in',
  input: once(() =>
    z.strictObject({
      onTrack: z.boolean(),
      biggestRisk: text(LIMITS.text),
      needs: z._default(
        z
          .array(z.strictObject({ accountId: accountId(), what: text(LIMITS.short) }))
          .check(z.maxLength(10, 'too-many')),
        [],
      ),
      decision: z.optional(text(LIMITS.text)),
      seen: seen(),
      reviewed: z.optional(z.array(agreementId()).check(z.maxLength(100, 'too-many'))),
    }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
