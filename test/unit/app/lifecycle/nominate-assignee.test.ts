import { followAssignment } from '../../../../src/app/lifecycle/nominate-assignee';
import { Refused, Unavailable } from '../../../../src/platform/unavailable';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { nominated, owner, turnedDown } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { BOT, COO, CTO, GONE } from '../../../support/people';

function assigned(accountId: string | undefined, ...history: readonly CharterEvent[]): World {
  const here = world(...history);
  here.charters.setPolicy('EXP', { ...siteDefault, nominateAssignee: true });
  if (accountId !== undefined) here.jira.assigned = { 'EXP-1': accountId };
  return here;
}
const driOf = (here: World) => here.charters.stored.get('EXP-1')?.charter.dri;
const byHoldfast = (accountId: string) => nominated(accountId, { by: 'holdfast' });

it('nominates whoever is assigned, and says so in the shadow fields; accepting stays theirs', async () => {
  const here = assigned(COO);
  await followAssignment('EXP-1', here);
  expect(driOf(here)).toMatchObject({ accountId: COO, status: 'nominated', nominatedBy: 'holdfast' });
  expect(here.followUps.jobs).toEqual([
    { kind: 'write-fields', issueKey: 'EXP-1', version: 1 },
    { kind: 'note-moves', items: [{ issueId: '10001', issueKey: 'EXP-1' }], version: 1 },
  ]);
});

it('once, however often the event comes', async () => {
  const here = assigned(COO);
  await followAssignment('EXP-1', here);
  await followAssignment('EXP-1', here);
  expect(here.charters.stored.get('EXP-1')?.history).toHaveLength(1);
});

it('follows a later assignment as long as nobody chose by hand', async () => {
  const here = assigned(CTO, byHoldfast(COO));
  await followAssignment('EXP-1', here);
  expect(driOf(here)).toMatchObject({ accountId: CTO, status: 'nominated' });
});

it.each([
  ['somebody was nominated by hand', CTO, [nominated(COO)]],
  ['somebody has accepted', CTO, owner(COO)],
  ['they just said no', CTO, [byHoldfast(CTO), turnedDown(CTO)]],
  ['they are an app', BOT, []],
  ['their account is deactivated', GONE, []],
  ['nobody is assigned', undefined, []],
] as const)('leaves things as they are where %s', async (_case, accountId, history) => {
  const here = assigned(accountId, ...history);
  const before = driOf(here);
  await followAssignment('EXP-1', here);
  expect(driOf(here)).toEqual(before);
  expect(here.followUps.jobs).toEqual([]);
});

it.each([
  ['the policy does not ask for it', {}],
  ['its type is not under policy', { nominateAssignee: true, workItemTypes: [{ level: 2 }] }],
] as const)('leaves an item alone where %s', async (_case, policy) => {
  const here = assigned(COO);
  here.charters.setPolicy('EXP', { ...siteDefault, ...policy });
  await followAssignment('EXP-1', here);
  expect(driOf(here)).toBeUndefined();
});

it('leaves an item alone that is gone, and tries again when Jira does not answer', async () => {
  const gone = assigned(COO);
  gone.jira.items.clear();
  await followAssignment('EXP-1', gone);
  expect(driOf(gone)).toBeUndefined();
  const down = assigned(COO);
  down.jira.items.set('EXP-1', epic());
  down.jira.down = ['assignees'];
  await expect(followAssignment('EXP-1', down)).rejects.toThrow(Unavailable);
});

it('does not take a refusal for nobody', async () => {
  const here = assigned(COO);
  here.jira.assignees = () => Promise.resolve(null);
  await expect(followAssignment('EXP-1', here)).rejects.toThrow(Refused);
});
