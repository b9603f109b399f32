import { readCharterPages } from '../../../../src/app/subject/read-charter-pages';
import { owner } from '../../../support/events';
import { world } from '../../../support/memory-ports';
import { COO } from '../../../support/people';

const KEYS = ['EXP-1', 'EXP-2', 'EXP-3', 'EXP-4', 'EXP-5'];

it('reads every charter once, so many pages at a time, and says where the next ones begin', async () => {
  const here = world();
  KEYS.forEach((key, at) => here.charters.put(key, owner(COO), `${at}`));
  here.charters.pageSize = 1;
  const seen: string[] = [];
  let [cursor, reads]: [string | undefined, number] = [undefined, 0];
  do {
    const { found, stored, next } = await readCharterPages(cursor, 2, here);
    expect([...stored.keys()]).toEqual(found.map(({ issueId }) => issueId));
    seen.push(...found.map(({ issueKey }) => issueKey));
    cursor = next;
    reads += 1;
  } while (cursor !== undefined);
  expect(seen.filter((key) => KEYS.includes(key))).toEqual(KEYS);
  expect(reads).toBe(3);
  expect(here.charters.calls['find']).toBe(5);
});
