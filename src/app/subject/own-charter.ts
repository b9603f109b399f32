import { emptyCharter } from '../../domain/charter/charter';
import { isOwn } from '../../domain/charter/lifecycle/own';
import type { StoredCharter } from '../charter/ports';

export { isOwn };

/** What was read under an item's key, or nothing where it is another's. */
export const ownOrNone = (stored: StoredCharter, issueId: string): StoredCharter =>
  isOwn(stored, issueId) ? stored : { issueId, version: 0, charter: emptyCharter, history: [], earlier: 0 };
