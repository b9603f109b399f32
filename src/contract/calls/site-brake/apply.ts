import * as z from 'zod/mini';
import { instantInput, LIMITS, once, text } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';

export const output = () => policyAnswer;

/** Everything of the site to observe until a moment, at most 14 days away, for a reason. */
export const applySiteBrake = defineCall<typeof output>()({
  key: 'site-brake/apply',
  input: once(() => z.strictObject({ until: instantInput(), reason: text(LIMITS.text) })),
  access: 'site-admin',
  may: ['admin'],
});
