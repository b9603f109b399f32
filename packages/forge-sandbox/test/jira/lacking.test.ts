import { openWorld } from './helpers';

const site = openWorld();

/** What Jira has and the double lacks is never the caller's mistake. */
describe('what only the stand-in lacks is 501 with its name', () => {
  test.each([
    'status changed',
    'assignee CHANGED AFTER -7d',
    'status changed to Done during ("2026-01-01", "2026-02-01")',
    'priority >= High',
    'fixVersion > "1.0"',
    'issuekey > APP-2',
    'parentEpic = APP-1',
    'workRatio > 50',
    'projectType = software',
  ])('the query %s', async (jql) => {
    expect(await site.call('u-coo', 'POST', '/search/jql', { jql })).toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringMatching(/changed|>|parentEpic|workRatio|projectType/i)] },
    });
  });

  test.each([
    ['POST', '/issue/bulk'],
    ['GET', '/issue/picker'],
    ['GET', '/issue/createmeta'],
    ['GET', '/issue/limit/report'],
    ['PUT', '/issue/archive'],
    ['GET', '/project/recent'],
    ['DELETE', '/issue/APP-1/watchers'],
    ['GET', '/dashboard/10000'],
    ['GET', '/workflow/search'],
  ])('%s %s', async (method, path) => {
    expect(await site.call('u-coo', method, path)).toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringContaining(path)] },
    });
  });

  test.each([
    [
      'the visibility of a comment',
      'POST',
      '/issue/APP-1/comment',
      { body: {}, visibility: { type: 'role', value: 'Members' } },
      "'visibility'",
    ],
    ['the default assignee', 'PUT', '/issue/APP-1/assignee', { accountId: '-1' }, "'-1'"],
    ['links in an update', 'PUT', '/issue/APP-1', { update: { issuelinks: [{ add: {} }] } }, "'issuelinks'"],
  ])('%s', async (_what, method, path, body, named) => {
    expect(await site.call('u-coo', method, path, body)).toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringContaining(named)] },
    });
  });
});

test.each(['/rest/agile/1.0/board', '/rest/servicedeskapi/request', '/rest/forge/1/app/properties'])(
  'the other interface %s is 501 with its name',
  async (path) => {
    const { jira } = openWorld();
    const actor = { kind: 'user', accountId: 'u-coo' } as const;
    const asked = { method: 'GET', path, query: new URLSearchParams(), headers: {}, body: undefined, actor };
    await expect(jira.handle(asked)).resolves.toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringContaining(path)] },
    });
  },
);

test('what Jira refuses itself stays 400', async () => {
  for (const jql of ['status > Done', 'assignee >= u-ops', 'status'])
    expect((await site.call('u-coo', 'POST', '/search/jql', { jql })).status).toBe(400);
});

test('dates are compared, also with periods counted from now', async () => {
  const jql = 'project = APP AND created >= -7d';
  expect((await site.call('u-coo', 'POST', '/search/jql', { jql })).status).toBe(200);
});
