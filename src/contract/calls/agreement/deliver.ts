import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Says that a promise is kept, and where that can be seen. */
export const deliverAgreement = defineCommandCall({
  key: 'agreement/deliver',
  command: 'deliver-agreement',
  input: ofAgreement(() => ({ evidence: text(LIMITS.text) })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
