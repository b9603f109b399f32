import * as z from 'zod/mini';
import { isoDate, ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Writes down a yes that was said aloud; it waits for the provider's own. */
export const recordYes = defineCommandCall({
  key: 'agreement/record-yes',
  command: 'record-yes',
  input: ofAgreement(() => ({ committedBy: z.optional(isoDate()) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
