import { noteDone } from '../../../../src/app/lifecycle/note-done';
import { Unavailable } from '../../../../src/platform/unavailable';
import { nominated } from '../../../support/events';
import { epic } from '../../../support/items';
import { world } from '../../../support/memory-ports';
import { COO } from '../../../support/people';

it('notes that the work is done only once the charter it follows is written', async () => {
  const here = world(nominated(COO));
  const status = { ...epic().status, category: 'done' } as const;
  here.jira.items.set('EXP-1', { ...epic(), status });
  const finishedAt = () => here.charters.stored.get('EXP-1')?.charter.finishedAt;
  await expect(noteDone({ kind: 'note-done', issueKey: 'EXP-1', version: 2 }, here)).rejects.toThrow(
    Unavailable,
  );
  expect(finishedAt()).toBeUndefined();
  await noteDone({ kind: 'note-done', issueKey: 'EXP-1', version: 1 }, here);
  expect(finishedAt()).toBe(here.clock.now());
});
