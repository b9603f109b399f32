import { goOnComparing } from '../app/fields/compare-all';
import { migrateIfStale } from '../app/lifecycle/migrate';
import { sweepDue } from '../app/notices/sweep-due';
import { watchAbsences } from '../app/away/tell-presence';
import { away, claims, clocks, comparison, dataVersion, queue as followUps } from './background';
import { clock } from './runtime';

/**
 * `scheduledTrigger`, hourly: hands out what is due, and has the comparison of fields go on. Missed hours need no catching
 * up: the rows stay due. The first hour under new code also has stored records looked after: a normal deploy sends no event.
 */
export async function slaSweep(): Promise<void> {
  await watchAbsences({ away, claims, followUps, clock });
  await sweepDue({ clocks, followUps, clock });
  await migrateIfStale({ dataVersion, followUps });
  await goOnComparing({ comparison, followUps, clock });
}
