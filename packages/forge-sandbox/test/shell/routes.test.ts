import { isForeign, routeOf } from '../../src/shell/routes';

describe('routeOf', () => {
  test.each([
    ['/', { page: 'home' }],
    ['/inbox', { page: 'inbox' }],
    ['/inbox/', { page: 'inbox' }],
    ['/projects/APP', { page: 'board', projectKey: 'APP' }],
    ['/projects/APP/board', { page: 'board', projectKey: 'APP' }],
    ['/projects/A_1/workflow', { page: 'workflow', projectKey: 'A_1' }],
    ['/browse/APP-12', { page: 'issue', issueKey: 'APP-12' }],
    [
      '/projects/APP/page/overview/by/owner',
      {
        page: 'project-module',
        type: 'jira:projectPage',
        projectKey: 'APP',
        moduleKey: 'overview',
        rest: '/by/owner',
      },
    ],
    [
      '/projects/APP/settings/project-settings',
      {
        page: 'project-module',
        type: 'jira:projectSettingsPage',
        projectKey: 'APP',
        moduleKey: 'project-settings',
        rest: '',
      },
    ],
    ['/settings/people', { page: 'people' }],
    [
      '/settings/apps/site-settings',
      { page: 'module', type: 'jira:adminPage', moduleKey: 'site-settings', rest: '' },
    ],
    ['/apps/inventory', { page: 'module', type: 'jira:globalPage', moduleKey: 'inventory', rest: '' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test.each([
    '/nope',
    '/browse/',
    '/browse/app-1',
    '/browse/APP-x',
    '/projects/APP/boards',
    '/projects/app/board',
  ])('%s is no page', (path) => {
    expect(routeOf(path)).toEqual({ page: 'missing' });
  });
});

test('what lies under /rest and /sandbox is not the shell’s, words that merely begin alike are', () => {
  expect(['/rest', '/rest/api/3/x', '/sandbox/state'].map(isForeign)).toEqual([true, true, true]);
  expect(['/restaurants', '/sandboxes', '/'].map(isForeign)).toEqual([false, false, false]);
});
