import * as z from 'zod/mini';
import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Says whether a promise that is under way still holds, and why where it does not. */
export const confirmAgreement = defineCommandCall({
  key: 'agreement/confirm',
  command: 'confirm-agreement',
  input: ofAgreement(() => ({ onTrack: z.boolean(), reason: z.optional(text(LIMITS.text)) })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
