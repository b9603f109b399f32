import { InvocationError, InvocationErrorCode } from '@forge/events';
import { followAccess, followReview } from '../app/follow-access';
import { followAssignment } from '../app/follow-assignment';
import { followMove } from '../app/follow-move';
import { followPassage } from '../app/follow-passage';
import { followShadow } from '../app/follow-shadow';
import { Unavailable } from '../app/ports';
import { goingOn, isPaged } from '../app/go-on';
import type { FollowUp, FollowUps, Stretch } from '../app/ports-follow-ups';
import { rebuildAllRows } from '../app/rebuild-rows';
import { trouble } from '../app/trouble';
import { PASSAGE_REASONS } from '../domain/charter/charter';
import { CHECKPOINTS } from '../domain/gate/rules';
import { array, record, string, type Unverified } from '../jira/read';
import { jira } from '../jira/jira';
import { charterStore as charters } from '../storage/charters';
import { claims } from '../storage/claims';
import { commitmentStore as commitments } from '../storage/commitments';
import { followUps as queue } from '../storage/follow-ups';
import { readClockFollowUp, runClockFollowUp } from './clock-follow-up';
import { readLifeFollowUp, runLifeFollowUp } from './life-follow-up';
import { clock } from './runtime';

const RETRY_AFTER_SECONDS = 30;

const strings = (value: unknown): readonly string[] => array(value).map(string).filter(Boolean);

/** A queued body as a follow-up; null for one this version does not know. */
export function readFollowUp(body: unknown): FollowUp | null {
  const raw = record(body);
  const clocks = readClockFollowUp(raw);
  if (clocks) return clocks;
  const life = readLifeFollowUp(raw);
  if (life) return life;
  if (raw['kind'] === 'review')
    return { kind: 'review', ...(raw['cursor'] !== undefined && { cursor: string(raw['cursor']) }) };
  const issueKey = string(raw['issueKey']);
  const cursor = string(raw['cursor']);
  if (raw['kind'] === 'rows') return { kind: 'rows', ...(cursor !== '' && { cursor }) };
  if (issueKey === '') return null;
  if (raw['kind'] === 'shadow') return { kind: 'shadow', issueKey };
  if (raw['kind'] === 'access') return { kind: 'access', issueKey };
  if (raw['kind'] === 'assigned') return { kind: 'assigned', issueKey };
  const checkpoint = CHECKPOINTS.find((one) => one === raw['checkpoint']);
  const toStatusId = string(raw['toStatusId']);
  if (raw['kind'] === 'moved' && checkpoint) return { kind: 'moved', issueKey, toStatusId, checkpoint };
  const reason = PASSAGE_REASONS.find((one) => one === raw['reason']);
  if (raw['kind'] !== 'passage' || !checkpoint || !reason || reason === 'bypass') return null;
  const child = string(raw['child']);
  return {
    kind: 'passage',
    issueKey,
    checkpoint,
    reason,
    toStatusId,
    ...(child !== '' && { child }),
    rules: strings(raw['rules']),
    advice: strings(raw['advice']),
    at: string(raw['at']),
  };
}

/** Letters that storage takes in a key. */
const NAME = /^[a-zA-Z0-9._#-]{1,300}$/;

function readStretch(raw: unknown): Stretch | undefined {
  const { run, page } = record(raw);
  const named = NAME.test(string(run)) && typeof page === 'number' && Number.isInteger(page) && page > 0;
  return named ? { run: string(run), page } : undefined;
}

/** The queue as a job may push to it. An event without a usable name is one of its own. */
function queueFor(job: FollowUp, event: Unverified): FollowUps {
  if (!isPaged(job)) return queue;
  const eventId = string(event['eventId']);
  return goingOn(
    {
      eventId: NAME.test(eventId) ? eventId : crypto.randomUUID(),
      job,
      stretch: readStretch(record(event['body'])['stretch']),
    },
    { claims, followUps: queue },
  );
}

function carryOut(job: FollowUp, followUps: FollowUps): Promise<void> {
  switch (job.kind) {
    case 'shadow':
      return followShadow(job.issueKey, { jira, charters, clock });
    case 'passage':
      return followPassage(job, { jira, charters, claims, clock });
    case 'moved':
      return followMove(job, { jira, charters, clock });
    case 'access':
      return followAccess(job.issueKey, { jira, charters, followUps, clock });
    case 'review':
      return followReview(job.cursor, { charters, followUps });
    case 'assigned':
      return followAssignment(job.issueKey, { jira, charters, followUps, clock });
    case 'climb':
    case 'tell':
    case 'digest':
    case 'rewind':
      return runClockFollowUp(job, followUps);
    case 'rows':
      return rebuildAllRows(job.cursor, { commitments, charters, followUps, clock });
    default:
      return runLifeFollowUp(job, followUps);
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
    await carryOut(job, queueFor(job, record(event)));
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
