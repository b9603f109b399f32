import type { StoredPolicy } from '../app/ports';
import { siteDefault, type Policy } from '../domain/policy/policy';
import type { AccountId, Instant } from '../domain/values';

export const POLICY_ENTITY = 'policy';
export const POLICY_SCHEMA = 1;

export interface PolicyRecord {
  readonly schema: number;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: AccountId;
  /** Tells a save whose answer was lost from a rival's. */
  readonly write?: string;
  readonly policy: Policy;
}

/** A project's policy; rules it was saved without (added by a later version) follow the site default. */
export function decodePolicy(record: PolicyRecord | undefined): StoredPolicy {
  if (!record) return { policy: siteDefault, inherited: true };
  if (record.schema > POLICY_SCHEMA) {
    throw new Error(`policy record has schema ${record.schema}, this version reads up to ${POLICY_SCHEMA}`);
  }
  const rules = { ...siteDefault.rules, ...record.policy.rules };
  return { policy: { ...siteDefault, ...record.policy, rules }, inherited: false };
}
