import { reportDrift } from '../../../../src/app/report/drift';
import { reportIndicators } from '../../../../src/app/report/indicators';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { judgedSeries } from '../../../../src/domain/report/drift/drift';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { weeksBefore } from '../../../../src/domain/report/indicators/weeks';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { OPS } from '../../../support/people';

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const request = { projectKey: 'EXP' };

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
  const answer = await reportDrift(request, softening());
  expect(answer).toMatchObject({
    handoffs: { loosening: 1, all: 1 },
    items: 16,
    withHistory: 16,
    complete: true,
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

it('goes through all pages, and stops while there is time to answer', async () => {
  const here = softening();
  let [pages, now] = [0, Date.parse(NOW)];
  const jira = Object.assign(Object.create(here.jira) as typeof here.jira, {
    projectRights: () => Promise.resolve(here.jira.rights),
    issueTypes: () => here.jira.issueTypes(),
    projectId: () => Promise.resolve(null),
    itemsEver: () => {
      pages += 1;
      now += 1_000;
      return Promise.resolve({ items: [], nextPageToken: 'more' });
    },
  });
  const answer = await reportDrift(request, { ...here, jira, clock: { now: () => iso(now) } });
  expect(answer.complete).toBe(false);
  expect(pages).toBe(15);
});

it('is not found for people who may not browse the project', async () => {
  const here = world();
  here.jira.userSees = false;
  here.jira.rights = { browse: false, administer: false };
  await expect(reportDrift(request, here)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

it('says how far the data is from enough', async () => {
  const here = world(asked('A1'), acknowledged('A1'));
  expect(await reportDrift(request, here)).toMatchObject({ signals: [], measured: { need: 10 } });
});

it('lets the page compute the same series from the evidence', async () => {
  const here = softening();
  const { evidence, weeks } = await reportIndicators(request, here);
  const { signals } = await reportDrift(request, here);
  const points = judgedSeries(evidence, weeks).find(
    ({ indicator, provider }) => indicator === signals[0]?.indicator && provider,
  )?.points;
  expect(points).toEqual(signals[0]?.points);
});

it('does not take over the past of another item that had the key before', async () => {
  const here = softening();
  here.jira.items.set('EXP-1', epic({ issueKey: 'EXP-1', issueId: '99999' }));
  expect(await reportDrift(request, here)).toMatchObject({ items: 16, withHistory: 15 });
});

it('says where older entries were not looked at', async () => {
  const here = softening();
  const stored = here.charters.stored.get('EXP-1')!;
  here.charters.stored.set('EXP-1', { ...stored, earlier: 40 });
  expect(await reportDrift(request, here)).toMatchObject({ cut: 1 });
});

it('says how many handoffs loosened as one would have judged a week ago', async () => {
  const steady = world();
  expect(await reportDrift(request, softening())).toMatchObject({ handoffs: { loosening: 1, lastWeek: 1 } });
  expect(await reportDrift(request, steady)).toMatchObject({ handoffs: { loosening: 0, lastWeek: 0 } });
  // The same weeks, seen a week earlier, say what the answer of today says of then.
  for (const weeks of [1, 2, 3, 4]) {
    const at = (ago: number) => ({ now: () => iso(Date.parse(NOW) - ago * 7 * 24 * HOUR) });
    const then = await reportDrift(request, { ...softening(), clock: at(weeks) });
    const later = await reportDrift(request, { ...softening(), clock: at(weeks - 1) });
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
      waivers: { projectAdmins: false, people: [], longestDays: 7 },
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
    expect(await reportDrift(request, here)).toMatchObject({ turns });
    expect(await reportIndicators(request, here)).toMatchObject({ turns });
    expect(await reportIndicators({ ...request, weeks: 4 }, here)).toMatchObject({ turns: [] });
  });

  it('come with the first page only', async () => {
    expect(await reportIndicators({ ...request, cursor: 'next' }, softening())).not.toHaveProperty('turns');
  });
});
