import { LIMITS, isoDate, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { eitherSide } from '../roles';

/** Proposes another day for what was promised. */
export const renegotiateAgreement = defineCommandCall({
  key: 'agreement/renegotiate',
  command: 'renegotiate-agreement',
  input: ofAgreement(() => ({ committedBy: isoDate(), reason: text(LIMITS.text) })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
  answersDuty: true,
});
