import * as z from 'zod/mini';
import { policySchema } from '../../inputs-policy';
import { once } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';

export const output = () => policyAnswer;

/** Saves the site’s policy. */
export const saveSitePolicy = defineCall<typeof output>()({
  key: 'site-policy/save',
  input: once(() => z.strictObject({ policy: policySchema() })),
  access: 'site-admin',
  changes: true,
  may: ['admin'],
});
