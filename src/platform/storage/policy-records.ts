import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { PolicyRecords } from '../../app/policy/ports';
import { Unavailable } from '../unavailable';
import { asking } from './kvs-failure';
import {
  completed,
  FOLLOWS,
  POLICY_ENTITY,
  POLICY_SCHEMA,
  SITE_KEY,
  type PolicyRecord,
} from './policy-record';

/** Forge's most for one query; a policy is some kilobytes. */
const PAGE = 100;

export const policyRecords: PolicyRecords = {
  async page(cursor) {
    const { results, nextCursor } = await asking(() => {
      const query = kvs.entity<PolicyRecord>(POLICY_ENTITY).query().index('by-key').limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    return {
      found: results.flatMap(({ key, value: { policy, version, updatedAt } }) => {
        // What a project left under a key that another took waits beside it.
        if (policy === FOLLOWS || key.includes(':')) return [];
        const isSite = key === SITE_KEY;
        return [
          {
            key,
            ...(!isSite && { projectKey: key }),
            version,
            savedAt: updatedAt,
            policy: completed(policy, version, isSite ? 'site' : 'project'),
          },
        ];
      }),
      ...(nextCursor !== undefined && { next: nextCursor }),
    };
  },

  async replace(key, version, policy) {
    const record = await asking(() => kvs.entity<PolicyRecord>(POLICY_ENTITY).get(key));
    if (record?.version !== version) return;
    const unchanged = new Filter<PolicyRecord>().and('version', FilterConditions.equalTo(version));
    try {
      await kvs
        .transact()
        .set(
          key,
          { ...record, schema: POLICY_SCHEMA, policy },
          { entityName: POLICY_ENTITY, conditions: unchanged },
        )
        .execute();
    } catch (error) {
      const now = await asking(() => kvs.entity<PolicyRecord>(POLICY_ENTITY).get(key));
      // Somebody saved meanwhile, and what a person saves is by id.
      if (now?.version !== version) return;
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};
