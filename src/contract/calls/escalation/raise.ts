import * as z from 'zod/mini';
import { LIMITS, accountId, agreementId, isoDate, needId, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Asks somebody for a decision. */
export const raiseEscalation = defineCommandCall({
  key: 'escalation/raise',
  command: 'raise-escalation',
  input: once(() =>
    z.strictObject({
      question: text(LIMITS.text),
      toAccountId: accountId(),
      seen: seen(),
      aboutAgreementId: z.optional(agreementId()),
      needId: z.optional(needId()),
      neededBy: z.optional(isoDate()),
    }),
  ),
  access: 'item',
  may: ['dri'],
});
