import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Takes back what nobody has promised yet. */
export const takeBackAgreement = defineCommandCall({
  key: 'agreement/take-back',
  command: 'take-back-agreement',
  input: ofAgreement(() => ({ reason: text(LIMITS.text) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri', 'team'],
  answersDuty: true,
});
