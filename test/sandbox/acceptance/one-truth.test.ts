import { askEverywhere, contradictions, countsOf } from '../../support/verdicts/consumers';
import { happen } from '../../support/verdicts/world';
import { useSite } from '../../support/sandbox';

const site = useSite();

/** How many worlds, and from which seed on: a failure names the seed that repeats it. */
const WORLDS = Number(process.env['TRUTH_WORLDS'] ?? 6);
const SEED = Number(process.env['TRUTH_SEED'] ?? 20_261_126);

it.each(Array.from({ length: WORLDS }, (_, at) => SEED + at))(
  'every surface gives the same answer in the world of seed %i',
  async (seed) => {
    const { issueKeys } = await happen(site, seed);
    const counts = await countsOf(site, 'EXP');
    const asked = await askEverywhere(site, 'EXP', issueKeys);
    expect(asked.flatMap(contradictions)).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(counts).toEqual({ report: counts.report, preview: counts.report, gadget: counts.report });
    // What Jira refuses the app is logged; that is no defect here.
    site.logs.splice(0);
  },
  300_000,
);
