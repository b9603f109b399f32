import type { Charter } from '../../domain/charter/charter';
import type { Room } from '../../domain/charter/define-command';
import type { Borders } from '../../domain/gate/border';
import type { CharterEvent } from '../../domain/charter/events';
import type { AccountId, Instant, IssueKey } from '../../domain/values';
import type { StoredPolicy } from '../policy/ports';

/** A charter as stored, with the version a conditional write is checked against. */
export interface StoredCharter {
  readonly issueId: string;
  /** 0 for a charter that was never written. */
  readonly version: number;
  readonly charter: Charter;
  /** What happened last, oldest first. */
  readonly history: readonly CharterEvent[];
  /** How many older entries lie in the ledger: the number of the first one in `history`, counted from 0. */
  readonly earlier: number;
  /** The store's own marks of the last writes; a change carries them along. */
  readonly writes?: readonly string[];
  /** Names the write that is asked for: it is done once, however often it is asked. */
  readonly mark?: string;
  /** Which part of the record the write may fill; all of it where it is not said. */
  readonly room?: Room;
  /** The entries that this write brings: what the site's audit log tells of goes with them. */
  readonly fresh?: readonly CharterEvent[];
  /** Whom the charter concerned when it was read; a change carries them along, so that their rows can follow. */
  readonly parties?: readonly AccountId[];
  /** Where the store keeps the older entries; a change carries it along. */
  readonly ledger?: { readonly name: string; readonly firsts: readonly number[]; readonly count: number };
}

/** Entries of a history, oldest first; `from` is the number of the first, the oldest of all being 0. */
export interface HistoryPage {
  readonly events: readonly CharterEvent[];
  readonly from: number;
}

/** A work item by the key it has now and the id it keeps. */
export interface ItemRef {
  readonly issueKey: IssueKey;
  readonly issueId: string;
}

/** Which charters are looked for: those of one work item, of one project, or all. */
export type CharterSearch =
  { readonly issueId: string } | { readonly projectKey: string } | { readonly everywhere: true };

export interface CharterPage {
  readonly found: readonly { readonly issueKey: IssueKey; readonly issueId: string }[];
  /**
   * Their records by item id, as the index had them: good enough to choose whom to look at, not to write on. One that this
   * version cannot read is absent.
   */
  readonly stored: ReadonlyMap<string, StoredCharter>;
  /** Absent on the last page. */
  readonly next?: string;
}

/** A change of keys, with the versions both records had when they were read; 0: there was none. */
export interface CharterMove {
  readonly from: IssueKey;
  readonly fromVersion: number;
  readonly to: IssueKey;
  readonly toVersion: number;
}

export interface CharterStore {
  /** The charter, its project's policy and its borders in one strongly consistent read; the empty charter where none was written. */
  read(issueKey: IssueKey): Promise<{
    readonly stored: StoredCharter;
    readonly policy: StoredPolicy;
    /** What the gate's rules met in the project of this key. */
    readonly borders?: Borders | undefined;
  }>;
  readCharter(issueKey: IssueKey): Promise<StoredCharter>;
  /** A page of entries that ends in front of `before`, which is at least 1 and at most `stored.earlier`. */
  readLedger(stored: StoredCharter, before: number): Promise<HistoryPage>;
  /**
   * The items' own charters by issue id, in as few reads as storage allows: never one that only lies under the key of an
   * item. Every item has an entry; one without a charter has the empty one.
   */
  readFor(items: readonly ItemRef[]): Promise<ReadonlyMap<string, StoredCharter>>;
  /**
   * Writes only if the stored version is still `next.version - 1`.
   * `full`: the record would exceed what storage takes; nothing was written.
   * With it, and only with it, goes when the sweep is to look at it: null never, undefined as before.
   * `beside` is what happens while it is written, once it is known to fit; it must not fail.
   */
  write(
    issueKey: IssueKey,
    next: StoredCharter,
    now: Instant,
    dueAt?: Instant | null,
    beside?: () => Promise<void>,
  ): Promise<'written' | 'conflict' | 'full'>;
  /** Writes `next` under the new key and takes away what lay under the old one, both or neither. */
  move(
    move: CharterMove,
    next: StoredCharter,
    now: Instant,
    dueAt?: Instant | null,
  ): Promise<'written' | 'conflict' | 'full'>;
  /** Where charters lie. What was written a moment ago may still be missing. */
  find(where: CharterSearch, cursor?: string): Promise<CharterPage>;
}
