import { logError } from '../../platform/log';
import type { WorkItem } from '../../domain/gate/item';
import type { FollowUps } from '../jobs/ports';
import type { StoredCharter } from './ports';

/** Somebody sees an item that counts as deleted: so it is there, and its record is told so. */
export async function locateRestored(
  { item, stored }: { readonly item: WorkItem; readonly stored: StoredCharter },
  followUps: FollowUps,
): Promise<void> {
  const { issueKey, issueId } = item;
  if (stored.charter.itemDeletedAt === undefined) return;
  try {
    await followUps.push([{ kind: 'locate-item', issueId, issueKey, gone: false }]);
  } catch (error) {
    logError('A restored item could not be queued', error);
  }
}
