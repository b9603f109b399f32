import { nothing } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';

export const output = () => policyAnswer;

/** The site’s policy. */
export const getSitePolicy = defineCall<typeof output>()({
  key: 'site-policy/get',
  input: nothing,
  access: 'site-admin',
  changes: false,
  may: ['admin'],
});
