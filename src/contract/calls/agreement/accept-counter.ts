import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Takes the day or deliverable that a provider offered. */
export const acceptCounter = defineCommandCall({
  key: 'agreement/accept-counter',
  command: 'accept-counter',
  input: ofAgreement(() => ({})),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
