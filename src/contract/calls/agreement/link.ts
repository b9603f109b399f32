import { issueKey, ofAgreement } from '../../input-parts';
import { commandOutputs } from '../../shapes/charter-answer';
import { defineCall } from '../define-call';
import { eitherSide } from '../roles';

export const output = () => commandOutputs.agreementId();

/** Names the provider’s own work item. */
export const linkAgreement = defineCall<typeof output>()({
  key: 'agreement/link',
  givesCommand: true,
  input: ofAgreement(() => ({ providerIssueKey: issueKey() })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
});
