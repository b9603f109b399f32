import { reportDrift } from '../../../../src/app/report/drift';
import { reportIndicators } from '../../../../src/app/report/indicators';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { judgedSeries } from '../../../../src/domain/report/drift/drift';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { weeksBefore } from '../../../../src/domain/report/indicators/weeks';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked } from '../../../support/events';
import { epic } from '../../../support/items';
import { wholeDrift } from '../../../support/drift';
import { world, type World } from '../../../support/memory-ports';
import { OPS } from '../../../support/people';

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const request = { projectKey: 'EXP' };
const driftFor = (here: World) => wholeDrift((cursor) => reportDrift({ ...request, cursor }, here));

/** EXP-1 to EXP-16, one a week, answered later and later. */
function softening(here: World = world()): World {
  weeksBefore(NOW, 16).forEach((week, index) => {
    const at = Date.parse(`${week}T08:00:00Z`);
    const history: readonly CharterEvent[] = [
      asked('A1', { at: iso(at), providerAccountId: OPS }),
      acknowledged('A1', { at: iso(at + (20 + (index > 9 ? 50 : index % 3)) * HOUR), by: OPS }),
    ];
    const issueKey = `EXP-${index + 1}`;
    const done = { id: '3', name: 'Done', category: 'done' } as const;
    here.jira.items.set(
      issueKey,
      epic({ issueKey, issueId: `${10_001 + index}`, ...(index < 12 && { status: done }) }),
    );
    here.charters.put(issueKey, history, `${10_001 + index}`);
  });
  return here;
}

it('tells what loosens, counting finished items too, with an insight and what to change', async () => {
  const answer = await driftFor(softening());
  expect(answer).toMatchObject({
    handoffs: { loosening: 1, all: 1 },
    items: 16,
    withHistory: 16,
    measured: { have: 16, need: 10 },
  });
  const [signal] = answer.signals;
  expect(signal?.insight).toMatch(
    /^Acknowledgements from .* take three days instead of one since the week of /,
  );
  expect(signal?.reinforcements).not.toEqual([]);
});

it('shows no trace of items the viewer may not see', async () => {
  const here = softening();
  for (let index = 11; index <= 16; index += 1) here.jira.hidden.add(`EXP-${index}`);
  const without = world();
  const all = softening();
  for (let index = 1; index <= 10; index += 1) {
    const issueKey = `EXP-${index}`;
    without.jira.items.set(issueKey, all.jira.items.get(issueKey)!);
    without.charters.stored.set(issueKey, all.charters.stored.get(issueKey)!);
  }
  expect(await reportDrift(request, here)).toEqual(await reportDrift(request, without));
  expect(await reportIndicators(request, here)).toEqual(await reportIndicators(request, without));
});

it('reads a page with one search and one read of charters', async () => {
  const here = softening();
  await reportIndicators(request, here);
  expect(here.jira.calls).toEqual({ issueTypes: 1, projectId: 1, itemsEver: 1 });
  expect(here.charters.calls).toEqual({ readFor: 1 });
});

describe('a project of more pages than one answer turns', () => {
  /** A hundred items a page, each with one answer; `msPerPage` on the clock for each. */
  function many(pages: number, msPerPage = 0) {
    const here = world();
    let now = Date.parse(NOW);
    const searched: (string | undefined)[] = [];
    const itemOf = (n: number) => ({ issueKey: `EXP-${n}`, issueId: `${10_000 + n}`, closed: false });
    for (let n = 1; n <= pages * 100; n += 1) {
      const at = Date.parse(NOW) - (n % 16) * 7 * 24 * HOUR;
      const history = [
        asked('A1', { at: iso(at), providerAccountId: OPS }),
        acknowledged('A1', { at: iso(at + 20 * HOUR), by: OPS }),
      ];
      here.charters.put(`EXP-${n}`, history, itemOf(n).issueId);
    }
    const jira = Object.assign(Object.create(here.jira) as typeof here.jira, {
      projectRights: () => Promise.resolve(here.jira.rights),
      issueTypes: () => here.jira.issueTypes(),
      projectId: () => Promise.resolve(null),
      people: () => Promise.resolve([]),
      itemsEver: (_: string, { pageToken }: { readonly pageToken?: string }) => {
        searched.push(pageToken);
        now += msPerPage;
        const page = Number(pageToken ?? '0');
        return Promise.resolve({
          items: Array.from({ length: 100 }, (_unused, index) => itemOf(page * 100 + index + 1)),
          ...(page + 1 < pages && { nextPageToken: String(page + 1) }),
        });
      },
    });
    return { searched, ports: { ...here, jira, clock: { now: () => iso(now) } } };
  }

  it('is read whole by the cursor, five pages an answer and none of them twice', async () => {
    const { searched, ports } = many(12);
    const follows: boolean[] = [];
    const run = { found: (_: unknown, hasNext: boolean) => void follows.push(hasNext) };
    const view = await wholeDrift((cursor) => reportDrift({ ...request, cursor, run }, ports));
    expect(view).toMatchObject({ items: 1_200, withHistory: 1_200 });
    expect(searched).toEqual([undefined, ...Array.from({ length: 11 }, (_, index) => String(index + 1))]);
    expect(follows).toEqual([true, true, false]);
  });

  it('answers in time where a page takes long, and goes on from there', async () => {
    const { searched, ports } = many(4, 3_000);
    const first = await reportDrift(request, ports);
    expect(first.evidence.items).toBe(200);
    expect(first.nextCursor).toBe('2');
    const second = await reportDrift({ ...request, cursor: first.nextCursor }, ports);
    expect([second.evidence.items, second.nextCursor, second.project]).toEqual([200, undefined, undefined]);
    expect(searched).toHaveLength(4);
  });
});

