import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** The owner needs what was promised to the one before, or to work that is over. */
export const takeOnAgreement = defineCommandCall({
  key: 'agreement/take-on',
  command: 'take-on-agreement',
  input: ofAgreement(() => ({})),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
