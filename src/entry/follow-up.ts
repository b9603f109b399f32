import type { InvocationError } from '@forge/events';
import { askAgain, isInVain } from './ask-again';
import { definitionOf, readJob } from '../app/jobs';
import type { JobPorts } from '../app/jobs/define-job';
import { goingOn, isPaged } from '../app/jobs/paged-job';
import type { FollowUp, FollowUps, Continuation } from '../app/jobs/ports';
import { storableIn } from '../app/jobs/read-body';
import { Unavailable } from '../platform/unavailable';
import { accountReports as accounts } from '../platform/jira/account-reports';
import { itemHistories as histories } from '../platform/jira/item-histories';
import { jira } from '../platform/jira/jira';
import { messages } from '../platform/jira/messages';
import { budget, COUNTING_TIMEOUT_MS } from '../platform/points-budget';
import { spentPoints as spent } from '../platform/storage/points';
import { logError } from '../platform/log';
import { record, type Unverified } from '../platform/read';
import { auditLog as audit } from '../platform/storage/audit';
import { brakeRecords } from '../platform/storage/brakes';
import { charterStore as charters } from '../platform/storage/charters';
import { commitmentStore as commitments } from '../platform/storage/commitments';
import { gateBorders as borders, gateTraces as traces, refusals } from '../platform/storage/gate-traces';
import { personalData } from '../platform/storage/personal-data';
import { policyStore as policies } from '../platform/storage/policies';
import { policyRecords } from '../platform/storage/policy-records';
import { projectRecords } from '../platform/storage/project-records';
import { teamStore as teams } from '../platform/storage/directory';
import { linkMemory } from '../platform/storage/waiting-links';
import { summaryStore as summaries } from '../platform/storage/project-summaries';
import { timeLimited } from '../platform/time-limit';
import { preferenceStore as preferences } from '../platform/storage/preferences';
import { retriedFollowUps } from '../platform/storage/follow-ups';
import { claims, clocks, comparison } from './background';
import { clock } from './runtime';

const ports: Omit<JobPorts, 'followUps'> = {
  accounts: timeLimited(accounts),
  audit: timeLimited(audit),
  borders: timeLimited(borders),
  brakeRecords: timeLimited(brakeRecords),
  charters: timeLimited(charters),
  claims,
  clock,
  clocks,
  commitments: timeLimited(commitments),
  comparison,
  histories: timeLimited(histories),
  jira: timeLimited(jira),
  linkMemory: timeLimited(linkMemory),
  messages: timeLimited(messages),
  personalData: timeLimited(personalData),
  policies: timeLimited(policies),
  policyRecords: timeLimited(policyRecords),
  projectRecords: timeLimited(projectRecords),
  refusals: timeLimited(refusals),
  summaries: timeLimited(summaries),
  teams: timeLimited(teams),
  traces: timeLimited(traces),
  preferences: timeLimited(preferences),
};

const queue = timeLimited(retriedFollowUps);
const spentPoints = timeLimited(spent, COUNTING_TIMEOUT_MS);

function readContinuation(raw: unknown): Continuation | undefined {
  const { run: name, page } = record(raw);
  const run = storableIn(name);
  return run !== undefined && typeof page === 'number' && Number.isInteger(page) && page > 0
    ? { run, page }
    : undefined;
}

/** The queue as a job may push to it. An event without a usable name is one of its own. */
function queueFor(job: FollowUp, event: Unverified): FollowUps {
  if (!isPaged(job)) return queue;
  return goingOn(
    {
      eventId: storableIn(event['eventId']) ?? crypto.randomUUID(),
      job,
      continuation: readContinuation(record(event['body'])['stretch']),
    },
    { claims, followUps: queue },
  );
}

/** Queue consumer. Events may come twice and in any order; what cannot be done now is asked for again. */
export async function followUp(event: unknown): Promise<InvocationError | undefined> {
  const job = readJob(record(event)['body']);
  if (!job) {
    logError('A follow-up was dropped', new Error('its shape is unknown'));
    return undefined;
  }
  try {
    const definition = definitionOf(job);
    const run = () => definition.run(job, { ...ports, followUps: queueFor(job, record(event)) });
    await (definition.canWait === true ? budget.optionally(run, spentPoints, { isUnattended: true }) : run());
    return undefined;
  } catch (error) {
    // Asking again would be refused again; what it was for waits for the next change, sweep or administrator.
    if (
      error instanceof Unavailable &&
      (error.failure === 'refused' || error.failure === 'broken-question')
    ) {
      logError(`A follow-up was refused: ${job.kind}`, error);
      return undefined;
    }
    if (!(error instanceof Unavailable)) throw error;
    return isInVain(error, record(event)) ? undefined : askAgain(error);
  }
}
