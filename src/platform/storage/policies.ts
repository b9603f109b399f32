import { Filter, FilterConditions, kvs, Sort } from '@forge/kvs';
import type { PolicyStore, StoredPolicy } from '../../app/policy/ports';
import { policyHome } from '../../domain/policy/home';
import { isUnderAnothers } from '../../domain/policy/under-key';
import { Unavailable } from '../unavailable';
import type { Policy, PolicyVersion } from '../../domain/policy/policy';
import { nobodyKnown } from '../../domain/team/presence';
import type { AuditEntry } from '../../domain/audit/entry';
import { atHome } from './at-home';
import { withAudit } from './audit';
import { BATCH_KEYS, pick } from './batch';
import { BORDER_ENTITY, type BorderRecord } from './gate-traces';
import { BRAKE_ENTITY, decodeBrake, policyIn, policyKeys, type BrakeRecord } from './brakes';
import { storageCall, verifying } from './kvs-failure';
import { noteHomes } from './project-homes';
import { waitingLinksIn } from './waiting-links';
import {
  completed,
  decodeSitePolicy,
  FOLLOWS,
  POLICY_ENTITY,
  POLICY_SCHEMA,
  SITE_KEY,
  type PolicyRecord,
} from './policy-record';

export const VERSION_ENTITY = 'policy-version';
/** Newest versions that are listed; older ones stay in storage. */
const LISTED = 50;

export interface VersionRecord {
  readonly owner: string;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly policy: Policy | typeof FOLLOWS;
}

/** Projects in one batch: each, and the site, with its policy and its brake, beside what is known of people's time. */
const PROJECTS = Math.floor((BATCH_KEYS - policyKeys([]).length) / 2) - 1;

async function readUnder(projectKey: string): Promise<StoredPolicy> {
  const result = await storageCall(() =>
    kvs.batchGet<unknown>([
      ...policyKeys([projectKey, SITE_KEY]),
      { entityName: BORDER_ENTITY, key: projectKey },
    ]),
  );
  return {
    ...policyIn(result, projectKey),
    borders: pick<BorderRecord>(result, BORDER_ENTITY, projectKey)?.borders,
  };
}

async function readAll(keys: readonly string[]): Promise<ReadonlyMap<string, StoredPolicy>> {
  const batches: string[][] = [];
  // The site's policy comes with each: a project that decided nothing follows it.
  for (let i = 0; i < keys.length; i += PROJECTS) batches.push(keys.slice(i, i + PROJECTS));
  const found = await Promise.all(
    batches.map(async (batch) => {
      const result = await storageCall(() => kvs.batchGet<unknown>(policyKeys([SITE_KEY, ...batch])));
      return batch.map((key): [string, StoredPolicy] => [key, policyIn(result, key)]);
    }),
  );
  return new Map(found.flat());
}

const under = async (keys: readonly string[]): Promise<ReadonlyMap<string, StoredPolicy>> =>
  new Map(
    await Promise.all(keys.map(async (key): Promise<[string, StoredPolicy]> => [key, await readUnder(key)])),
  );

const isOwnPolicy = ({ inherited, underKey }: StoredPolicy, projectId: string | null): boolean =>
  !inherited && !isUnderAnothers(underKey, projectId);

const readRecord = (key: string): Promise<PolicyRecord | undefined> =>
  storageCall(() => kvs.entity<PolicyRecord>(POLICY_ENTITY).get(key));

/** Policies as one record per owner, and every version ever saved beside it. */
export const policyStore: PolicyStore = {
  async read(owner) {
    if (owner === 'site') {
      const found = await storageCall(() => kvs.batchGet<unknown>(policyKeys([SITE_KEY])));
      return decodeSitePolicy(
        pick<PolicyRecord>(found, POLICY_ENTITY, SITE_KEY),
        decodeBrake(undefined, pick<BrakeRecord>(found, BRAKE_ENTITY, SITE_KEY)),
        { presence: nobodyKnown, links: waitingLinksIn(found) },
      );
    }
    const found = await atHome([owner], under, policyHome, isOwnPolicy);
    return found.get(owner.project)?.found ?? readUnder(owner.project);
  },

  async readMany(projects) {
    if (projects.length === 0) return new Map();
    const found = await atHome(projects, readAll, policyHome, isOwnPolicy);
    return new Map(
      [...found].flatMap(([key, { found: policy }]): [string, StoredPolicy][] =>
        policy ? [[key, policy]] : [],
      ),
    );
  },

  async write(owner, { liesUnder: key }, { version, policy, projectId, savedAt, savedBy }) {
    const saved = policy ?? FOLLOWS;
    const record: PolicyRecord = {
      schema: POLICY_SCHEMA,
      version,
      updatedAt: savedAt,
      updatedBy: savedBy,
      write: crypto.randomUUID(),
      ...(projectId !== undefined && { projectId }),
      policy: saved,
    };
    const history: VersionRecord = { owner: key, version, savedAt, savedBy, policy: saved };
    const unchanged =
      version === 1
        ? new Filter<PolicyRecord>().and('version', FilterConditions.notExists())
        : new Filter<PolicyRecord>().and('version', FilterConditions.equalTo(version - 1));
    try {
      const transaction = kvs
        .transact()
        .set(key, record, { entityName: POLICY_ENTITY, conditions: unchanged })
        .set(`${key}:${version}`, history, { entityName: VERSION_ENTITY });
      const line: AuditEntry = {
        id: `policy:${key}:${version}`,
        act: policy ? 'policy-saved' : 'policy-followed',
        at: savedAt,
        by: savedBy,
        ...(owner !== 'site' && { projectKey: owner.project }),
        version,
      };
      await withAudit(transaction, [line]).execute();
      if (projectId !== undefined) await noteHomes([{ projectId, to: key }]);
      return 'written';
    } catch (error) {
      const current = await verifying(() => readRecord(key));
      // A write whose answer was lost may still have happened.
      if (current?.write === record.write) return 'written';
      if ((current?.version ?? 0) !== version - 1) return 'conflict';
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },

  async versions(home) {
    const key = home === 'site' ? SITE_KEY : home.liesUnder;
    const { results } = await storageCall(() =>
      kvs
        .entity<VersionRecord>(VERSION_ENTITY)
        .query()
        .index('by-owner', { partition: [key] })
        .sort(Sort.DESC)
        .limit(LISTED)
        .getMany(),
    );
    return results.map(({ value: { version, savedAt, savedBy, policy } }): PolicyVersion => ({
      version,
      savedAt,
      savedBy,
      policy: policy === FOLLOWS ? null : completed(policy, version, key === SITE_KEY ? 'site' : 'project'),
    }));
  },
};
