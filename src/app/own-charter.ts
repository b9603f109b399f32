import { emptyCharter, type Charter } from '../domain/charter/charter';
import type { StoredCharter } from './ports';

/**
 * Whether what lies under an item's key is that item's. A key can come back with another item behind it:
 * when a project was deleted, and a new one took its key.
 */
export const isOwn = (stored: Pick<StoredCharter, 'version' | 'issueId'>, issueId: string): boolean =>
  stored.version === 0 || stored.issueId === '' || stored.issueId === issueId;

/** What was read under an item's key, or nothing where it is another's. */
export const ownOrNone = (stored: StoredCharter, issueId: string): StoredCharter =>
  isOwn(stored, issueId) ? stored : { issueId, version: 0, charter: emptyCharter, history: [], earlier: 0 };

/** The item's charter, as far as what was read under its key is its own. */
export const charterFor = (stored: StoredCharter | undefined, issueId: string): Charter =>
  stored && isOwn(stored, issueId) ? stored.charter : emptyCharter;
