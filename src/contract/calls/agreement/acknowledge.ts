import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Promises what is asked for, by the day it is needed. */
export const acknowledgeAgreement = defineCommandCall({
  key: 'agreement/acknowledge',
  command: 'acknowledge-agreement',
  input: ofAgreement(() => ({})),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
