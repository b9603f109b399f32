import { retry } from '../../platform/retry';
import type { Claims } from '../ports';
import { definitionOf } from './index';
import type { FollowUp, FollowUps, Continuation } from './ports';

/** Whether a job goes on page by page, or is handed on by one that does. */
export const isPaged = (job: FollowUp): boolean => definitionOf(job).paged;

export interface PagedEvent {
  /** The same for every delivery of one event, and for its retries. */
  readonly eventId: string;
  readonly job: FollowUp;
  /** Absent on the first page: its event names the run. */
  readonly continuation?: Continuation | undefined;
}

/**
 * The queue as one page of paged work pushes to it. Every event may come twice: if each delivery pushed its next page,
 * pages would double at every hop. So of all events for one page of one run the first alone goes on; the others have
 * looked at the page, which is no harm, and stop there. It goes on however often it comes, so that an outage ends nothing.
 */
export function goingOn(
  { eventId, job, continuation }: PagedEvent,
  { claims, followUps }: { readonly claims: Claims; readonly followUps: FollowUps },
): FollowUps {
  const { run, page } = continuation ?? { run: eventId, page: 0 };
  const nextOf = (next: FollowUp, index: number): Continuation =>
    next.kind === job.kind ? { run, page: page + 1 } : { run: `${run}.${page}.${index}`, page: 1 };
  return {
    async push(jobs, delaySeconds) {
      const claim = `page:${run}:${page}`;
      if (page > 0 && !(await retry(() => claims.take(claim, eventId)))) return;
      const next = jobs.map((one, index) => (isPaged(one) ? { ...one, stretch: nextOf(one, index) } : one));
      try {
        await followUps.push(next, delaySeconds);
      } catch (error) {
        // Should the queue bring it again under another name, that one is to go on.
        await retry(() => claims.release(claim)).catch(() => undefined);
        throw error;
      }
    },
  };
}
