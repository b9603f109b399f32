import * as z from 'zod/mini';
import { RULES } from '../../../domain/policy/rules';
import { instantInput, LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { administrators } from '../roles';

/** Lets what some rules find pass, until a moment. */
export const grantWaiver = defineCommandCall({
  key: 'waiver/grant',
  command: 'grant-waiver',
  input: once(() =>
    z.strictObject({
      seen: seen(),
      rules: z.array(z.enum(RULES)).check(z.minLength(1, 'required'), z.maxLength(RULES.length, 'too-many')),
      reason: text(LIMITS.text),
      expiresAt: instantInput(),
    }),
  ),
  access: 'item',
  may: administrators,
});
