import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Unavailable, type PolicyStore } from '../app/ports';
import { asking } from './kvs-failure';
import { decodePolicy, POLICY_ENTITY, POLICY_SCHEMA, type PolicyRecord } from './policy-record';

const readRecord = (projectKey: string): Promise<PolicyRecord | undefined> =>
  asking(() => kvs.entity<PolicyRecord>(POLICY_ENTITY).get(projectKey));

export const policyStore: PolicyStore = {
  read: async (projectKey) => decodePolicy(await readRecord(projectKey)),

  async write(projectKey, policy, by, now) {
    const record: PolicyRecord = {
      schema: POLICY_SCHEMA,
      version: policy.version,
      updatedAt: now,
      updatedBy: by,
      write: crypto.randomUUID(),
      policy,
    };
    const unchanged =
      policy.version === 1
        ? new Filter<PolicyRecord>().and('version', FilterConditions.notExists())
        : new Filter<PolicyRecord>().and('version', FilterConditions.equalTo(policy.version - 1));
    try {
      await kvs
        .transact()
        .set(projectKey, record, { entityName: POLICY_ENTITY, conditions: unchanged })
        .execute();
      return 'written';
    } catch (error) {
      const current = await readRecord(projectKey);
      // A write whose answer was lost may still have happened.
      if (current?.write === record.write) return 'written';
      if ((current?.version ?? 0) !== policy.version - 1) return 'conflict';
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};
