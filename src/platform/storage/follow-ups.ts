import { Unavailable } from '../unavailable';
import type { FollowUps } from '../../app/jobs/ports';

const QUEUE = 'follow-up';

/** Follow-ups on Forge's queue. The SDK is loaded at the first push: most gate runs never need it. */
export const followUps: FollowUps = {
  async push(jobs, delaySeconds) {
    try {
      const { Queue } = await import(/* webpackMode: "eager" */ '@forge/events');
      await new Queue({ key: QUEUE }).push(
        jobs.map((job) => ({
          body: { ...job },
          ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }),
        })),
      );
    } catch (error) {
      throw new Unavailable('queue', error instanceof Error ? error.name : 'push failed');
    }
  },
};
