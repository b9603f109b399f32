import { InvocationError, InvocationErrorCode } from '@forge/events';
import { followPassage } from '../app/follow-passage';
import { followShadow } from '../app/follow-shadow';
import { Unavailable, type FollowUp } from '../app/ports';
import { rebuildAllRows } from '../app/rebuild-rows';
import { trouble } from '../app/trouble';
import { CHECKPOINTS } from '../domain/gate/rules';
import { array, record, string } from '../jira/read';
import { jira } from '../jira/jira';
import { charterStore as charters } from '../storage/charters';
import { claims } from '../storage/claims';
import { commitmentStore as commitments } from '../storage/commitments';
import { followUps } from '../storage/follow-ups';
import { clock } from './runtime';

const REASONS = ['observe', 'coach', 'unchecked'] as const;
const RETRY_AFTER_SECONDS = 30;

const strings = (value: unknown): readonly string[] => array(value).map(string).filter(Boolean);

/** A queued body as a follow-up; null for one this version does not know. */
export function readFollowUp(body: unknown): FollowUp | null {
  const raw = record(body);
  const issueKey = string(raw['issueKey']);
  const cursor = string(raw['cursor']);
  if (raw['kind'] === 'rows') return { kind: 'rows', ...(cursor !== '' && { cursor }) };
  if (issueKey === '') return null;
  if (raw['kind'] === 'shadow') return { kind: 'shadow', issueKey };
  const checkpoint = CHECKPOINTS.find((one) => one === raw['checkpoint']);
  const reason = REASONS.find((one) => one === raw['reason']);
  if (raw['kind'] !== 'passage' || !checkpoint || !reason) return null;
  return {
    kind: 'passage',
    issueKey,
    checkpoint,
    reason,
    toStatusId: string(raw['toStatusId']),
    rules: strings(raw['rules']),
    advice: strings(raw['advice']),
    at: string(raw['at']),
  };
}

function run(job: FollowUp): Promise<void> {
  switch (job.kind) {
    case 'shadow':
      return followShadow(job.issueKey, { jira, charters, clock });
    case 'passage':
      return followPassage(job, { jira, charters, claims, clock });
    case 'rows':
      return rebuildAllRows(job.cursor, { commitments, followUps, clock });
  }
}

/** Queue consumer. Events may come twice and in any order; what cannot be done now is asked for again. */
export async function followUp(event: unknown): Promise<InvocationError | undefined> {
  const job = readFollowUp(record(event)['body']);
  if (!job) {
    trouble('A follow-up was dropped', new Error('its shape is unknown'));
    return undefined;
  }
  try {
    await run(job);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
