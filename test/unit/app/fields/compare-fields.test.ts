import { compareByIds } from '../../../../src/app/fields/compare-fields';
import { compareChildren } from '../../../../src/app/fields/compare-children';
import { compareLinkedTo } from '../../../../src/app/fields/compare-linked';
import { searchFields } from '../../../../src/app/fields/search-fields';
import { owner } from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { epic, ofType, STORY, SUBTASK, under } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO } from '../../../support/people';
import { quietly } from '../../../support/quiet';

/** EXP-1 and so many more epics beside it. */
function epics(count: number): World {
  const here = world(...owner(COO));
  for (let at = 2; at <= count; at += 1) {
    here.jira.items.set(`EXP-${at}`, epic({ issueKey: `EXP-${at}`, issueId: `${10_000 + at}` }));
  }
  return here;
}

const ids = ({ jira }: World) => [...jira.items.values()].map(({ issueId }) => issueId);
const gatesOf = ({ jira }: World) =>
  [...jira.items.values()].map(({ issueId }) => jira.fieldsOf.get(issueId)?.gate?.value ?? null);

it('writes a hundred items in one reading and one write', async () => {
  const here = epics(50);
  await compareByIds(ids(here), here);
  expect(here.jira.calls).toEqual({ itemsWithFields: 1, workItems: 1, writeFields: 1 });
  expect(new Set(gatesOf(here))).toEqual(new Set(['Blocked']));
});

it('writes nothing where all is right, and of many only the one that is not', async () => {
  const here = epics(20);
  await compareByIds(ids(here), here);
  await compareByIds(ids(here), here);
  expect(here.jira.calls['writeFields']).toBe(1);
  here.charters.put('EXP-3', owner(COO), '10003');
  await compareByIds(ids(here), here);
  expect(here.jira.written[1]?.map(({ issueId, field }) => [issueId, field])).toEqual([['10003', 'dri']]);
});

it('keeps no other item waiting where Jira does not take one', async () => {
  const log = quietly();
  const here = epics(4);
  here.jira.refusing.add('10003');
  await compareByIds(ids(here), here);
  expect(gatesOf(here)).toEqual(['Blocked', 'Blocked', null, 'Blocked']);
  expect(log.lines()).toHaveLength(1);
});

it('leaves alone what no policy covers, but not what says something', async () => {
  const here = epics(2);
  here.jira.items.set('EXP-9', epic({ issueKey: 'EXP-9', issueId: '10009', ...ofType(STORY) }));
  await compareByIds(['10009'], here);
  expect(here.jira.calls).toEqual({ itemsWithFields: 1 });
  here.jira.fieldsOf.set('10009', { gate: { fieldId: 'customfield_gate', value: 'Blocked' } });
  await compareByIds(['10009'], here);
  expect(here.jira.fieldsOf.get('10009')?.gate?.value).toBe('Not under policy');
});

it('judges each item by the policy of its own project', async () => {
  const here = epics(1);
  here.jira.items.set(
    'PLAT-1',
    epic({ issueKey: 'PLAT-1', issueId: '20001', projectKey: 'PLAT', projectId: '10200' }),
  );
  here.charters.setPolicy('PLAT', policyWith('block', {}, { mode: 'observe' }));
  await compareByIds(ids(here), here);
  expect(gatesOf(here)).toEqual(['Blocked', 'Warned']);
});

it('looks at what an item is linked to, and at nothing where it is linked to nothing', async () => {
  const here = epics(2);
  here.jira.items.set('EXP-5', epic({ issueKey: 'EXP-5', issueId: '10005', linkedIds: ['10002'] }));
  await compareLinkedTo('EXP-1', here);
  expect(here.jira.calls['itemsWithFields']).toBeUndefined();
  await compareLinkedTo('EXP-5', here);
  expect(gatesOf(here)).toEqual([null, 'Blocked', null]);
});

it('goes down to what follows an item through another that says the same as before', async () => {
  const here = epics(1);
  here.charters.setPolicy('EXP', policyWith('block', {}, { childrenFollow: true }));
  const status = { id: '3', name: 'In Progress', category: 'indeterminate' } as const;
  const story = { issueKey: 'EXP-2', issueId: '10002', ...ofType(STORY), status };
  const part = { issueKey: 'EXP-3', issueId: '10003', ...ofType(SUBTASK) };
  here.jira.items.set('EXP-2', epic({ ...story, ...under('EXP-1') }));
  here.jira.items.set('EXP-3', epic({ ...part, ...under('EXP-2', STORY) }));
  await compareChildren(['EXP-1'], here);
  expect(here.jira.fieldsOf.get('10003')?.gate?.value).toBe('Blocked');
  expect(here.jira.fieldsOf.get('10002')?.gate?.value).toBeUndefined();
});

describe('a search for all that may be behind', () => {
  it('goes on page by page, and pauses between pages after the first thousand items', async () => {
    const here = epics(101);
    await searchFields({ kind: 'search-fields', where: { projectKey: 'EXP' } }, here);
    const next = { kind: 'search-fields', where: { projectKey: 'EXP' }, cursor: '100', page: 1 };
    expect(here.followUps.pushed).toEqual([{ followUps: [next], delaySeconds: undefined }]);
    await searchFields({ kind: 'search-fields', where: { projectKey: 'EXP' }, page: 9 }, here);
    expect(here.followUps.pushed[1]).toMatchObject({ delaySeconds: 90 });
    await searchFields({ ...next, kind: 'search-fields' }, here);
    expect(here.followUps.pushed).toHaveLength(2);
    expect(gatesOf(here)).not.toContain(null);
  });
});
