import { nothing } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => policyAnswer;

/** The project’s policy. */
export const getPolicy = defineCall<typeof output>()({
  key: 'policy/get',
  input: nothing,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
});
