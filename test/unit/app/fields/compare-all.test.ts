import { compareAll, POINTS_AN_HOUR } from '../../../../src/app/fields/compare-all';
import { counting } from '../../../../src/app/fields/points';
import { addDays, addHours, instantOf, msOf } from '../../../../src/domain/time/time';
import { Unavailable } from '../../../../src/platform/unavailable';
import { NOW } from '../../../support/charter-spec';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { quietly } from '../../../support/quiet';

function siteOf(count: number): World & { hour: () => Promise<number>; at: (hours: number) => void } {
  const here = world();
  here.jira.items.clear();
  for (let at = 1; at <= count; at += 1) {
    here.jira.items.set(`EXP-${at}`, epic({ issueKey: `EXP-${at}`, issueId: `${10_000 + at}` }));
  }
  let now = NOW;
  const all = { ...here, clock: { now: () => now } };
  return {
    ...all,
    at: (hours) => (now = addHours(now, hours)),
    /** One hour's work, in points. */
    hour: async () => {
      const { jira, spent } = counting(here.jira);
      await compareAll({ ...all, jira });
      now = addHours(now, 1);
      return spent();
    },
  };
}

const rights = ({ jira }: World) =>
  [...jira.items.values()].filter(({ issueId }) => jira.fieldsOf.get(issueId)?.gate?.value === 'Blocked')
    .length;

it('costs no more than its points in any hour, goes on in the next, and ends', async () => {
  const here = siteOf(1_000);
  const costs: number[] = [];
  while ((await here.comparison.read())?.over !== true) costs.push(await here.hour());
  expect(Math.max(...costs)).toBeLessThanOrEqual(POINTS_AN_HOUR);
  expect(costs.length).toBeGreaterThan(3);
  expect(rights(here)).toBe(1_000);
  // At this pace two weeks see more than thirty thousand items.
  expect((1_000 / costs.length) * 14 * 24).toBeGreaterThan(30_000);
});

it('rests until a day after it began, and then begins anew', async () => {
  const here = siteOf(3);
  const began = NOW;
  expect(await here.hour()).toBeGreaterThan(0);
  expect(await here.hour()).toBe(0);
  here.at(24);
  here.jira.fieldsOf.clear();
  await here.hour();
  expect(rights(here)).toBe(3);
  expect(msOf((await here.comparison.read())?.startedAt ?? '')).toBeGreaterThan(msOf(addDays(began, 1)) - 1);
});

it('spends an hour once, however often it is asked to', async () => {
  const here = siteOf(1_000);
  await compareAll(here);
  const calls = { ...here.jira.calls };
  await compareAll(here);
  expect(here.jira.calls).toEqual(calls);
});

it('lets an hour that Jira did not answer in be tried again', async () => {
  const here = siteOf(3);
  here.jira.down = ['searchFields'];
  await expect(compareAll(here)).rejects.toBeInstanceOf(Unavailable);
  here.jira.down = [];
  await compareAll(here);
  expect(rights(here)).toBe(3);
});

it('begins anew where Jira no longer knows the page', async () => {
  quietly();
  const here = siteOf(3);
  await here.comparison.write({ startedAt: instantOf(msOf(NOW) - 1), pageToken: 'gone', over: false });
  const search = here.jira.searchFields.bind(here.jira);
  jest.spyOn(here.jira, 'searchFields').mockImplementation(async (where, scope, options) => {
    if (options.pageToken === 'gone') {
      throw new Unavailable('jira', 'unknown page', { failure: 'broken-question', messages: [] });
    }
    return search(where, scope, options);
  });
  await compareAll(here);
  expect(rights(here)).toBe(3);
});