it('is not found for people who may not browse the project', async () => {
  const here = world();
  here.jira.userSees = false;
  here.jira.rights = { browse: false, administer: false };
  await expect(reportDrift(request, here)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

it('says how far the data is from enough', async () => {
  const here = world(asked('A1'), acknowledged('A1'));
  expect(await driftFor(here)).toMatchObject({ signals: [], measured: { need: 10 } });
});

it('lets the page compute the same series from the evidence', async () => {
  const here = softening();
  const { evidence, weeks } = await reportIndicators(request, here);
  const { signals } = await driftFor(here);
  const points = judgedSeries(evidence, weeks).find(
    ({ indicator, provider }) => indicator === signals[0]?.indicator && provider,
  )?.points;
  expect(points).toEqual(signals[0]?.points);
});

it('does not take over the past of another item that had the key before', async () => {
  const here = softening();
  here.jira.items.set('EXP-1', epic({ issueKey: 'EXP-1', issueId: '99999' }));
  expect(await driftFor(here)).toMatchObject({ items: 16, withHistory: 15 });
});

it('says where older entries were not looked at', async () => {
  const here = softening();
  const stored = here.charters.stored.get('EXP-1')!;
  here.charters.stored.set('EXP-1', { ...stored, earlier: 40 });
  expect(await driftFor(here)).toMatchObject({ cut: 1 });
});

it('says how many handoffs loosened as one would have judged a week ago', async () => {
  const steady = world();
  expect(await driftFor(softening())).toMatchObject({ handoffs: { loosening: 1, lastWeek: 1 } });
  expect(await driftFor(steady)).toMatchObject({ handoffs: { loosening: 0, lastWeek: 0 } });
  // The same weeks, seen a week earlier, say what the answer of today says of then.
  for (const weeks of [1, 2, 3, 4]) {
    const at = (ago: number) => ({ now: () => iso(Date.parse(NOW) - ago * 7 * 24 * HOUR) });
    const then = await driftFor({ ...softening(), clock: at(weeks) });
    const later = await driftFor({ ...softening(), clock: at(weeks - 1) });
    expect(later.handoffs.lastWeek).toBe(then.handoffs.loosening);
  }
});

describe('changes of the policy', () => {
  const saved = async (here: World, version: number, at: string, more: Partial<Policy>) =>
    here.policies.write(
      { project: 'EXP' },
      { liesUnder: 'EXP' },
      {
        version,
        savedAt: at,
        savedBy: 'u-lead',
        policy: { ...siteDefault, ...more, version, decidedBy: 'project' },
      },
    );

  it('are told by the week, in words, with charts and indicators alike', async () => {
    const here = softening();
    await saved(here, 1, '2026-10-14T08:00:00.000Z', { intake: ['inputs'] });
    await saved(here, 2, '2026-10-16T08:00:00.000Z', { intake: ['inputs'], mode: 'coach' });
    await saved(here, 3, '2026-11-02T08:00:00.000Z', {
      intake: ['inputs'],
      mode: 'coach',
      waivers: { ...siteDefault.waivers, projectAdmins: false, longestDays: 7 },
    });
    const turns = [
      {
        week: '2026-10-12',
        what: [
          'Every request says what the provider gets to start with',
          'Moves with unmet rules are commented on',
        ],
      },
    ];
    expect(await driftFor(here)).toMatchObject({ turns });
    expect(await reportIndicators(request, here)).toMatchObject({ turns });
    expect(await reportIndicators({ ...request, weeks: 4 }, here)).toMatchObject({ turns: [] });
  });

  it('come with the first page only', async () => {
    expect(await reportIndicators({ ...request, cursor: 'next' }, softening())).not.toHaveProperty('turns');
  });
});
