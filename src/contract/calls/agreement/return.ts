import * as z from 'zod/mini';
import { RETURN_CAUSES } from '../../../domain/charter/agreement/agreement';
import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Sends back what was delivered, and says what is wrong with it. */
export const returnDelivery = defineCommandCall({
  key: 'agreement/return',
  command: 'return-delivery',
  input: ofAgreement(() => ({ cause: z.enum(RETURN_CAUSES), reason: text(LIMITS.text) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
