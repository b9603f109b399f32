import * as z from 'zod/mini';
import { LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { administrators } from '../roles';

/** Ends a waiver before its time. */
export const endWaiver = defineCommandCall({
  key: 'waiver/end',
  command: 'end-waiver',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      waiverId: z.string().check(z.regex(/^W[1-9][0-9]{0,5}$/, 'not-a-waiver-id')),
      reason: text(LIMITS.text),
    }),
  ),
  access: 'item',
  may: ['dri', ...administrators],
});
