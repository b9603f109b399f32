import type { InvocationError } from '@forge/events';
import { migrateIfStale } from '../app/lifecycle/migrate';
import { Unavailable } from '../platform/unavailable';
import type { FollowUp } from '../app/jobs/ports';
import { logError } from '../platform/log';
import { record, string, type Unverified } from '../platform/read';
import { askAgain } from './ask-again';
import { dataVersion, queue as followUps } from './background';

/** A little more than the day between two reviews. */
const LOOKED_BACK_HOURS = 25;

const search = (projectKey: string, gone: boolean): readonly FollowUp[] =>
  projectKey === '' ? [] : [{ kind: 'find-charters', where: { projectKey }, gone }];

/** What an event means for the data we keep. Jira's events tell where to look, not what is so. */
export function lifeFollowUpsOf(event: Unverified): readonly FollowUp[] {
  const issue = record(event['issue']);
  const [issueId, issueKey] = [string(issue['id']), string(issue['key'])];
  const project = record(event['project']);
  const [projectId, projectKey] = [string(project['id']), string(project['key'])];
  switch (event['eventType']) {
    case 'avi:jira:deleted:issue':
      return issueId === '' || issueKey === ''
        ? []
        : [{ kind: 'locate-item', issueId, issueKey, gone: true }];
    case 'avi:jira:softdeleted:project':
    case 'avi:jira:deleted:project':
      return search(projectKey, true);
    case 'avi:jira:updated:project':
      // It does not say what was changed.
      return projectId === '' ? [] : [{ kind: 'rekey-project', projectId }];
    case 'avi:jira:restored:project':
      return search(projectKey, false);
    default:
      return [];
  }
}

/** `trigger`: what becomes of items, projects and the app itself. The queue does the work. */
export async function lifeEvent(event: unknown): Promise<InvocationError | undefined> {
  try {
    const raw = record(event);
    // The same as every hour: a major version only makes it come at once.
    if (raw['eventType'] === 'avi:forge:upgraded:app') await migrateIfStale({ dataVersion, followUps });
    const jobs = lifeFollowUpsOf(raw);
    if (jobs.length > 0) await followUps.push(jobs);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('An event could not be followed yet', error);
    return askAgain(error);
  }
}

/** `scheduledTrigger`, weekly: begins the cycle for personal data. */
export async function personalDataCycle(): Promise<void> {
  await followUps.push([{ kind: 'gdpr-collect', accounts: {} }]);
}

/**
 * `scheduledTrigger`, daily: what nobody's event tells, such as a role taken away from a DRI, and what an event
 * or a push that was lost should have told.
 */
export async function weeklyReview(): Promise<void> {
  await followUps.push([
    { kind: 'access-review' },
    { kind: 'learn-links' },
    { kind: 'find-renamed', startAt: 0 },
    { kind: 'reconcile-moves' },
    { kind: 'review-fields' },
    { kind: 'search-fields', where: { changedWithinHours: LOOKED_BACK_HOURS } },
  ]);
}
