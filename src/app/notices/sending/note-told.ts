import { isMoveStep } from '../../../domain/notices/moves';
import { logError } from '../../../platform/log';
import { retry } from '../../../platform/retry';
import type { FollowUp, FollowUps } from '../../jobs/ports';
import { CHANGES_AT_ONCE, type DueItem, type Notice } from '../ports';

/**
 * Has it looked at whether notices reached their readers. What the queue does not take, the daily look at whoever was not
 * reached finds.
 */
export async function noteTold(notices: readonly Notice[], followUps: FollowUps): Promise<void> {
  const items = new Map<string, DueItem>(
    notices
      .filter(({ step }) => isMoveStep(step))
      .map(({ issueId, issueKey }) => [issueId, { issueId, issueKey }]),
  );
  const all = [...items.values()];
  const jobs: FollowUp[] = [];
  for (let at = 0; at < all.length; at += CHANGES_AT_ONCE) {
    jobs.push({ kind: 'note-reached', items: all.slice(at, at + CHANGES_AT_ONCE) });
  }
  if (jobs.length === 0) return;
  try {
    await retry(() => followUps.push(jobs));
  } catch (error) {
    logError('Whether people were reached is looked at a day later', error);
  }
}
