import * as z from 'zod/mini';
import { LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Says what becomes of a gap. */
export const answerGap = defineCommandCall({
  key: 'gap/answer',
  command: 'answer-gap',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      gapId: z.string().check(z.regex(/^G[1-9][0-9]{0,5}$/, 'not-a-gap-id')),
      answer: text(LIMITS.text),
    }),
  ),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
