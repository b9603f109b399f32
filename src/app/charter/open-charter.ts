import type { WorkItem } from '../../domain/gate/item';
import type { AuthorizedItem } from './authorize-item';
import type { CharterStore, StoredCharter } from './ports';
import type { FollowUps } from '../jobs/ports';
import { claimOrphans, type RekeyPorts } from './rekey-charter';
import { logError } from '../../platform/log';

export interface OpenPorts extends RekeyPorts {
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'readCharter'>;
  readonly followUps: FollowUps;
}

/**
 * The charter of an item somebody opens. Where none lies under its key, it may still lie under one the item had:
 * Jira's event of the move may be late, or have come when the app was not there to hear it.
 */
export async function openCharter(
  { stored, item }: AuthorizedItem & { readonly item: WorkItem },
  ports: OpenPorts,
): Promise<StoredCharter> {
  const { issueKey, issueId } = item;
  if (stored.version === 0) {
    return (await claimOrphans(issueKey, issueId, ports)) ? ports.charters.readCharter(issueKey) : stored;
  }
  if (stored.charter.itemDeletedAt !== undefined) {
    // Somebody sees it, so it is there.
    try {
      await ports.followUps.push([{ kind: 'locate-item', issueId, issueKey, gone: false }]);
    } catch (error) {
      logError('A restored item could not be queued', error);
    }
  }
  return stored;
}
