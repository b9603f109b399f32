import { claims as claimStore } from '../platform/storage/claims';
import { awayStore } from '../platform/storage/directory';
import { clockStore } from '../platform/storage/clocks';
import { comparison as comparisons } from '../platform/storage/comparison';
import { dataVersion as dataVersions } from '../platform/storage/data-version';
import { followUps } from '../platform/storage/follow-ups';
import { parkedWork } from '../platform/storage/parked-work';
import { timeLimited } from '../platform/time-limit';

/** What schedules, events and the queue's consumer work with: nobody waits for them, so nothing else ends what hangs. */
export const clocks = timeLimited(clockStore);
export const comparison = timeLimited(comparisons);
export const dataVersion = timeLimited(dataVersions);
export const parked = timeLimited(parkedWork);
export const away = timeLimited(awayStore);
export const claims = timeLimited(claimStore);
export const queue = timeLimited(followUps);
