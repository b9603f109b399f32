import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Unavailable, type PolicyStore, type StoredPolicy } from '../app/ports';
import { BATCH_KEYS, pick } from './batch';
import { asking } from './kvs-failure';
import { decodePolicy, POLICY_ENTITY, POLICY_SCHEMA, type PolicyRecord } from './policy-record';

const readRecord = (projectKey: string): Promise<PolicyRecord | undefined> =>
  asking(() => kvs.entity<PolicyRecord>(POLICY_ENTITY).get(projectKey));

export const policyStore: PolicyStore = {
  read: async (projectKey) => decodePolicy(await readRecord(projectKey)),

  async readMany(projectKeys) {
    const keys = [...new Set(projectKeys)];
    const batches: string[][] = [];
    for (let i = 0; i < keys.length; i += BATCH_KEYS) batches.push(keys.slice(i, i + BATCH_KEYS));
    const found = await Promise.all(
      batches.map(async (batch) => {
        const items = batch.map((key) => ({ entityName: POLICY_ENTITY, key }));
        const result = await asking(() => kvs.batchGet<unknown>(items));
        return batch.map((key): [string, StoredPolicy] => [
          key,
          decodePolicy(pick<PolicyRecord>(result, POLICY_ENTITY, key)),
        ]);
      }),
    );
    return new Map(found.flat());
  },

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
