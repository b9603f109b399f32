import type { AccountId } from '../../../domain/values';
import { sendDigest as send } from '../../notices/send-digest';
import { defineJob } from '../define-job';
import { textIn, textsIn } from '../read-body';

/** Tell one person what waits for them: keys of notices. */
export interface SendDigestJob {
  readonly kind: 'send-digest';
  readonly accountId: AccountId;
  readonly notices: readonly string[];
}

export const sendDigest = defineJob<SendDigestJob>({
  kind: 'send-digest',
  formerly: 'digest',
  paged: false,
  read(body) {
    const accountId = textIn(body['accountId']);
    return accountId === undefined
      ? null
      : { kind: 'send-digest', accountId, notices: textsIn(body['notices']) };
  },
  run: send,
});
