import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

test.each([
  ['an account id', 'u-coo', 200],
  ['an address', 'mara.okonkwo@example.com', 200],
  ['an address in capitals', 'MARA.OKONKWO@EXAMPLE.COM', 200],
  ['nobody', 'u-nobody', 401],
  ['an unknown address', 'nobody@example.com', 401],
  ['a deactivated account', 'u-gone', 401],
])('Basic authentication with %s', async (_name, as, status) => {
  const { send } = await httpWorld();
  const answer = await send('GET', '/rest/api/3/myself', { as });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject(
    status === 200 ? { accountId: 'u-coo' } : { errorMessages: [expect.any(String)] },
  );
});

test('other schemes than Basic are refused, none is anonymous', async () => {
  const { send } = await httpWorld();
  expect((await send('GET', '/rest/api/3/myself', { headers: { authorization: 'Bearer x' } })).status).toBe(
    401,
  );
  expect((await send('GET', '/rest/api/3/serverInfo')).status).not.toBe(500);
});

test('a body that is no JSON is 400, one that is too large 413, in Jira’s shape', async () => {
  const { send } = await httpWorld();
  const post = (text: string) => send('POST', '/rest/api/3/issue', { as: 'u-coo', text });
  expect(await post('{"fields":')).toMatchObject({
    status: 400,
    body: { errorMessages: [expect.any(String)], errors: {} },
  });
  expect(await post(JSON.stringify({ fields: 'x'.repeat(11 * 1024 * 1024) }))).toMatchObject({
    status: 413,
    body: { errorMessages: [expect.any(String)], errors: {} },
  });
});

test('unknown resources are 404', async () => {
  const { send } = await httpWorld();
  expect((await send('GET', '/rest/api/3/nothing', { as: 'u-coo' })).status).toBe(404);
});

test('a call through the bridge is limited by the manifest’s scopes and on the record', async () => {
  const { send } = await httpWorld();
  const headers = { 'x-sandbox-module': 'panel' };
  const { status } = await send('GET', '/rest/api/3/myself', { as: 'u-coo', headers });
  expect(status).toBeGreaterThanOrEqual(400);
  const { calls } = (await send('GET', '/sandbox/calls')).body as { calls: unknown[] };
  expect(calls).toMatchObject([
    { invocationId: null, moduleKey: 'panel', target: 'jira', as: 'user', status },
  ]);
  expect(
    (await send('GET', '/rest/api/3/myself', { as: 'u-coo', headers: { 'x-sandbox-module': 'no' } })).status,
  ).toBe(400);
});
