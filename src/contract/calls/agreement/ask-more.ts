import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { providers } from '../roles';

/** Sends a request back with a question. */
export const askMore = defineCommandCall({
  key: 'agreement/ask-more',
  command: 'ask-more',
  input: ofAgreement(() => ({ question: text(LIMITS.text) })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: providers,
  answersDuty: true,
});
