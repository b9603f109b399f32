import type { StoredCharter } from '../app/ports';
import { emptyCharter, type Charter } from '../domain/charter/charter';
import type { CharterEvent } from '../domain/charter/events';
import { replay } from '../domain/charter/evolve';
import { partiesOf } from '../domain/commitments/parties';
import type { Instant, IssueKey } from '../domain/values';

export const CHARTER_ENTITY = 'charter';

/** Raised when the shape below changes; `decodeCharter` then learns to read the older one. */
export const CHARTER_SCHEMA = 2;

/** Storage takes 240 KiB per record; we stop earlier, so that the refusal is ours and explains itself. */
export const CHARTER_BYTES_LIMIT = 230 * 1024;

/** Index attributes may not be empty, so the absence of a DRI has a word. */
const NO_DRI = 'none';

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
    readonly history: readonly CharterEvent[];
    /** One mark per write, newest last: tells a write whose answer was lost from a rival that wrote the same. */
    readonly writes?: readonly string[];
  };
}

/** More than the writers who can be sorted out at one moment. */
const WRITES_KEPT = 64;

export const projectKeyOf = (issueKey: IssueKey): string => issueKey.slice(0, issueKey.lastIndexOf('-'));

export const neverWritten: StoredCharter = { issueId: '', version: 0, charter: emptyCharter, history: [] };

export function encodeCharter(
  issueKey: IssueKey,
  stored: StoredCharter,
  now: Instant,
  write: string,
): CharterRecord {
  return {
    schema: CHARTER_SCHEMA,
    version: stored.version,
    issueId: stored.issueId,
    projectKey: projectKeyOf(issueKey),
    driAccountId: stored.charter.dri?.accountId ?? NO_DRI,
    updatedAt: now,
    charter: {
      charter: stored.charter,
      history: stored.history,
      writes: [...(stored.writes ?? []), write].slice(-WRITES_KEPT),
    },
  };
}

/**
 * A record as the domain knows it.
 *
 * @throws Error when a newer version of the app wrote it: guessing at it could lose what it says.
 */
export function decodeCharter(record: CharterRecord): StoredCharter {
  if (record.schema > CHARTER_SCHEMA) {
    throw new Error(`charter record has schema ${record.schema}, this version reads up to ${CHARTER_SCHEMA}`);
  }
  const { charter: kept, history, writes = [] } = record.charter;
  // Schema 1 kept less about an agreement; its history holds all of it.
  const charter = record.schema < 2 ? replay(history) : { ...emptyCharter, ...kept };
  return {
    issueId: record.issueId,
    version: record.version,
    charter,
    history,
    writes,
    parties: partiesOf(charter),
  };
}

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');
