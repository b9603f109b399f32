import type { CharterStore } from '../charter/ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { CHANGES_AT_ONCE } from './ports';
import type { RescheduleJob } from '../jobs/notices/reschedule';

/**
 * A policy changed: every charter it is in force for may be due at another time. One page of them at a time is looked at
 * as the sweep would.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function rewindClocks(
  { where, cursor }: RescheduleJob,
  { charters, followUps }: { readonly charters: Pick<CharterStore, 'find'>; readonly followUps: FollowUps },
): Promise<void> {
  const { found, next } = await charters.find(where, cursor);
  const jobs: FollowUp[] = [];
  for (let at = 0; at < found.length; at += CHANGES_AT_ONCE) {
    jobs.push({ kind: 'escalate', items: found.slice(at, at + CHANGES_AT_ONCE), anyway: true });
  }
  if (next !== undefined) jobs.push({ kind: 'reschedule', where, cursor: next });
  if (jobs.length > 0) await followUps.push(jobs);
}
