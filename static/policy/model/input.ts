import type { Input } from '../../../src/contract/inputs';
import type { Entitled } from '../../../src/domain/access/rights';
import type { Policy } from '../../../src/domain/policy/policy';

/** Lists of its own, as the input may be changed. */
const lists = ({ roles, groups, people }: Entitled) => ({
  roles: [...roles],
  groups: [...groups],
  people: [...people],
});

/** A policy as the call takes it. */
export const toInput = (policy: Policy): Input<'policy/save'>['policy'] => ({
  ...policy,
  workItemTypes: [...policy.workItemTypes],
  waitsFor: policy.waitsFor === 'by-words' ? 'by-words' : [...policy.waitsFor],
  waivers: { ...policy.waivers, ...lists(policy.waivers) },
  rights: {
    grant: { ...policy.rights.grant, ...lists(policy.rights.grant) },
    decide: { ...policy.rights.decide, ...lists(policy.rights.decide) },
  },
  intake: [...policy.intake],
});
