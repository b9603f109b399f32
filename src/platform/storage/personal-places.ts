import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { StoredPiece } from '../../app/privacy/ports';
import { AUDIT_ENTITY, rewrite, type AuditRecord } from './audit';
import { BRAKE_ENTITY, type BrakeRecord } from './brakes';
import { CHARTER_ENTITY, decodeCharter, type CharterRecord } from './charter-record';
import { charterStore } from './charters';
import { NOTICE_ENTITY, type NoticeRecord } from './clocks';
import { DIRECTORY_ENTITY, peopleIn, type DirectoryRecord } from './directory';
import { COMMITMENT_ENTITY, type CommitmentRecord } from './commitment-rows';
import { namedByRights } from '../../domain/access/rights';
import { storageCall } from './kvs-failure';
import { PARKED } from './follow-ups';
import { LEDGER_ENTITY, type ChunkRecord } from './ledger';
import { VERSION_ENTITY, type VersionRecord } from './policies';
import { completed, FOLLOWS, POLICY_ENTITY, type PolicyRecord } from './policy-record';
import { PREFERENCE_ENTITY, type PreferenceRecord } from './preferences';
import { READINESS_ENTITY, type ReadinessRecord } from './readiness';
import { peopleInParked, replaceInParked } from './parked-people';
import { mentions, replaceIds, type Names } from './replace-ids';

/** One kind of record that names people. */
export type Place = (
  | { readonly entity: string }
  /** What the keys of plain records begin with. */
  | { readonly prefix: string }
) & {
  readonly piece: (value: never) => StoredPiece | Promise<StoredPiece>;
  /** Replaces ids in one record. False when somebody else wrote it meanwhile. */
  readonly replace: (key: string, names: Names) => Promise<boolean>;
};

/** Writes the record with its ids replaced, if it is still the one that was read. */
async function replaceRaw<T extends object>(
  entityName: string,
  key: string,
  names: Names,
  counter: keyof T & string,
  next: (found: T) => T,
): Promise<boolean> {
  const found = await storageCall(() => kvs.entity<T>(entityName).get(key));
  if (!found || !mentions(found, names)) return true;
  const read = found[counter];
  const conditions = new Filter<T>().and(
    counter,
    typeof read === 'number' ? FilterConditions.equalTo(read) : FilterConditions.notExists(),
  );
  try {
    await kvs
      .transact()
      .set(key, replaceIds(next(found), names), { entityName, conditions })
      .execute();
    return true;
  } catch {
    // Whether it was a conflict or an outage, looking again tells; ids that are gone are not looked for.
    return false;
  }
}

async function replaceInCharter(key: string, names: Names): Promise<boolean> {
  const stored = await charterStore.readCharter(key);
  if (stored.version === 0 || !mentions(stored, names)) return true;
  // What the store itself keeps beside them (marks, who was a party when it was read) stays as it was read.
  const next = {
    ...stored,
    version: stored.version + 1,
    charter: replaceIds(stored.charter, names),
    history: replaceIds(stored.history, names),
  };
  const outcome = await charterStore.write(key, next, new Date().toISOString());
  return outcome !== 'conflict';
}

/** Whom a policy names; one saved by an older version names nobody. */
function allowedBy(policy: PolicyRecord['policy']): readonly string[] {
  if (policy === FOLLOWS) return [];
  const whole = completed(policy, policy.version, 'site');
  const { clocks } = whole;
  return [...namedByRights(whole), ...(clocks.programmeLead === null ? [] : [clocks.programmeLead])];
}

