import * as z from 'zod/mini';
import { LIMITS, isoDate, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Asks again for something that was countered or declined, in other words. */
export const restateAgreement = defineCommandCall({
  key: 'agreement/restate',
  command: 'restate-agreement',
  input: ofAgreement(() => ({
    neededBy: z.optional(isoDate()),
    answer: z.optional(text(LIMITS.text)),
    deliverable: z.optional(text(LIMITS.short)),
    acceptance: z.optional(text(LIMITS.text)),
  })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
