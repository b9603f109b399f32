import type { Bench, Figure } from './harness';
import { HABITS, manyCharters, type SiteSize, type Tally } from './habits/habits';
import { openDemo } from './site';

const SITES: readonly SiteSize[] = [
  { users: 500, charters: 2_000, transitions: 20_000, edits: 200_000 },
  { users: 5_000, charters: 100_000, transitions: 200_000, edits: 2_000_000 },
];
/** What Forge bills a round trip with, and what starts beside it, in seconds; memory as the manifest asks. */
const WAVE_SECONDS = 0.08;
const BASE_SECONDS = 0.05;
const MEMORY_GB = 0.25;
const GIGABYTE = 1e9;
/** A month of the smaller site. */
const GB_SECONDS = 60_000;
const WRITTEN_GB = 0.3;

const gbSecondsOf = ({ invocations, waves }: Tally): number =>
  MEMORY_GB * (invocations * BASE_SECONDS + waves * WAVE_SECONDS);

/** Each habit as often as it comes in a month: what a whole site costs, counted and not timed. */
export const bench: Bench = {
  title: 'A month of a site, habit by habit',
  async run() {
    const sandbox = await openDemo();
    const figures: Figure[] = [];
    const tallies: Tally[] = [];
    try {
      await manyCharters(sandbox);
      for (const { what, once, calls, invocations } of HABITS) {
        const cost = await once(sandbox);
        tallies.push(cost);
        figures.push(
          {
            what: `${what}: calls`,
            value: cost.calls,
            unit: '',
            ceiling: calls[1],
            note: `at least ${calls[0]}; ${cost.jira} to Jira, ${cost.waves} waves, ${kilobytes(cost.read)} read, ${kilobytes(cost.written)} written`,
          },
          {
            what: `${what}: invocations`,
            value: cost.invocations,
            unit: '',
            ceiling: invocations[1],
            note: `at least ${invocations[0]}`,
          },
        );
      }
    } finally {
      sandbox.close();
    }
    return [...figures, ...SITES.flatMap((site, at) => monthOf(site, tallies, at === 0))];
  },
};

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} KB`;

function monthOf(site: SiteSize, tallies: readonly Tally[], isPromised: boolean): readonly Figure[] {
  const total = (of: (tally: Tally) => number): number =>
    HABITS.reduce((all, { perMonth }, at) => {
      const tally = tallies[at];
      return all + (tally ? of(tally) * perMonth(site) : 0);
    }, 0);
  const of = `${site.users} users, ${site.charters} charters, a month`;
  return [
    {
      what: `${of}: compute`,
      value: total(gbSecondsOf),
      unit: 'GB-s',
      ...(isPromised && { ceiling: GB_SECONDS }),
    },
    {
      what: `${of}: written`,
      value: total(({ written }) => written) / GIGABYTE,
      unit: 'GB',
      ...(isPromised && { ceiling: WRITTEN_GB }),
    },
    { what: `${of}: read`, value: total(({ read }) => read) / GIGABYTE, unit: 'GB' },
    { what: `${of}: invocations`, value: total(({ invocations }) => invocations), unit: '' },
    { what: `${of}: calls to Jira`, value: total(({ jira }) => jira), unit: '' },
  ];
}
