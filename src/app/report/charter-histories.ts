import type { CharterEvent } from '../../domain/charter/events';
import type { IssueKey } from '../../domain/values';
import { chartersAt } from '../subject/own-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';

export type CharterHistoryPorts = Pick<CharterStore, 'readFor' | 'readLedger'>;

/** Reads of older entries for one page of items, all charters together. */
const LEDGER_READS = 10;

/**
 * What happened to the charters of some items, from their beginnings, oldest first. Null where more older entries lie
 * in the ledger than one page reads.
 *
 * @param home the former key under which their project's records lie, as `homeOf` its policy says it
 */
export async function readCharterHistories(
  items: readonly { readonly issueKey: IssueKey; readonly issueId: string }[],
  charters: CharterHistoryPorts,
  home?: string,
): Promise<ReadonlyMap<IssueKey, readonly CharterEvent[] | null>> {
  const stored = await chartersAt(home, items, charters);
  const histories = new Map<IssueKey, readonly CharterEvent[] | null>();
  let reads = LEDGER_READS;
  for (const { issueKey, issueId } of items) {
    const found = stored.get(issueId);
    if (!found) {
      histories.set(issueKey, []);
      continue;
    }
    const older = await olderEntries(found, charters, reads);
    reads -= older.reads;
    histories.set(issueKey, older.events && [...older.events, ...found.history]);
  }
  return histories;
}

async function olderEntries(
  stored: StoredCharter,
  charters: CharterHistoryPorts,
  most: number,
): Promise<{ readonly events: readonly CharterEvent[] | null; readonly reads: number }> {
  let events: readonly CharterEvent[] = [];
  let reads = 0;
  for (let before = stored.earlier; before > 0; reads += 1) {
    if (reads === most) return { events: null, reads };
    const page = await charters.readLedger(stored, before);
    events = [...page.events, ...events];
    before = page.from;
  }
  return { events, reads };
}
