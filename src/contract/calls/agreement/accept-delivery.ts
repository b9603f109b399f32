import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Takes what was delivered. */
export const acceptDelivery = defineCommandCall({
  key: 'agreement/accept-delivery',
  command: 'accept-delivery',
  input: ofAgreement(() => ({})),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
