import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../../../domain/policy/rules';
import { roundList } from '../../inputs-readiness';
import { once, version } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => readinessAnswer;

/** Says which rules the round is about. */
export const chooseBehaviours = defineCall<typeof output>()({
  key: 'readiness/choose',
  input: once(() =>
    z.strictObject({
      version: version(),
      behaviours: roundList(z.strictObject({ rule: z.enum(RULES), checkpoint: z.enum(CHECKPOINTS) })),
    }),
  ),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
