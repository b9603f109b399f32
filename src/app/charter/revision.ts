import type { CharterEvent } from '../../domain/charter/events';
import { Unwritten } from '../../platform/unavailable';
import type { StoredCharter } from './ports';

/** A charter’s revision: how many entries its whole history has. Calls name it `seen`. */
export const historyLength = ({ history, earlier }: Pick<StoredCharter, 'history' | 'earlier'>): number =>
  earlier + history.length;

/** The entries written after a revision. */
export const entriesAfter = (stored: StoredCharter, revision: number): readonly CharterEvent[] =>
  stored.history.slice(Math.max(0, stored.history.length - (historyLength(stored) - revision)));

/**
 * Whatever was queued beside a write may come before it.
 *
 * @throws Unwritten while the version it follows is the next one to be written; the queue brings it again, a few times.
 */
export function mustBeWritten({ version }: StoredCharter, followed: number | undefined): void {
  if (followed === version + 1) throw new Unwritten('storage', 'the charter is still being written');
}
