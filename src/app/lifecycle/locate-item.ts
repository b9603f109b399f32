import type { IssueKey } from '../../domain/values';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { FindChartersJob } from '../jobs/lifecycle/find-charters';
import type { LocateItemJob } from '../jobs/lifecycle/locate-item';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { rekeyCharter, type RekeyPorts } from '../charter/rekey-charter';

export interface LocateItemPorts extends RekeyPorts {
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'write'>;
  readonly followUps: FollowUps;
}

/**
 * Looks where a work item is now, and lets its charter follow: under the key it has, marked if it is gone, the mark
 * taken off if it is back. What the event said is only a hint, so it may come twice, late, or after a later one.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function locateItem(job: LocateItemJob, ports: LocateItemPorts): Promise<void> {
  const { issueId, issueKey, gone } = job;
  const [raw, { found }] = await Promise.all([
    ports.jira.workItem('app', issueId),
    ports.charters.find({ issueId }),
  ]);
  const current = raw?.issueKey;
  const known = new Set([issueKey, ...found.map((one) => one.issueKey)]);
  if (current === undefined) {
    // Only who was told of a deletion may believe it: an item can also be out of the app's sight.
    if (gone) await Promise.all([...known].map((key) => mark(key, issueId, 'record-deletion', ports)));
    return;
  }
  known.delete(current);
  for (const key of known) await rekeyCharter(key, current, issueId, ports);
  await mark(current, issueId, 'record-restoration', ports);
  if (known.size > 0) await ports.followUps.push([{ kind: 'write-fields', issueKey: current }]);
}

async function mark(
  issueKey: IssueKey,
  issueId: string,
  type: 'record-deletion' | 'record-restoration',
  { charters, clock }: LocateItemPorts,
): Promise<void> {
  const stored: StoredCharter = await charters.readCharter(issueKey);
  if (stored.version === 0 || stored.issueId !== issueId) return;
  await changeAsHoldfast({ issueKey, issueId, stored, command: { type }, now: clock.now() }, charters);
}

/** Has every charter of a project, or of the site, looked after; one page of them at a time. */
export async function followSearch(
  { where, gone, cursor }: FindChartersJob,
  { charters, followUps }: Pick<LocateItemPorts, 'charters' | 'followUps'>,
): Promise<void> {
  const { found, next } = await charters.find(where, cursor);
  const jobs: FollowUp[] = found.map((one) => ({ kind: 'locate-item', ...one, gone }));
  if (next !== undefined) jobs.push({ kind: 'find-charters', where, gone, cursor: next });
  if (jobs.length > 0) await followUps.push(jobs);
}
