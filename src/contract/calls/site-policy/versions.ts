import { nothing } from '../../input-parts';
import { policyVersionsAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';

export const output = () => policyVersionsAnswer;

/** What the site’s policy was before. */
export const listSitePolicyVersions = defineCall<typeof output>()({
  key: 'site-policy/versions',
  input: nothing,
  access: 'site-admin',
  changes: false,
  may: ['admin'],
});
