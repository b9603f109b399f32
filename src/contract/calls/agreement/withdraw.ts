import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Takes a request back. */
export const withdrawAgreement = defineCommandCall({
  key: 'agreement/withdraw',
  command: 'withdraw-agreement',
  input: ofAgreement(() => ({ reason: text(LIMITS.text) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
