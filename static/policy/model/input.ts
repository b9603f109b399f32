import type { Input } from '../../../src/contract/inputs';
import type { Policy } from '../../../src/domain/policy/policy';

/** A policy as the call takes it. */
export const toInput = (policy: Policy): Input<'policy/save'>['policy'] => ({
  ...policy,
  workItemTypes: [...policy.workItemTypes],
  waitsFor: policy.waitsFor === 'by-words' ? 'by-words' : [...policy.waitsFor],
  waivers: { ...policy.waivers, people: [...policy.waivers.people] },
  intake: [...policy.intake],
});
