import * as z from 'zod/mini';
import { LIMITS, isoDate, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Says by which day there will be an answer. */
export const replyLater = defineCommandCall({
  key: 'agreement/reply-later',
  command: 'reply-later',
  input: ofAgreement(() => ({ by: isoDate(), reason: z.optional(text(LIMITS.text)) })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
