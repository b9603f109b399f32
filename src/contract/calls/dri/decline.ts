import * as z from 'zod/mini';
import { LIMITS, accountId, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Turns a nomination down, or hands ownership back. */
export const declineDri = defineCommandCall({
  key: 'dri/decline',
  command: 'decline-dri',
  input: once(() =>
    z.strictObject({ reason: text(LIMITS.text), suggestedAccountId: z.optional(accountId()), seen: seen() }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
