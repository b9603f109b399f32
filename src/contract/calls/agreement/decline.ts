import * as z from 'zod/mini';
import { LIMITS, accountId, isoDate, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Says no, and who or when instead. */
export const declineAgreement = defineCommandCall({
  key: 'agreement/decline',
  command: 'decline-agreement',
  input: ofAgreement(() => ({
    reason: text(LIMITS.text),
    alternativeAccountId: z.optional(accountId()),
    availableFrom: z.optional(isoDate()),
  })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
