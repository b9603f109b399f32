import { accountId, ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { eitherSide } from '../roles';

/** Hands a promise to another provider. */
export const reassignAgreement = defineCommandCall({
  key: 'agreement/reassign',
  command: 'reassign-agreement',
  input: ofAgreement(() => ({ providerAccountId: accountId() })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
  answersDuty: true,
});
