import { createJira } from '../../src/jira';
import { seedWorld } from '../world';
import { keysOf, openWorld } from './helpers';

const site = openWorld();

test('a reset site is a new site with the app still installed, and can be seeded again', async () => {
  const again = openWorld();
  again.jira.reset();
  expect(again.jira.projects()).toEqual([]);
  expect(again.jira.users().map((user) => user.accountId)).toEqual([again.jira.appAccountId]);
  seedWorld(again.jira);
  expect(again.jira.issue('APP-1')?.id).toBe(site.jira.issue('APP-1')?.id);
  expect((await again.call('u-coo', 'GET', '/issue/APP-1')).status).toBe(200);
});

test('two sites know nothing of each other', async () => {
  const other = openWorld();
  await other.call('u-coo', 'PUT', '/issue/APP-2', { fields: { summary: 'Only here' } });
  expect(await keysOf(site, 'u-coo', 'summary ~ "only here"')).toEqual([]);
  expect(createJira({ clock: { now: () => 0 } }).projects()).toEqual([]);
});

test('the board shows columns in workflow order and only what the viewer may see', () => {
  const board = site.jira.board('APP', 'u-viewer');
  expect(board?.columns.map((column) => column.status.name)).toEqual([
    'To Do',
    'In Progress',
    'In Review',
    'Done',
  ]);
  expect(board?.columns.flatMap((column) => column.cards.map((card) => card.key))).not.toContain('APP-11');
  expect(site.jira.board('APP', 'u-outsider')).toBeUndefined();
});
