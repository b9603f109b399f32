import { goOnComparing } from '../app/fields/compare-all';
import { migrateIfStale } from '../app/lifecycle/migrate';
import { sweepDue } from '../app/notices/sweep-due';
import { watchAbsences } from '../app/away/tell-presence';
import { resumeParked } from '../app/jobs/resume-parked';
import { logError } from '../platform/log';
import { away, claims, clocks, comparison, dataVersion, parked, queue as followUps } from './background';
import { clock } from './runtime';

/**
 * `scheduledTrigger`, hourly: hands out what is due, and has the comparison of fields go on. Missed hours need no catching
 * up: the rows stay due. The first hour under new code also has stored records looked after: a normal deploy sends no event.
 */
export async function slaSweep(): Promise<void> {
  // Work of a former chain comes first, while this one may still push, and holds nothing up where it fails.
  await resumeParked({ parked }).catch((error: unknown) => {
    logError('Work that waits in storage was not taken up', error);
  });
  await watchAbsences({ away, claims, followUps, clock });
  await sweepDue({ clocks, followUps, clock });
  await migrateIfStale({ dataVersion, followUps });
  await goOnComparing({ comparison, followUps, clock });
}
