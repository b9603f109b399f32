import * as z from 'zod/mini';
import { NEED_KINDS, NEXT_CHOICES, REVIEW_ANSWERS } from '../../../domain/charter/check-in/check-in';
import { LIMITS, accountId, agreementId, isoDate, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Something needed of somebody else, asked for in the same breath: by a question unless `as` says otherwise. */
const need = () =>
  z.strictObject({
    accountId: accountId(),
    what: text(LIMITS.short),
    as: z.optional(z.enum(NEED_KINDS)),
    by: z.optional(isoDate()),
    acceptance: z.optional(text(LIMITS.text)),
    impact: z.optional(text(LIMITS.text)),
    inputs: z.optional(text(LIMITS.text)),
  });

/** What was learned of a promise; a bare id where no answer by name is asked. */
const reviewed = () =>
  z.union([agreementId(), z.strictObject({ agreementId: agreementId(), answer: z.enum(REVIEW_ANSWERS) })]);

/** The DRI’s word on how it stands, with what they need of others. */
export const submitCheckIn = defineCommandCall({
  key: 'checkin/submit',
  command: 'submit-check-in',
  input: once(() =>
    z.strictObject({
      onTrack: z.boolean(),
      biggestRisk: text(LIMITS.text),
      needs: z._default(z.array(need()).check(z.maxLength(10, 'too-many')), []),
      decision: z.optional(text(LIMITS.text)),
      seen: seen(),
      reviewed: z.optional(z.array(reviewed()).check(z.maxLength(100, 'too-many'))),
      next: z.optional(
        z.strictObject({
          choice: z.enum(NEXT_CHOICES),
          until: z.optional(isoDate()),
          reason: z.optional(text(LIMITS.short)),
        }),
      ),
    }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
