import * as z from 'zod/mini';
import { DECISIONS } from '../../../domain/readiness/programme';
import { LIMITS, once, text, version } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => readinessAnswer;

/** Ends the round: keeps what was changed, or goes back. */
export const decideReadiness = defineCall<typeof output>()({
  key: 'readiness/decide',
  input: once(() =>
    z.strictObject({ version: version(), choice: z.enum(DECISIONS), reason: text(LIMITS.text) }),
  ),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
