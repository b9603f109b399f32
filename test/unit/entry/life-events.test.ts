import { lifeFollowUpsOf } from '../../../src/entry/life-events';
import { moveOf } from '../../../src/entry/moved-issue';

const told = lifeFollowUpsOf;

const issue = {
  id: '10001',
  key: 'PLAT-9',
  fields: { issuetype: { name: 'Epic' }, project: { key: 'PLAT' } },
};
const updated = (...items: readonly object[]) =>
  moveOf({ eventType: 'avi:jira:updated:issue', issue, changelog: { items } });

it('hears of a move, whichever way Jira writes it', () => {
  const job = (issueKey: string) => [{ kind: 'locate-item', issueId: '10001', issueKey, gone: false }];
  const project = { field: 'project', fieldId: 'project', from: '10000', fromString: 'Expansion' };
  expect(updated(project, { field: 'Key', from: null, fromString: 'EXP-1' })).toEqual(job('EXP-1'));
  expect(updated({ field: 'Key', from: 'EXP-1', to: 'PLAT-9' })).toEqual(job('EXP-1'));
  expect(updated(project)).toEqual(job('PLAT-9'));
});

it('makes nothing of any other update', () => {
  expect(updated({ field: 'summary', fromString: 'EXP-1' }, { field: 'status' })).toEqual([]);
  expect(moveOf({ eventType: 'avi:jira:updated:issue', issue })).toEqual([]);
  expect(moveOf({ eventType: 'avi:jira:updated:issue', changelog: { items: [{ field: 'Key' }] } })).toEqual(
    [],
  );
});

it('hears of deletion and return', () => {
  expect(told({ eventType: 'avi:jira:deleted:issue', issue })).toEqual([
    { kind: 'locate-item', issueId: '10001', issueKey: 'PLAT-9', gone: true },
  ]);
  const project = { id: '10000', key: 'EXP' };
  const search = (gone: boolean) => [{ kind: 'find-charters', where: { projectKey: 'EXP' }, gone }];
  expect(told({ eventType: 'avi:jira:softdeleted:project', project })).toEqual(search(true));
  expect(told({ eventType: 'avi:jira:deleted:project', project })).toEqual(search(true));
  expect(told({ eventType: 'avi:jira:restored:project', project })).toEqual(search(false));
});

it('has a project looked after that was changed: its event does not say what was', () => {
  const project = { id: '10000', key: 'GROW' };
  expect(told({ eventType: 'avi:jira:updated:project', project })).toEqual([
    { kind: 'rekey-project', projectId: '10000' },
  ]);
  expect(told({ eventType: 'avi:jira:updated:project', project: { key: 'GROW' } })).toEqual([]);
});

it('leaves an upgrade to the data version, which every hour asks for', () => {
  expect(told({ eventType: 'avi:forge:upgraded:app', id: 'x' })).toEqual([]);
});

it.each([
  {},
  { eventType: 7 },
  { eventType: 'avi:jira:deleted:issue' },
  { eventType: 'avi:jira:deleted:project', project: 'EXP' },
])('makes nothing of %j', (event) => expect(told(event)).toEqual([]));
