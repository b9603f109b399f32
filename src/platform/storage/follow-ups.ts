import { Unavailable } from '../unavailable';
import type { FollowUps } from '../../app/jobs/ports';

const QUEUE = 'follow-up';
/** The most events that one request takes. */
const EVENTS = 50;

/** Follow-ups on Forge's queue. The SDK is loaded at the first push: most gate runs never need it. */
export const followUps: FollowUps = {
  async push(jobs, delaySeconds) {
    try {
      const { Queue } = await import(/* webpackMode: "eager" */ '@forge/events');
      const queue = new Queue({ key: QUEUE });
      for (let at = 0; at < jobs.length; at += EVENTS) {
        await queue.push(
          jobs.slice(at, at + EVENTS).map((job) => ({
            body: { ...job },
            ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }),
          })),
        );
      }
    } catch (error) {
      throw new Unavailable('queue', error instanceof Error ? error.name : 'push failed');
    }
  },
};
