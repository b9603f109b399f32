import * as z from 'zod/mini';
import { once, version } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => policyAnswer;

/** Lets the project follow the site’s policy again. */
export const followSitePolicy = defineCall<typeof output>()({
  key: 'policy/follow-site',
  input: once(() => z.strictObject({ version: version() })),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
