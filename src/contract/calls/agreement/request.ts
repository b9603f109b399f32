import * as z from 'zod/mini';
import { LIMITS, accountId, isoDate, issueKey, needId, once, seen, text } from '../../input-parts';
import { charterAnswer } from '../../shapes/charter-answer';
import { defineCall } from '../define-call';
import { preparers } from '../roles';

export const output = () => charterAnswer;

/** Asks somebody for something by a day. */
export const requestAgreement = defineCall<typeof output>()({
  key: 'agreement/request',
  givesCommand: true,
  input: once(() =>
    z.strictObject({
      providerAccountId: accountId(),
      deliverable: text(LIMITS.short),
      acceptance: text(LIMITS.text),
      neededBy: isoDate(),
      providerIssueKey: z.optional(issueKey()),
      impact: z.optional(text(LIMITS.text)),
      inputs: z.optional(text(LIMITS.text)),
      needId: z.optional(needId()),
      seen: seen(),
    }),
  ),
  access: 'item',
  may: preparers,
});
