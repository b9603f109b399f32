import type { InvocationError } from '@forge/events';
import { followReview, recordSight } from '../app/lifecycle/access-review';
import { followAssignment } from '../app/lifecycle/nominate-assignee';
import { followMove } from '../app/gate/record-bypass';
import { followPassage } from '../app/gate/record-passage';
import { followShadow } from '../app/fields/write-fields';
import { Unavailable } from '../app/ports';
import { goingOn, isPaged } from '../app/jobs/paged-job';
import type { FollowUp, FollowUps, OwnedItem, Stretch } from '../app/jobs/ports';
import { rebuildAllRows } from '../app/commitments/rebuild-inbox';
import { trouble } from '../platform/log';
import { PASSAGE_REASONS } from '../domain/charter/charter';
import { CHECKPOINTS } from '../domain/policy/rules';
import { array, record, string, type Unverified } from '../platform/jira/read';
import { jira } from '../platform/jira/jira';
import { messages } from '../platform/jira/messages';
import { charterStore as charters } from '../platform/storage/charters';
import { claims } from '../platform/storage/claims';
import { clockStore as clocks } from '../platform/storage/clocks';
import { commitmentStore as commitments } from '../platform/storage/commitments';
import { followUps as queue } from '../platform/storage/follow-ups';
import { askAgain } from './ask-again';
import { readClockFollowUp, runClockFollowUp } from './clock-follow-up';
import { readLifeFollowUp, runLifeFollowUp } from './life-follow-up';
import { clock } from './runtime';

/** Letters that storage takes in a key. */
const NAME = /^[a-zA-Z0-9._#-]{1,300}$/;

const strings = (value: unknown): readonly string[] => array(value).map(string).filter(Boolean);

function readOwned(value: unknown): readonly OwnedItem[] {
  const issueKey = string(record(value)['issueKey']);
  const accountId = string(record(value)['accountId']);
  return issueKey === '' || accountId === '' ? [] : [{ issueKey, accountId }];
}

function readReview({ cursor, before }: Unverified): FollowUp {
  const { run, owned, lost } = record(before);
  const soFar = NAME.test(string(run)) && {
    run: string(run),
    owned: typeof owned === 'number' ? owned : 0,
    lost: array(lost).flatMap(readOwned),
  };
  return {
    kind: 'review',
    ...(cursor !== undefined && { cursor: string(cursor) }),
    ...(soFar && { before: soFar }),
  };
}

/** A queued body as a follow-up; null for one this version does not know. */
export function readFollowUp(body: unknown): FollowUp | null {
  const raw = record(body);
  const ofClocks = readClockFollowUp(raw);
  if (ofClocks) return ofClocks;
  const life = readLifeFollowUp(raw);
  if (life) return life;
  if (raw['kind'] === 'review') return readReview(raw);
  const issueKey = string(raw['issueKey']);
  const cursor = string(raw['cursor']);
  if (raw['kind'] === 'rows') return { kind: 'rows', ...(cursor !== '' && { cursor }) };
  if (issueKey === '') return null;
  if (raw['kind'] === 'shadow') return { kind: 'shadow', issueKey };
  if (raw['kind'] === 'access') {
    const [item] = readOwned(raw);
    return item ? { kind: 'access', ...item, sees: raw['sees'] === true } : null;
  }
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
      return followPassage(job, { jira, charters, clocks, claims, clock });
    case 'moved':
      return followMove(job, { jira, charters, clock });
    case 'access':
      return recordSight(job, { charters, followUps, clock });
    case 'review':
      return followReview(job, { messages, charters, commitments, claims, followUps, clock });
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
    // Asking again would be refused again; what it was for waits for the next change, sweep or administrator.
    if (
      error instanceof Unavailable &&
      (error.failure === 'refused' || error.failure === 'broken-question')
    ) {
      trouble(`A follow-up was refused: ${job.kind}`, error);
      return undefined;
    }
    if (!(error instanceof Unavailable)) throw error;
    return askAgain();
  }
}
