import * as z from 'zod/mini';
import { policySchema } from '../../inputs-policy';
import { once } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => policyAnswer;

/** Saves the project’s policy. */
export const savePolicy = defineCall<typeof output>()({
  key: 'policy/save',
  input: once(() => z.strictObject({ policy: policySchema() })),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
