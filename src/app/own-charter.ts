import { emptyCharter, type Charter } from '../domain/charter/charter';
import { isOwn } from '../domain/charter/own';
import type { StoredCharter } from './ports';

export { isOwn };

/** What was read under an item's key, or nothing where it is another's. */
export const ownOrNone = (stored: StoredCharter, issueId: string): StoredCharter =>
  isOwn(stored, issueId) ? stored : { issueId, version: 0, charter: emptyCharter, history: [], earlier: 0 };

/** The item's charter, as far as what was read under its key is its own. */
export const charterFor = (stored: StoredCharter | undefined, issueId: string): Charter =>
  stored && isOwn(stored, issueId) ? stored.charter : emptyCharter;
