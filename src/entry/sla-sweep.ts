import { migrateIfStale } from '../app/migrate';
import { sweepDue } from '../app/sweep-due';
import { clockStore as clocks } from '../storage/clocks';
import { dataVersion } from '../storage/data-version';
import { followUps } from '../storage/follow-ups';
import { clock } from './runtime';

/**
 * `scheduledTrigger`, hourly: hands out what is due. Missed hours need no catching up: the rows stay due. The first hour
 * under new code also has stored records looked after: a normal deploy sends no event.
 */
export async function slaSweep(): Promise<void> {
  await sweepDue({ clocks, followUps, clock });
  await migrateIfStale({ dataVersion, followUps });
}
