import type { CharterEvent } from '../../domain/charter/events';
import { Unavailable } from '../../platform/unavailable';
import type { StoredCharter } from './ports';

/** How many entries the whole history has: what a screen that shows this charter has seen. */
export const historyLength = ({ history, earlier }: Pick<StoredCharter, 'history' | 'earlier'>): number =>
  earlier + history.length;

/** The entries written after somebody had seen so many of them. */
export const entriesAfter = (stored: StoredCharter, seen: number): readonly CharterEvent[] =>
  stored.history.slice(Math.max(0, stored.history.length - (historyLength(stored) - seen)));

/**
 * Whatever was queued beside a write may come before it.
 *
 * @throws Unavailable while the version it follows is the next one to be written; the queue brings it again.
 */
export function mustBeWritten({ version }: StoredCharter, followed: number | undefined): void {
  if (followed === version + 1) throw new Unavailable('storage', 'the charter is still being written');
}
