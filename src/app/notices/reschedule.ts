import type { CharterStore } from '../charter/ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { ClockFollowUp } from './ports';

export type RewindFollowUp = Extract<ClockFollowUp, { kind: 'rewind' }>;

/**
 * A policy changed: every charter it is in force for may be due at another time. One page of them at a time is looked at
 * as the sweep would.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function rewindClocks(
  { where, cursor }: RewindFollowUp,
  { charters, followUps }: { readonly charters: Pick<CharterStore, 'find'>; readonly followUps: FollowUps },
): Promise<void> {
  const { found, next } = await charters.find(where, cursor);
  const jobs: FollowUp[] = [];
  if (found.length > 0) jobs.push({ kind: 'climb', items: found, anyway: true });
  if (next !== undefined) jobs.push({ kind: 'rewind', where, cursor: next });
  if (jobs.length > 0) await followUps.push(jobs);
}
