import { isBefore } from '../../domain/time/time';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import { settledRecord, type RekeyPorts } from '../charter/rekey-charter';
import { followUpsOf } from '../charter/after-change';
import type { CharterStore } from '../charter/ports';
import { mustBeWritten } from '../charter/revision';
import type { NoteDoneJob } from '../jobs/lifecycle/note-done';
import type { FollowUps } from '../jobs/ports';
import type { Clock, Jira } from '../ports';
import { ownOrNone } from '../subject/own-charter';
import { policyFor } from '../subject/policy-for';

export interface NoteDonePorts {
  readonly jira: Pick<Jira, 'workItem' | 'lastMove'>;
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * Looks whether a work item is done, and notes it on its record where that says otherwise. What the event said is only a
 * hint, so it may come twice, late, or after a later one.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira shows the app no moves.
 */
export async function noteDone({ issueKey, version }: NoteDoneJob, ports: NoteDonePorts): Promise<void> {
  const { jira, charters, followUps, clock } = ports;
  const [raw, found] = await Promise.all([jira.workItem('app', issueKey), charters.read(issueKey)]);
  if (!raw) return;
  const read = await settledRecord(raw, found, ports);
  const stored = ownOrNone(read.stored, raw.issueId);
  mustBeWritten(stored, version);
  if (stored.version === 0) return;
  const policy = policyFor(read.policy, raw.projectId);
  const { status } = raw.toWorkItem(policy);
  const done = status.category === 'done';
  if ((stored.charter.finishedAt !== undefined) === done) return;
  const move = await jira.lastMove(issueKey, status.id);
  const now = clock.now();
  // Jira's clock may be a moment ahead.
  const since = move && isBefore(move.at, now) ? move.at : now;
  const changed = await changeAsHoldfast(
    {
      issueKey: raw.issueKey,
      issueId: raw.issueId,
      stored,
      command: { type: 'record-done', done, since },
      now,
      policy,
    },
    charters,
  );
  if (changed.ok) await followUps.push(followUpsOf(raw.issueKey, changed.value, now));
}
