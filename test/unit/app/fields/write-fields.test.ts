import { writeFieldsOf } from '../../../../src/app/fields/write-fields';
import { Unavailable } from '../../../../src/platform/unavailable';
import { acknowledged, asked, nominated, owner } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { policyWith } from '../../../support/gate';
import { COO } from '../../../support/people';

const valuesIn = ({ jira }: World) =>
  Object.fromEntries(jira.written.flat().map(({ field, value }) => [field, value]));

it('writes every value that does not stand there yet, in one call', async () => {
  const here = world(nominated(COO));
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written).toHaveLength(1);
  expect(valuesIn(here)).toEqual({
    waitingFor: [COO],
    gate: 'Blocked',
    openPromises: 0,
    unanswered: 0,
    escalation: 'Reminded',
    onTrack: 'Not said',
  });
});

it('writes nothing where everything stands there, and then only what became different', async () => {
  const here = world(nominated(COO));
  await writeFieldsOf('EXP-1', here);
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written).toHaveLength(1);
  here.charters.put('EXP-1', owner(COO));
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written[1]?.map(({ field, value }) => [field, value])).toEqual([
    ['dri', COO],
    ['waitingFor', []],
    ['escalation', null],
  ]);
  expect(here.charters.calls['write']).toBeUndefined();
});

it('leaves an item alone that no policy covers and nobody ever spoke of', async () => {
  const here = world();
  here.charters.setPolicy('EXP', policyWith('block', {}, { workItemTypes: [] }));
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.calls['writeFields']).toBeUndefined();
});

it('says of an item that left the policy that it did', async () => {
  const here = world();
  await writeFieldsOf('EXP-1', here);
  here.charters.setPolicy('EXP', policyWith('block', {}, { workItemTypes: [] }));
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written[1]?.map(({ field, value }) => [field, value])).toEqual([
    ['gate', 'Not under policy'],
    ['openPromises', null],
    ['unanswered', null],
    ['onTrack', null],
  ]);
});

it('has what it is linked to compared where something was written, and not where nothing was', async () => {
  const here = world();
  here.jira.items.set('EXP-1', epic({ linkedIds: ['77', '78'] }));
  await writeFieldsOf('EXP-1', here);
  expect(here.followUps.jobs).toEqual([{ kind: 'compare-fields', issueIds: ['77', '78'] }]);
  await writeFieldsOf('EXP-1', here);
  expect(here.followUps.jobs).toHaveLength(1);
});

it('has nothing around it compared by one more request or promise that changes no verdict', async () => {
  const here = world(...owner(COO), asked('A1'), asked('A2', { deliverable: 'B' }));
  here.jira.items.set('EXP-1', epic({ linkedIds: ['77'] }));
  await writeFieldsOf('EXP-1', here);
  const first = here.followUps.jobs.length;
  here.charters.put('EXP-1', [
    ...owner(COO),
    asked('A1'),
    asked('A2', { deliverable: 'B' }),
    acknowledged('A1'),
  ]);
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written).toHaveLength(2);
  expect(here.followUps.jobs).toHaveLength(first);
});

it('has what is below compared where some project lets children follow', async () => {
  const here = world();
  here.charters.setPolicy('EXP', policyWith('block', {}, { childrenFollow: true }));
  await writeFieldsOf('EXP-1', here);
  expect(here.followUps.jobs).toContainEqual({ kind: 'compare-children', parents: ['EXP-1'] });
});

it('lets go of an item that is gone', async () => {
  const here = world();
  here.jira.items.clear();
  await writeFieldsOf('EXP-1', here);
  expect(here.jira.written).toEqual([]);
});

it('asks to be tried again when Jira does not take it', async () => {
  const here = world();
  here.jira.down = ['writeFields'];
  await expect(writeFieldsOf('EXP-1', here)).rejects.toBeInstanceOf(Unavailable);
});

it('asks to come again where the charter it follows is still being written', async () => {
  const here = world(nominated(COO));
  await expect(writeFieldsOf('EXP-1', here, 2)).rejects.toThrow(Unavailable);
  expect(here.jira.written).toEqual([]);
  await writeFieldsOf('EXP-1', here, 1);
  expect(here.jira.written).toHaveLength(1);
});
