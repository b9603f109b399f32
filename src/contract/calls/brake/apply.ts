import * as z from 'zod/mini';
import { instantInput, LIMITS, once, text } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => policyAnswer;

/** Everything of a project to observe until a moment, at most 14 days away, for a reason. */
export const applyBrake = defineCall<typeof output>()({
  key: 'brake/apply',
  input: once(() => z.strictObject({ until: instantInput(), reason: text(LIMITS.text) })),
  access: 'project-admin',
  may: administrators,
});
