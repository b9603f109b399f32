import * as z from 'zod/mini';
import { LIMITS, escalationId, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Decides a question that was put to the caller. */
export const answerEscalation = defineCommandCall({
  key: 'escalation/answer',
  command: 'answer-escalation',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      escalationId: escalationId(),
      decision: text(LIMITS.text),
    }),
  ),
  access: 'item-or-addressee',
  about: 'escalationId',
  may: ['sponsor'],
  answersDuty: true,
});
