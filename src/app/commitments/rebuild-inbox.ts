import type { IssueKey } from '../../domain/values';
import type { CharterStore } from '../charter/ports';
import type { CommitmentStore } from './ports';
import type { Clock } from '../ports';
import { Unavailable } from '../../platform/unavailable';
import type { FollowUps } from '../jobs/ports';

export interface RebuildPorts {
  readonly commitments: Pick<CommitmentStore, 'rebuild'>;
  readonly clock: Clock;
}

/** Writers that may come between before we say it is busy. */
const ATTEMPTS = 5;

/**
 * Makes the rows of one work item what its charter says. Running it twice changes nothing more.
 *
 * @throws Unavailable when storage does not answer, or the charter is written again and again meanwhile.
 */
export async function rebuildRows(issueKey: IssueKey, { commitments, clock }: RebuildPorts): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if ((await commitments.rebuild(issueKey, clock.now())) === 'rebuilt') return;
  }
  throw new Unavailable('storage', 'the charter is busy');
}

/** Rebuilds one page of work items and queues the next: each run stays short, however many charters there are. */
export async function rebuildAllRows(
  cursor: string | undefined,
  ports: RebuildPorts & { readonly charters: Pick<CharterStore, 'find'>; readonly followUps: FollowUps },
): Promise<void> {
  const { found, next } = await ports.charters.find({ everywhere: true }, cursor);
  // One after the other: nobody waits for this, and writers on the same charters should not be kept waiting.
  for (const { issueKey } of found) await rebuildRows(issueKey, ports);
  if (next !== undefined) await ports.followUps.push([{ kind: 'rebuild-inbox', cursor: next }]);
}
