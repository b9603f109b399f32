import { LIMITS, accountId, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Asks somebody else for what was promised and does not come. */
export const replaceProvider = defineCommandCall({
  key: 'agreement/replace',
  command: 'replace-provider',
  input: ofAgreement(() => ({ providerAccountId: accountId(), reason: text(LIMITS.text) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
