import * as z from 'zod/mini';
import { LIMITS, once, text, version } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => readinessAnswer;

/** Records which change of the policy is the round’s reinforcement. */
export const reinforceReadiness = defineCall<typeof output>()({
  key: 'readiness/reinforce',
  input: once(() =>
    z.strictObject({
      version: version(),
      policyVersion: z.int().check(z.gte(1)),
      /** One of the changes of that policy version, as the policy page's address names it: `try/hours/72`. */
      change: text(LIMITS.name),
    }),
  ),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
