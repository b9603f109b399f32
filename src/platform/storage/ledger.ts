import type { CharterEvent } from '../../domain/charter/events';

export const LEDGER_ENTITY = 'ledger';
export const LEDGER_SCHEMA = 1;

/** Newest entries that stay in the charter's record when older ones move out. */
export const ENTRIES_KEPT = 80;
/** Entries the record may gather before the older ones move: they go in one chunk, not one by one. */
export const ENTRIES_AT_MOST = 120;

/** The size a record may reach before entries move out early, and the one they move down to. */
export const RECORD_BYTES_AT_MOST = 180 * 1024;
const RECORD_BYTES_KEPT = 150 * 1024;

export const CHUNK_BYTES_AT_MOST = 150 * 1024;

/** Where a charter's older entries lie. The name stays when the work item's key changes. */
export interface LedgerRef {
  readonly name: string;
  /** The number of each chunk's first entry; the oldest entry of all is 0. */
  readonly firsts: readonly number[];
  /** Entries in all chunks together. */
  readonly count: number;
}

/** A chunk of older entries as it lies in storage: written once, read by its place. */
export interface ChunkRecord {
  readonly schema: number;
  readonly issueId: string;
  readonly chunk: number;
  readonly first: number;
  readonly count: number;
  /** Raised only where a closed account's id is taken out. */
  readonly revision: number;
  readonly updatedAt: string;
  readonly events: readonly CharterEvent[];
}

export const chunkKey = ({ name }: Pick<LedgerRef, 'name'>, chunk: number): string =>
  `${name}:${String(chunk).padStart(6, '0')}`;

const sizeOf = (event: CharterEvent): number => Buffer.byteLength(JSON.stringify(event), 'utf8') + 1;

/**
 * Which entries leave a record, oldest first; the rest stay. Nothing moves until there are too many, or they are too
 * large beside a charter of `charterBytes`; then so many move that it does not happen again at the next step.
 */
export function entriesToMove(history: readonly CharterEvent[], charterBytes: number): number {
  const sizes = history.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, charterBytes);
  const tooLarge = total > RECORD_BYTES_AT_MOST;
  if (history.length <= ENTRIES_AT_MOST && !tooLarge) return 0;
  let move = Math.max(0, history.length - ENTRIES_KEPT);
  let kept = sizes.slice(move).reduce((sum, size) => sum + size, charterBytes);
  for (; move < history.length && kept > RECORD_BYTES_KEPT; move += 1) kept -= sizes[move] ?? 0;
  return move;
}

/** Entries in parts that each fit a chunk. */
export function inChunks(events: readonly CharterEvent[]): readonly (readonly CharterEvent[])[] {
  const chunks: CharterEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const size = sizeOf(event);
    if (size > room || chunks.length === 0) {
      chunks.push([]);
      room = CHUNK_BYTES_AT_MOST;
    }
    chunks.at(-1)?.push(event);
    room -= size;
  }
  return chunks;
}
