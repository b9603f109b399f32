import { nothing } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';

export const output = () => policyAnswer;

/** Ends the brake of the site before its time. */
export const liftSiteBrake = defineCall<typeof output>()({
  key: 'site-brake/lift',
  input: nothing,
  access: 'site-admin',
  may: ['admin'],
});
