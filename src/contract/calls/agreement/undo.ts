import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { eitherSide } from '../roles';

/** The caller's last step on an agreement was a slip, some minutes ago at most. */
export const undoAgreementStep = defineCommandCall({
  key: 'agreement/undo',
  command: 'undo-agreement-step',
  input: ofAgreement(() => ({})),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
  answersDuty: true,
});