/** Every kind of record that names people, in the order in which they are gone through. */
export const places: readonly Place[] = [
  {
    entity: CHARTER_ENTITY,
    piece: async (record: CharterRecord) => {
      const { charter, history } = await decodeCharter(record);
      return { at: record.updatedAt, charter, events: history };
    },
    replace: replaceInCharter,
  },
  {
    entity: LEDGER_ENTITY,
    piece: ({ updatedAt, events }: ChunkRecord) => ({ at: updatedAt, events }),
    replace: (key, names) =>
      replaceRaw<ChunkRecord>(LEDGER_ENTITY, key, names, 'revision', (chunk) => ({
        ...chunk,
        revision: chunk.revision + 1,
      })),
  },
  {
    entity: POLICY_ENTITY,
    piece: ({ updatedAt, updatedBy, policy }: PolicyRecord) => ({
      at: updatedAt,
      people: [updatedBy, ...allowedBy(policy)],
    }),
    replace: (key, names) =>
      replaceRaw<PolicyRecord>(POLICY_ENTITY, key, names, 'version', (policy) => policy),
  },
  {
    entity: VERSION_ENTITY,
    piece: ({ savedAt, savedBy, policy }: VersionRecord) => ({
      at: savedAt,
      people: [savedBy, ...allowedBy(policy)],
    }),
    replace: (key, names) =>
      replaceRaw<VersionRecord>(VERSION_ENTITY, key, names, 'version', (policy) => policy),
  },
  {
    entity: BRAKE_ENTITY,
    piece: ({ updatedAt, brakes }: BrakeRecord) => ({
      at: updatedAt,
      people: brakes.flatMap(({ by, lifted }) => (lifted ? [by, lifted.by] : [by])),
    }),
    replace: (key, names) =>
      replaceRaw<BrakeRecord>(BRAKE_ENTITY, key, names, 'version', (record) => ({
        ...record,
        version: record.version + 1,
      })),
  },
  {
    entity: AUDIT_ENTITY,
    piece: ({ at, by }: AuditRecord) => ({ at, people: by === undefined ? [] : [by] }),
    // A line is written once and never changed but for this.
    async replace(key, names) {
      const line = await storageCall(() => kvs.entity<AuditRecord>(AUDIT_ENTITY).get(key));
      if (line && mentions(line, names)) await rewrite(key, replaceIds(line, names));
      return true;
    },
  },
  {
    entity: READINESS_ENTITY,
    piece: ({ updatedAt, events }: ReadinessRecord) => ({
      at: updatedAt,
      people: events.map(({ by }) => by),
    }),
    replace: (key, names) =>
      replaceRaw<ReadinessRecord>(READINESS_ENTITY, key, names, 'version', (record) => ({
        ...record,
        version: record.version + 1,
      })),
  },
  {
    entity: DIRECTORY_ENTITY,
    piece: (record: DirectoryRecord) => ({ at: record.updatedAt, people: peopleIn(record) }),
    replace: (key, names) =>
      replaceRaw<DirectoryRecord>(DIRECTORY_ENTITY, key, names, 'version', (record) => ({
        ...record,
        version: record.version + 1,
      })),
  },
  {
    entity: COMMITMENT_ENTITY,
    piece: ({ updatedAt, accountId }: CommitmentRecord) => ({ at: updatedAt, people: [accountId] }),
    replace: forgetRow,
  },
  {
    entity: NOTICE_ENTITY,
    piece: ({ updatedAt, accountId, insteadOf }: NoticeRecord) => ({
      at: updatedAt,
      people: [accountId, ...(insteadOf === undefined ? [] : [insteadOf])],
    }),
    // Its key names the person, and nobody is there to be told: it goes as a whole.
    async replace(key) {
      await storageCall(() => kvs.entity(NOTICE_ENTITY).delete(key));
      return true;
    },
  },
  {
    entity: PREFERENCE_ENTITY,
    piece: ({ updatedAt, accountId }: PreferenceRecord) => ({ at: updatedAt, people: [accountId] }),
    // Nobody is there to hear anything.
    async replace(key) {
      await storageCall(() => kvs.entity(PREFERENCE_ENTITY).delete(key));
      return true;
    },
  },
  { prefix: PARKED, piece: peopleInParked, replace: replaceInParked },
];

/** A row is found by its person alone: without them it is nobody's. The charter it came from is replaced by itself. */
async function forgetRow(key: string): Promise<boolean> {
  await storageCall(() => kvs.entity(COMMITMENT_ENTITY).delete(key));
  return true;
}
