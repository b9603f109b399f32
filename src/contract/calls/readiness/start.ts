import * as z from 'zod/mini';
import { once, version } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => readinessAnswer;

/** Begins a round of the programme. */
export const startReadiness = defineCall<typeof output>()({
  key: 'readiness/start',
  input: once(() => z.strictObject({ version: version() })),
  access: 'project-admin',
  changes: true,
  may: administrators,
});
