import { climbLadder } from '../app/notices/escalate';
import type { ClockFollowUp, DueItem } from '../app/notices/ports';
import type { FollowUps } from '../app/jobs/ports';
import { rewindClocks } from '../app/notices/reschedule';
import { noteMoves } from '../app/notices/note-moves';
import { sendPrompt } from '../app/notices/send-prompt';
import { sendDigest } from '../app/notices/send-digest';
import { tellPeople } from '../app/notices/notify';
import { jira } from '../platform/jira/jira';
import { messages } from '../platform/jira/messages';
import { array, record, string, type Unverified } from '../platform/jira/read';
import { charterStore as charters } from '../platform/storage/charters';
import { claims } from '../platform/storage/claims';
import { clockStore as clocks } from '../platform/storage/clocks';
import { policyStore as policies } from '../platform/storage/policies';
import { clock } from './runtime';

function toItem(value: unknown): readonly DueItem[] {
  const issueId = string(record(value)['issueId']);
  const issueKey = string(record(value)['issueKey']);
  return issueId === '' || issueKey === '' ? [] : [{ issueId, issueKey }];
}

/** A queued body about clocks; null for another, or one this version does not know. */
export function readClockFollowUp(raw: Unverified): ClockFollowUp | null {
  const { kind } = raw;
  switch (kind) {
    case 'climb':
      return { kind, items: array(raw['items']).flatMap(toItem), anyway: raw['anyway'] === true };
    case 'tell':
      return { kind };
    case 'moves':
      return { kind, items: array(raw['items']).flatMap(toItem) };
    case 'prompt':
    case 'digest': {
      const accountId = string(raw['accountId']);
      const notices = array(raw['notices']).map(string).filter(Boolean);
      return accountId === '' ? null : { kind, accountId, notices };
    }
    case 'rewind': {
      const { projectKey, everywhere } = record(raw['where']);
      const cursor = raw['cursor'] === undefined ? undefined : string(raw['cursor']);
      if (everywhere === true) return { kind, where: { everywhere }, cursor };
      return string(projectKey) === '' ? null : { kind, where: { projectKey: string(projectKey) }, cursor };
    }
    default:
      return null;
  }
}

export function runClockFollowUp(job: ClockFollowUp, followUps: FollowUps): Promise<void> {
  switch (job.kind) {
    case 'climb':
      return climbLadder(job, { clocks, charters, messages, clock });
    case 'tell':
      return tellPeople({ clocks, jira, followUps, clock });
    case 'digest':
      return sendDigest(job, { clocks, charters, policies, messages, jira, claims, clock });
    case 'moves':
      return noteMoves(job, { clocks, charters, followUps, clock });
    case 'prompt':
      return sendPrompt(job, { clocks, charters, policies, messages, jira, claims, clock });
    case 'rewind':
      return rewindClocks(job, { charters, followUps });
  }
}
