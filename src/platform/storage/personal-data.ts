import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Unavailable } from '../unavailable';
import type { PersonalData, StoredPiece } from '../../app/privacy/ports';
import { erasedId } from '../../domain/erased';
import { CHARTER_ENTITY, decodeCharter, type CharterRecord } from './charter-record';
import { charterStore } from './charters';
import { NOTICE_ENTITY, type NoticeRecord } from './clocks';
import { COMMITMENT_ENTITY, type CommitmentRecord } from './commitment-rows';
import { asking, askingWholePage } from './kvs-failure';
import { LEDGER_ENTITY, type ChunkRecord } from './ledger';
import { VERSION_ENTITY, type VersionRecord } from './policies';
import { completed, FOLLOWS, POLICY_ENTITY, type PolicyRecord } from './policy-record';
import { READINESS_ENTITY, type ReadinessRecord } from './readiness';
import { mentions, replaceIds } from './replace-ids';

const ATTEMPTS = 5;
/** An erasure is done in minutes; what it remembers meanwhile ends by itself if it never is. */
const REMEMBERED_DAYS = 14;

type Names = Readonly<Record<string, string>>;

/** One kind of record that names people. */
interface Place {
  readonly entity: string;
  readonly piece: (value: never) => StoredPiece;
  /** Replaces ids in one record. False when somebody else wrote it meanwhile. */
  readonly replace: (key: string, names: Names) => Promise<boolean>;
}

/** Writes the record with its ids replaced, if it is still the one that was read. */
async function replaceRaw<T extends object>(
  entityName: string,
  key: string,
  names: Names,
  counter: keyof T & string,
  next: (found: T) => T,
): Promise<boolean> {
  const found = await asking(() => kvs.entity<T>(entityName).get(key));
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
  const { waivers, clocks } = completed(policy, policy.version, 'site');
  return [...waivers.people, ...(clocks.programmeLead === null ? [] : [clocks.programmeLead])];
}

const places: readonly Place[] = [
  {
    entity: CHARTER_ENTITY,
    piece: (record: CharterRecord) => {
      const { charter, history } = decodeCharter(record);
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
    entity: COMMITMENT_ENTITY,
    piece: ({ updatedAt, accountId }: CommitmentRecord) => ({ at: updatedAt, people: [accountId] }),
    replace: forgetRow,
  },
  {
    entity: NOTICE_ENTITY,
    piece: ({ updatedAt, accountId }: NoticeRecord) => ({ at: updatedAt, people: [accountId] }),
    // Its key names the person, and nobody is there to be told: it goes as a whole.
    async replace(key) {
      await asking(() => kvs.entity(NOTICE_ENTITY).delete(key));
      return true;
    },
  },
];

/** A row is found by its person alone: without them it is nobody's. The charter it came from is replaced by itself. */
async function forgetRow(key: string): Promise<boolean> {
  await asking(() => kvs.entity(COMMITMENT_ENTITY).delete(key));
  return true;
}

interface Page {
  readonly place: Place;
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
  readonly next?: string;
}

/** A cursor names the place by its number, and Forge's own cursor in it. */
async function pageAt(cursor = '0:'): Promise<Page | undefined> {
  const split = cursor.indexOf(':');
  const at = Number(cursor.slice(0, split));
  const inner = cursor.slice(split + 1);
  const place = places[at];
  if (!place) return undefined;
  const { results, nextCursor } = await askingWholePage((limit) => {
    const query = kvs.entity<object>(place.entity).query().index('by-key').limit(limit);
    return (inner === '' ? query : query.cursor(inner)).getMany();
  });
  const next = nextCursor === undefined ? `${at + 1}:` : `${at}:${nextCursor}`;
  return { place, results, ...((nextCursor !== undefined || places[at + 1]) && { next }) };
}

const erasing = (accountId: string): string => `erasing:${accountId}`;

/** Everything stored that names people, through Forge's key index: what was written a moment ago may be missing. */
export const personalData: PersonalData = {
  async page(cursor) {
    const page = await pageAt(cursor);
    return {
      // The place knows what lies in its own entity.
      pieces: page?.results.map(({ value }) => page.place.piece(value as never)) ?? [],
      ...(page?.next !== undefined && { next: page.next }),
    };
  },

  async replace(names, cursor) {
    const page = await pageAt(cursor);
    for (const { key, value } of page?.results ?? []) {
      if (!mentions(value, names)) continue;
      let done = false;
      for (let attempt = 1; !done && attempt <= ATTEMPTS; attempt += 1) {
        done = (await page?.place.replace(key, names)) ?? true;
      }
      if (!done) throw new Unavailable('storage', 'a record is busy');
    }
    return page?.next === undefined ? {} : { next: page.next };
  },

  async pseudonym(accountId) {
    const known = await asking(() => kvs.get<string>(erasing(accountId)));
    if (known !== undefined) return known;
    const name = erasedId(await nextNumber());
    try {
      await kvs.set(erasing(accountId), name, {
        keyPolicy: 'FAIL_IF_EXISTS',
        ttl: { value: REMEMBERED_DAYS, unit: 'DAYS' },
      });
      return name;
    } catch {
      const rival = await asking(() => kvs.get<string>(erasing(accountId)));
      if (rival === undefined) throw new Unavailable('storage', 'set failed');
      return rival;
    }
  },

  async forget(accountIds) {
    for (const accountId of accountIds) await asking(() => kvs.delete(erasing(accountId)));
  },
};

/** A number nobody was given yet: each is taken by making a key that can be made once. */
async function nextNumber(): Promise<number> {
  const last = (await asking(() => kvs.get<number>('erased-last'))) ?? 0;
  for (let number = last + 1; number <= last + 10; number += 1) {
    try {
      await kvs.set(`erased:${number}`, true, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch {
      continue;
    }
    await asking(() => kvs.set('erased-last', number));
    return number;
  }
  throw new Unavailable('storage', 'no number could be taken');
}
