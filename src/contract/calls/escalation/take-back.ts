import * as z from 'zod/mini';
import { LIMITS, escalationId, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Takes a question back that needs no decision any more. */
export const takeBackEscalation = defineCommandCall({
  key: 'escalation/take-back',
  command: 'take-back-escalation',
  input: once(() =>
    z.strictObject({ seen: seen(), escalationId: escalationId(), reason: text(LIMITS.text) }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
