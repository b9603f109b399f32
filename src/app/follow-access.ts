import { acceptedDri } from '../domain/charter/charter';
import type { IssueKey } from '../domain/values';
import { changeAsHoldfast } from './change-as-holdfast';
import type { CharterStore, Clock, Jira } from './ports';
import type { FollowUp, FollowUps } from './ports-follow-ups';

export interface AccessPorts {
  readonly jira: Pick<Jira, 'sees'>;
  readonly charters: Pick<CharterStore, 'readCharter' | 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * Notices that a DRI can no longer look at the item they answer for, or can again: Jira tells nobody when a role or a
 * security level is taken away.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followAccess(
  issueKey: IssueKey,
  { jira, charters, followUps, clock }: AccessPorts,
): Promise<void> {
  const stored = await charters.readCharter(issueKey);
  const accountId = acceptedDri(stored.charter);
  if (accountId === null || stored.charter.itemDeletedAt !== undefined) return;
  const sees = await jira.sees(accountId, issueKey);
  if (sees === null || sees === (stored.charter.dri?.lostAccessAt === undefined)) return;
  const changed = await changeAsHoldfast(
    {
      issueKey,
      issueId: stored.issueId,
      stored,
      command: { type: 'record-access', accountId, sees },
      now: clock.now(),
    },
    charters,
  );
  if (changed.ok) await followUps.push([{ kind: 'shadow', issueKey }]);
}

/** Has the access of every DRI looked after; one page of charters at a time. */
export async function followReview(
  cursor: string | undefined,
  { charters, followUps }: { readonly charters: Pick<CharterStore, 'find'>; readonly followUps: FollowUps },
): Promise<void> {
  const { found, next } = await charters.find({ everywhere: true }, cursor);
  const jobs: FollowUp[] = found.map(({ issueKey }) => ({ kind: 'access', issueKey }));
  if (next !== undefined) jobs.push({ kind: 'review', cursor: next });
  if (jobs.length > 0) await followUps.push(jobs);
}
