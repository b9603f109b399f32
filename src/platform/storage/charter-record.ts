import type { StoredCharter } from '../../app/charter/ports';
import { emptyCharter, type Charter } from '../../domain/charter/charter';
import type { CharterEvent } from '../../domain/charter/events';
import { partiesOf } from '../../domain/commitments/parties';
import type { Instant, IssueKey } from '../../domain/values';
import { chunkKey, entriesToMove, inChunks, LEDGER_SCHEMA, type ChunkRecord, type LedgerRef } from './ledger';

export const CHARTER_ENTITY = 'charter';

/** Raised when the shape below changes; `decodeCharter` then learns to read the older one. */
export const CHARTER_SCHEMA = 3;

/** Storage takes 240 KiB per record; we stop earlier, so that the refusal is ours and explains itself. */
export const CHARTER_BYTES_LIMIT = 230 * 1024;

/** Kept for what moves the item on or lets somebody out, whatever the rest was filled with. */
export const RESERVE_BYTES = 40 * 1024;

/** Index attributes may not be empty, so the absence of a DRI has a word. */
const NO_DRI = 'none';

/** The same for an item that the app has never been shown: its id becomes known with its first reading. */
const NO_ID = 'none';

/** One charter as it lies in storage. Top-level attributes are indexed; `charter` holds the truth. */
export interface CharterRecord {
  readonly schema: number;
  readonly version: number;
  readonly issueId: string;
  readonly projectKey: string;
  readonly driAccountId: string;
  readonly updatedAt: Instant;
  readonly charter: {
    readonly charter: Charter;
    /** The newest entries; older ones lie in the ledger. */
    readonly history: readonly CharterEvent[];
    readonly ledger?: LedgerRef;
    /** One mark per write, newest last: tells a write whose answer was lost from a rival that wrote the same. */
    readonly writes?: readonly string[];
  };
}

/** More than the writers who can be sorted out at one moment. */
const WRITES_KEPT = 64;

export const projectKeyOf = (issueKey: IssueKey): string => issueKey.slice(0, issueKey.lastIndexOf('-'));

export const neverWritten: StoredCharter = {
  issueId: '',
  version: 0,
  charter: emptyCharter,
  history: [],
  earlier: 0,
};

/** A charter's record, and the chunks of its ledger that must be written in the same transaction. */
export interface EncodedCharter {
  readonly record: CharterRecord;
  readonly chunks: ReadonlyMap<string, ChunkRecord>;
}

/** `write` marks this write; it also names a ledger that is begun now, which no other write can then take for its own. */
export function encodeCharter(
  issueKey: IssueKey,
  stored: StoredCharter,
  now: Instant,
  write: string,
): EncodedCharter {
  const { charter, history, ledger } = stored;
  const recordOf = (kept: readonly CharterEvent[], ref: LedgerRef | undefined): CharterRecord => ({
    schema: CHARTER_SCHEMA,
    version: stored.version,
    issueId: stored.issueId === '' ? NO_ID : stored.issueId,
    projectKey: projectKeyOf(issueKey),
    driAccountId: charter.dri?.accountId ?? NO_DRI,
    updatedAt: now,
    charter: {
      charter,
      history: kept,
      ...(ref && { ledger: ref }),
      writes: [...(stored.writes ?? []), write].slice(-WRITES_KEPT),
    },
  });
  const moving = entriesToMove(history, bytesOf(recordOf([], ledger)));
  if (moving === 0) return { record: recordOf(history, ledger), chunks: new Map() };
  const grown = { name: ledger?.name ?? `${stored.issueId}:${write.slice(0, 8)}` };
  const firsts = [...(ledger?.firsts ?? [])];
  const chunks = new Map<string, ChunkRecord>();
  let count = stored.earlier;
  for (const events of inChunks(history.slice(0, moving))) {
    firsts.push(count);
    const chunk = firsts.length;
    chunks.set(chunkKey(grown, chunk), {
      schema: LEDGER_SCHEMA,
      issueId: stored.issueId,
      chunk,
      first: count,
      count: events.length,
      revision: 1,
      updatedAt: now,
      events,
    });
    count += events.length;
  }
  return { record: recordOf(history.slice(moving), { ...grown, firsts, count }), chunks };
}

/**
 * A record as the domain knows it.
 *
 * @throws Error when a newer version of the app wrote it: guessing at it could lose what it says.
 */
export async function decodeCharter(record: CharterRecord): Promise<StoredCharter> {
  if (record.schema > CHARTER_SCHEMA) {
    throw new Error(`charter record has schema ${record.schema}, this version reads up to ${CHARTER_SCHEMA}`);
  }
  const { charter: kept, history, ledger, writes = [] } = record.charter;
  // Schema 1 kept less about an agreement; its history holds all of it. What replays it is loaded for such a record alone:
  // whoever only reads a charter, as the gate does, need not load everything that can happen to one.
  const charter =
    record.schema < 2
      ? (await import(/* webpackMode: "eager" */ '../../domain/charter/evolve')).replay(history)
      : { ...emptyCharter, ...kept };
  return {
    issueId: record.issueId === NO_ID ? '' : record.issueId,
    version: record.version,
    charter,
    history,
    earlier: ledger?.count ?? 0,
    writes,
    parties: partiesOf(charter),
    ...(ledger && { ledger }),
  };
}

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');
