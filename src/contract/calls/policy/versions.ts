import { nothing } from '../../input-parts';
import { policyVersionsAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => policyVersionsAnswer;

/** What the project’s policy was before. */
export const listPolicyVersions = defineCall<typeof output>()({
  key: 'policy/versions',
  input: nothing,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
});
