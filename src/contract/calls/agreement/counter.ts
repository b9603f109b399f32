import * as z from 'zod/mini';
import { LIMITS, isoDate, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Offers another day, or another deliverable. */
export const counterAgreement = defineCommandCall({
  key: 'agreement/counter',
  command: 'counter-agreement',
  input: ofAgreement(() => ({
    committedBy: isoDate(),
    reason: text(LIMITS.text),
    deliverable: z.optional(text(LIMITS.short)),
  })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
