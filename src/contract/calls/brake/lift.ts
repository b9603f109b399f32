import { nothing } from '../../input-parts';
import { policyAnswer } from '../../shapes/policy-answer';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () => policyAnswer;

/** Ends the brake of a project before its time. */
export const liftBrake = defineCall<typeof output>()({
  key: 'brake/lift',
  input: nothing,
  access: 'project-admin',
  may: administrators,
});
