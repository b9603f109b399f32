import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import type { BrakeRecords, BrakeStore, StoredPolicy } from '../../app/policy/ports';
import { brakeOn, type Brake } from '../../domain/policy/brake';
import type { BrakesUnderKey } from '../../domain/policy/under-key';
import type { Instant } from '../../domain/values';
import { Unavailable } from '../unavailable';
import { withAudit } from './audit';
import { asking, verifying } from './kvs-failure';
import { pick } from './batch';
import { presenceIn, presenceItems } from './directory';
import { homeItems, homesIn, noteHomes, readAtHome } from './project-homes';
import { waitingLinkItems, waitingLinksIn } from './waiting-links';
import { decodePolicy, POLICY_ENTITY, SITE_KEY, type PolicyRecord } from './policy-record';

export const BRAKE_ENTITY = 'brake';
/** Those before tell nothing any more. */
const KEPT = 20;

export interface BrakeRecord {
  readonly version: number;
  readonly updatedAt: Instant;
  readonly write: string;
  /** Id of the project it was applied for: a key can come back with another behind it. */
  readonly projectId?: string;
  readonly brakes: readonly Brake[];
}

const readRecord = (key: string): Promise<BrakeRecord | undefined> =>
  asking(() => kvs.entity<BrakeRecord>(BRAKE_ENTITY).get(key));

/** The brake in force by these records, at this moment, and the project it is for where it is one's own. */
export function decodeBrake(project: BrakeRecord | undefined, site: BrakeRecord | undefined): BrakesUnderKey {
  const now = new Date().toISOString();
  const ofSite = { site: site?.brakes ?? [] };
  return {
    own: brakeOn({ project: project?.brakes ?? [], ...ofSite }, now),
    site: brakeOn({ project: [], ...ofSite }, now),
    ...(project?.projectId !== undefined && { projectId: project.projectId }),
  };
}

/** What a batch asks for to know the policies in force of these owners, and what is known of people's time. */
export const policyKeys = (keys: readonly string[]): { entityName: string; key: string }[] => [
  ...[POLICY_ENTITY, BRAKE_ENTITY].flatMap((entityName) => keys.map((key) => ({ entityName, key }))),
  ...presenceItems,
  ...waitingLinkItems,
  ...homeItems,
];

/** The policy in force in a project, of a batch that asked for its keys and the site's. */
export function policyIn(result: BatchGetResult<unknown>, projectKey: string): StoredPolicy {
  const [own, above] = [projectKey, SITE_KEY].map((key) => pick<PolicyRecord>(result, POLICY_ENTITY, key));
  const [brake, ofSite] = [projectKey, SITE_KEY].map((key) => pick<BrakeRecord>(result, BRAKE_ENTITY, key));
  const policy = decodePolicy(own, above, decodeBrake(brake, ofSite), {
    presence: presenceIn(result),
    links: waitingLinksIn(result),
  });
  return { ...policy, home: { liesUnder: projectKey }, homes: homesIn(result) };
}

/** Brakes as one record per owner, beside its policy. */
export const brakeStore: BrakeStore = {
  async read(owner) {
    const { record, home } =
      owner === 'site'
        ? { record: await readRecord(SITE_KEY), home: { liesUnder: SITE_KEY } }
        : await readAtHome<BrakeRecord>(BRAKE_ENTITY, owner);
    return { version: record?.version ?? 0, brakes: record?.brakes ?? [], home };
  },

  async write({ liesUnder: key }, { version, brakes, projectId }, line) {
    const record: BrakeRecord = {
      version,
      updatedAt: line.at,
      write: crypto.randomUUID(),
      ...(projectId !== undefined && { projectId }),
      brakes: brakes.slice(0, KEPT),
    };
    const unchanged = new Filter<BrakeRecord>().and(
      'version',
      version === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(version - 1),
    );
    try {
      const transaction = kvs
        .transact()
        .set(key, record, { entityName: BRAKE_ENTITY, conditions: unchanged });
      await withAudit(transaction, [line]).execute();
      if (projectId !== undefined) await noteHomes([{ projectId, to: key }]);
      return 'written';
    } catch (error) {
      const current = await verifying(() => readRecord(key));
      if (current?.write === record.write) return 'written';
      if ((current?.version ?? 0) !== version - 1) return 'conflict';
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};

/** Forge's most for one query. */
const PAGE = 100;

export const brakeRecords: BrakeRecords = {
  async page(cursor) {
    const { results, nextCursor } = await asking(() => {
      const query = kvs.entity<BrakeRecord>(BRAKE_ENTITY).query().index('by-key').limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    return {
      // What a project left under a key that another took waits beside it.
      found: results
        .filter(({ key }) => !key.includes(':'))
        .map(({ key, value: { brakes } }) => ({
          ...(key !== SITE_KEY && { projectKey: key }),
          brakes,
        })),
      ...(nextCursor !== undefined && { next: nextCursor }),
    };
  },
};
