import { parse } from 'zod/mini';
import { policySchema, type PolicyInput } from '../../src/contract/inputs-policy';
import type { Policy } from '../../src/domain/policy/policy';
import { enforcing } from './policies';

/** A policy as a page sends it. Its types and links may still be names. */
export function policyInput({
  decidedBy: _,
  ...more
}: Partial<Omit<Policy, 'workItemTypes' | 'waitsFor'>> &
  Partial<Pick<PolicyInput, 'workItemTypes'>> & {
    readonly waitsFor?: Policy['waitsFor'] | PolicyInput['waitsFor'];
  } = {}): PolicyInput {
  return parse(policySchema(), { ...enforcing, ...more });
}
