import { openWorld } from './helpers';

test('an unknown route is 404 and says that it is the sandbox speaking', async () => {
  expect(await openWorld().call('u-coo', 'GET', '/sprint/1')).toEqual({
    status: 404,
    body: { errorMessages: ['The Jira stand-in has no such route: GET /rest/api/3/sprint/1'], errors: {} },
  });
});

test('a known path with a verb it has not is 405', async () => {
  expect((await openWorld().call('u-coo', 'DELETE', '/myself')).status).toBe(405);
});

test('a query parameter the double does not honour is refused, not ignored', async () => {
  const answer = await openWorld().call('u-coo', 'GET', '/user/search?query=a&property=x');
  expect(answer).toMatchObject({
    status: 501,
    body: { errorMessages: [expect.stringContaining("'property'")] },
  });
});

test.each(['renderedFields', 'operations', 'editmeta'])(
  'expand=%s is refused, not ignored',
  async (expand) => {
    const answer = await openWorld().call('u-coo', 'GET', `/issue/APP-1?expand=${expand}`);
    expect(answer).toMatchObject({ status: 501, body: { errorMessages: [expect.stringContaining(expand)] } });
  },
);

test('the app without a scope is told which one it lacks', async () => {
  const answer = await openWorld().call('app', 'POST', '/issue/APP-1/comment', { body: {} }, [
    'read:jira-work',
  ]);
  expect(answer).toEqual({
    status: 403,
    body: {
      errorMessages: [
        expect.stringMatching(/missing scope grants.*\[read:jira-work\][^]*\[write:jira-work\]/),
      ],
      errors: {},
    },
  });
});

test('people and scripts are not limited by the manifest’s scopes', async () => {
  expect((await openWorld().call('u-coo', 'GET', '/myself')).status).toBe(200);
  expect((await openWorld().call('u-coo', 'GET', '/myself', undefined, ['read:jira-work'])).status).toBe(403);
});

test.each(['u-gone', 'nobody'])('the account %s cannot log in', async (accountId) => {
  expect((await openWorld().call(accountId, 'GET', '/field')).status).toBe(401);
});

test('a body of the wrong shape is refused in Jira’s words', async () => {
  const answer = await openWorld().call('u-coo', 'POST', '/issue/bulkfetch', { issueIdsOrKeys: 'APP-1' });
  expect(answer).toMatchObject({
    status: 400,
    body: { errorMessages: [expect.stringContaining('Invalid request payload')] },
  });
});

test('percent-encoding in a path is undone once', async () => {
  const site = openWorld();
  await site.call('u-coo', 'PUT', '/issue/APP-1/properties/a%2Fb', 1);
  expect((await site.call('u-coo', 'GET', '/issue/APP-1/properties/a%2Fb')).body).toEqual({
    key: 'a/b',
    value: 1,
  });
});
