import { isForeign, routeOf } from '../../src/shell/routes';

describe('routeOf', () => {
  test.each([
    ['/', { page: 'home' }],
    ['/inbox', { page: 'inbox' }],
    ['/inbox/', { page: 'inbox' }],
    ['/projects/EXP', { page: 'board', projectKey: 'EXP' }],
    ['/projects/EXP/board', { page: 'board', projectKey: 'EXP' }],
    ['/projects/A_1/workflow', { page: 'workflow', projectKey: 'A_1' }],
    ['/browse/EXP-12', { page: 'issue', issueKey: 'EXP-12' }],
    [
      '/projects/EXP/page/gap-report/by/owner',
      { page: 'projectPage', projectKey: 'EXP', moduleKey: 'gap-report', rest: '/by/owner' },
    ],
    [
      '/projects/EXP/settings/project-policy',
      { page: 'projectSettings', projectKey: 'EXP', moduleKey: 'project-policy', rest: '' },
    ],
    ['/settings/people', { page: 'people' }],
    ['/settings/apps/site-policy', { page: 'adminPage', moduleKey: 'site-policy', rest: '' }],
    ['/apps/my-commitments', { page: 'globalPage', moduleKey: 'my-commitments', rest: '' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test.each([
    '/nope',
    '/browse/',
    '/browse/exp-1',
    '/browse/EXP-x',
    '/projects/EXP/boards',
    '/projects/exp/board',
  ])('%s is no page', (path) => {
    expect(routeOf(path)).toEqual({ page: 'missing' });
  });
});

test('what lies under /rest and /sandbox is not the shell’s, words that merely begin alike are', () => {
  expect(['/rest', '/rest/api/3/x', '/sandbox/state'].map(isForeign)).toEqual([true, true, true]);
  expect(['/restaurants', '/sandboxes', '/'].map(isForeign)).toEqual([false, false, false]);
});
