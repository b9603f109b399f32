import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { CharterStore, StoredCharter } from '../../app/charter/ports';
import { Unavailable } from '../unavailable';
import { isOwn } from '../../domain/charter/lifecycle/own';
import type { Instant, IssueKey } from '../../domain/values';
import { auditOf } from '../../domain/audit/of-charter';
import { withAudit } from './audit';
import { pick, readAll } from './batch';
import {
  bytesOf,
  CHARTER_BYTES_LIMIT,
  RESERVE_BYTES,
  CHARTER_ENTITY,
  decodeCharter,
  encodeCharter,
  neverWritten,
  projectKeyOf,
  type CharterRecord,
  type EncodedCharter,
} from './charter-record';
import { withDue } from './due';
import { addRows, inTransactions, OPERATIONS, rowChanges, type RowChange } from './commitment-rows';
import { findCharters } from './find-charters';
import { asking, verifying } from './kvs-failure';
import { BORDER_ENTITY, type BorderRecord } from './gate-traces';
import { chunkKey, LEDGER_ENTITY, type ChunkRecord } from './ledger';
import { policyIn, policyKeys } from './brakes';
import { SITE_KEY } from './policy-record';

const decodeOrEmpty = async (record: CharterRecord | undefined): Promise<StoredCharter> =>
  record ? decodeCharter(record) : neverWritten;

async function readCharter(issueKey: IssueKey): Promise<StoredCharter> {
  return decodeOrEmpty(await asking(() => kvs.entity<CharterRecord>(CHARTER_ENTITY).get(issueKey)));
}

/** More people came or went than one transaction holds: the rest follows the charter. */
async function writeRest(groups: readonly (readonly RowChange[])[]): Promise<void> {
  try {
    for (const rows of groups) await addRows(kvs.transact(), rows).execute();
  } catch {
    // The charter is stored, and it is the truth: a missing row hides a line until the next rebuild, and decides nothing.
  }
}

/** The record is still the one that was read; 0: there is none. */
const atVersion = (version: number) =>
  new Filter<CharterRecord>().and(
    'version',
    version === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(version),
  );

type Transaction = ReturnType<typeof kvs.transact>;

/** Chunks go in with the record that points at them, and only where nothing lies: no write can change an entry. */
function withChunks(transaction: Transaction, chunks: EncodedCharter['chunks']): Transaction {
  for (const [key, chunk] of chunks) {
    const unwritten = new Filter<ChunkRecord>().and('schema', FilterConditions.notExists());
    transaction.set(key, chunk, { entityName: LEDGER_ENTITY, conditions: unwritten });
  }
  return transaction;
}

interface Put {
  readonly to: IssueKey;
  /** The version that must still lie there; 0: nothing may. */
  readonly toVersion: number;
  readonly next: StoredCharter;
  readonly now: Instant;
  /** When it is to be looked at; undefined: as before, null: never. */
  readonly dueAt?: Instant | null | undefined;
  /** What happens while it is written; it never fails. */
  readonly beside?: (() => Promise<void>) | undefined;
  /** The key the charter had before, and the version that must still lie there. */
  readonly leaving?: { readonly from: IssueKey; readonly fromVersion: number };
}

/** The one write of a charter: its record, what leaves its old key, its ledger and its people's rows, all or nothing. */
async function put({
  to,
  toVersion,
  next,
  now,
  dueAt,
  beside,
  leaving,
}: Put): Promise<'written' | 'conflict' | 'full'> {
  const write = next.mark ?? crypto.randomUUID();
  const { record, chunks } = encodeCharter(to, next, now, write);
  const limit = CHARTER_BYTES_LIMIT - (next.room === 'ordinary' ? RESERVE_BYTES : 0);
  if (bytesOf(record) > limit) return 'full';
  const changes = await rowChanges(to, next, now, leaving !== undefined);
  // The record under its new key and its old one, and when it is due.
  const lines = auditOf({ issueKey: to, issueId: next.issueId }, next.fresh ?? []);
  const room = OPERATIONS - 3 - chunks.size - lines.length;
  try {
    const transaction = addRows(kvs.transact(), changes.slice(0, room)).set(to, record, {
      entityName: CHARTER_ENTITY,
      conditions: atVersion(toVersion),
    });
    if (leaving) {
      const conditions = atVersion(leaving.fromVersion);
      transaction.delete(leaving.from, { entityName: CHARTER_ENTITY, conditions });
    }
    withDue(transaction, { issueId: next.issueId, issueKey: to }, dueAt);
    await Promise.all([withAudit(withChunks(transaction, chunks), lines).execute(), beside?.()]);
    await writeRest(inTransactions(changes.slice(room)));
    return 'written';
  } catch (error) {
    // Forge publishes no code for a failed condition: if a version moved it was one, else it was an outage.
    const [there, left] = await verifying(() =>
      Promise.all([readCharter(to), leaving && readCharter(leaving.from)]),
    );
    // A write whose answer was lost may still have happened; then the record is ours, not a rival's.
    if (there.writes?.includes(write)) return 'written';
    if (there.version !== toVersion || left?.version !== leaving?.fromVersion) return 'conflict';
    throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
  }
}

/** Charters in Forge's custom entities, one record per work item, written only against the version that was read. */
export const charterStore: CharterStore = {
  readCharter,

  async read(issueKey) {
    const projectKey = projectKeyOf(issueKey);
    const result = await asking(() =>
      kvs.batchGet<unknown>([
        { entityName: CHARTER_ENTITY, key: issueKey },
        ...policyKeys([projectKey, SITE_KEY]),
        { entityName: BORDER_ENTITY, key: projectKey },
      ]),
    );
    return {
      stored: await decodeOrEmpty(pick<CharterRecord>(result, CHARTER_ENTITY, issueKey)),
      policy: policyIn(result, projectKey),
      borders: pick<BorderRecord>(result, BORDER_ENTITY, projectKey)?.borders,
    };
  },

  async readLedger({ ledger }, before) {
    const chunk = ledger?.firsts.findLastIndex((first) => first < before) ?? -1;
    if (!ledger || chunk < 0) return { events: [], from: 0 };
    const key = chunkKey(ledger, chunk + 1);
    const found = await asking(() => kvs.entity<ChunkRecord>(LEDGER_ENTITY).get(key));
    if (!found) throw new Unavailable('storage', `ledger chunk ${chunk + 1} was not found`);
    return { events: found.events.slice(0, before - found.first), from: found.first };
  },

  async readFor(items) {
    const found = await readAll<CharterRecord>(
      CHARTER_ENTITY,
      items.map(({ issueKey }) => issueKey),
    );
    return new Map(
      await Promise.all(
        items.map(async ({ issueKey, issueId }) => {
          const stored = await decodeOrEmpty(found.get(issueKey));
          return [issueId, isOwn(stored, issueId) ? stored : neverWritten] as const;
        }),
      ),
    );
  },

  write: (issueKey, next, now, dueAt, beside) =>
    put({ to: issueKey, toVersion: next.version - 1, next, now, dueAt, beside }),

  move: ({ from, fromVersion, to, toVersion }, next, now, dueAt) =>
    put({ to, toVersion, next, now, dueAt, leaving: { from, fromVersion } }),

  find: findCharters,
};
