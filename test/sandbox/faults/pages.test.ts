import { copy, itemWith, openProject } from '../../../bench/sweep/site';
import { useSite } from '../../support/sandbox';

const site = useSite({ haste: 20 });

/** So many that each walk takes several runs, one after the other, of several pages each. */
const CHARTERS = 4_000;

beforeAll(async () => {
  openProject(site.sandbox);
  const like = await itemWith(site.sandbox, 2);
  const nextAt = '2027-12-01T00:00:00.000Z';
  copy(site.sandbox, { like, from: 1_000, count: CHARTERS, nextAt, inJira: true });
}, 180_000);
afterEach(() => site.sandbox.faults.clear());

/** Fires a schedule; how many events of the queue were delivered until all that follows from it was done. */
async function delivered(schedule: string): Promise<number> {
  const { next } = site.sandbox.calls.since(0);
  await site.sandbox.host.fire(schedule);
  await site.sandbox.drain();
  return site.sandbox.calls.since(next).invocations.filter(({ kind }) => kind === 'consumer').length;
}

test.each(['weekly-review', 'personal-data'])(
  '%s goes through all pages, and its runs do not multiply where every event comes twice',
  async (schedule) => {
    const once = await delivered(schedule);
    site.sandbox.faults.add({ target: 'queue', duplicate: true });
    const twice = await delivered(schedule);
    expect(twice).toBeGreaterThan(once);
    // Two deliveries of each event, as many again of what both of them asked for, and a few that end early and go on.
    expect(twice).toBeLessThanOrEqual(5 * once);
  },
  400_000,
);
