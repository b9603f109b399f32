import type { AccountId } from '../../../domain/values';
import { sendPrompt as send } from '../../notices/send-prompt';
import { defineJob } from '../define-job';
import { textIn, textsIn } from '../read-body';

/** Tell one person at once what became their move: keys of notices. */
export interface SendPromptJob {
  readonly kind: 'send-prompt';
  readonly accountId: AccountId;
  readonly notices: readonly string[];
}

export const sendPrompt = defineJob<SendPromptJob>({
  kind: 'send-prompt',
  paged: false,
  read(body) {
    const accountId = textIn(body['accountId']);
    return accountId === undefined
      ? null
      : { kind: 'send-prompt', accountId, notices: textsIn(body['notices']) };
  },
  run: send,
});
