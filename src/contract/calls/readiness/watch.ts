import * as z from 'zod/mini';
import { INDICATORS } from '../../../domain/report/indicators/indicators';
import { roundList } from '../../inputs-readiness';
import { once, version } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => readinessAnswer;

/** Says which indicators the round is judged by. */
export const watchIndicators = defineCall<typeof output>()({
  key: 'readiness/watch',
  input: once(() => z.strictObject({ version: version(), indicators: roundList(z.enum(INDICATORS)) })),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
