import { nothing } from '../../input-parts';
import { readinessAnswer } from '../../shapes/readiness';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => readinessAnswer;

/** The project’s readiness programme. */
export const getReadiness = defineCall<typeof output>()({
  key: 'readiness/get',
  input: nothing,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
});
