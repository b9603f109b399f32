import { reviewFields } from '../../../../src/app/fields/review-fields';
import { addDays, addHours, type Instant } from '../../../../src/domain/time/time';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../support/events';
import { idOf } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, PLATFORM } from '../../../support/people';

/** EXP-1 waits for a promise of a provider; what happens there happened days before. */
function quiet(): World & { review: () => Promise<readonly string[]>; later: (hours: number) => void } {
  const here = world(...owner(COO), asked('A1'), acknowledged('A1', { committedBy: '2027-03-01' }));
  let now: Instant = addDays(NOW, 3);
  const all = { ...here, clock: { now: () => now } };
  return {
    ...all,
    later: (hours) => (now = addHours(now, hours)),
    /** Ids of what one review has compared. */
    review: async () => {
      const before = here.followUps.jobs.length;
      await reviewFields({ kind: 'review-fields' }, all);
      return here.followUps.jobs
        .slice(before)
        .flatMap((job) => (job.kind === 'compare-fields' ? job.issueIds : []));
    },
  };
}

const ID = idOf('EXP-1');
const leaves = (here: World, active: boolean) => {
  const person = here.jira.known[PLATFORM];
  if (!person) throw new Error('nobody');
  here.jira.known[PLATFORM] = { ...person, active };
};

it('has nothing compared where nothing happened', async () => {
  const here = quiet();
  here.later(24 * 20);
  expect(await here.review()).toEqual([]);
});

it('has compared what was written since yesterday', async () => {
  const here = quiet();
  here.later(24 * 20);
  const at = addDays(NOW, 23);
  here.charters.put('EXP-1', [
    ...owner(COO),
    asked('A1'),
    acknowledged('A1', { committedBy: '2027-03-01', at }),
  ]);
  expect(await here.review()).toEqual([ID]);
});

it('has compared what waits for somebody who left, and once more when they are back', async () => {
  const here = quiet();
  here.later(24 * 20);
  expect(await here.review()).toEqual([]);
  leaves(here, false);
  const seen: string[] = [];
  for (const active of [false, false, true, true]) {
    leaves(here, active);
    here.later(24);
    seen.push((await here.review()).length > 0 ? 'compared' : 'left alone');
  }
  expect(seen).toEqual(['compared', 'left alone', 'compared', 'left alone']);
});

it('asks Jira about nobody twice in one run', async () => {
  const here = quiet();
  for (let at = 2; at <= 12; at += 1) here.charters.put(`EXP-${at}`, owner(COO), `${at}`);
  here.charters.pageSize = 1;
  await reviewFields({ kind: 'review-fields', run: 'r' }, here);
  for (const cursor of ['5', '10']) {
    await reviewFields({ kind: 'review-fields', run: 'r', cursor }, here);
  }
  expect(here.jira.calls['people']).toBe(1);
  expect(here.followUps.jobs.filter(({ kind }) => kind === 'review-fields')).toEqual([
    { kind: 'review-fields', cursor: '5', run: 'r' },
    { kind: 'review-fields', cursor: '10', run: 'r' },
  ]);
});
