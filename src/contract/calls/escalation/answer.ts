import * as z from 'zod/mini';
import { LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Decides a question that was put to the caller. */
export const answerEscalation = defineCommandCall({
  key: 'escalation/answer',
  command: 'answer-escalation',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      escalationId: z.string().check(z.regex(/^E[1-9][0-9]{0,5}$/, 'not-an-escalation-id')),
      decision: text(LIMITS.text),
    }),
  ),
  access: 'item-or-addressee',
  about: 'escalationId',
  may: ['sponsor'],
  answersDuty: true,
});
