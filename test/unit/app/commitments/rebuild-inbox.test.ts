import { rebuildAllRows, rebuildRows } from '../../../../src/app/commitments/rebuild-inbox';
import { readJob } from '../../../../src/app/jobs';
import { nominated } from '../../../support/events';
import { world, type World } from '../../../support/memory-ports';
import { COO } from '../../../support/people';

const many = (count: number): World => {
  const here = world();
  for (let n = 1; n <= count; n += 1) here.charters.put(`EXP-${n}`, [nominated(COO)]);
  return here;
};

it('rebuilds every work item, a page at a time, each page asking for the next', async () => {
  const here = many(5);
  here.charters.pageSize = 2;
  await rebuildAllRows(undefined, here);
  for (let n = 0; n < here.followUps.jobs.length; n += 1) {
    const job = readJob({ ...here.followUps.jobs[n] });
    if (job?.kind !== 'rebuild-inbox') throw new Error('expected the next page');
    await rebuildAllRows(job.cursor, here);
  }
  expect(here.commitments.rebuilt).toEqual(['EXP-1', 'EXP-2', 'EXP-3', 'EXP-4', 'EXP-5']);
  expect(here.followUps.jobs).toHaveLength(2);
});

it('is asked for without a cursor, and tells the queue where it is with one', () => {
  expect(readJob({ kind: 'rebuild-inbox' })).toEqual({ kind: 'rebuild-inbox' });
  expect(readJob({ kind: 'rebuild-inbox', cursor: 'next' })).toEqual({
    kind: 'rebuild-inbox',
    cursor: 'next',
  });
});

it('looks again when somebody writes meanwhile, and gives up to be called again when it never ends', async () => {
  const here = many(1);
  here.commitments.conflicts = 2;
  await rebuildRows('EXP-1', here);
  expect(here.commitments.rebuilt).toEqual(['EXP-1']);
  here.commitments.conflicts = 1_000;
  await expect(rebuildRows('EXP-1', here)).rejects.toThrow(/busy/);
});
