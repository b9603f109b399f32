import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

test('a deactivated account can do nothing and keeps its name; activated, it can again', async () => {
  const { send } = await httpWorld();
  const off = await send('POST', '/sandbox/users/u-coo', { body: { active: false } });
  expect(off.body).toMatchObject({ active: false, closed: false, displayName: expect.stringMatching(/\S/) });
  expect((await send('GET', '/rest/api/3/myself', { as: 'u-coo' })).status).toBe(401);
  await send('POST', '/sandbox/users/u-coo', { body: { active: true } });
  expect((await send('GET', '/rest/api/3/myself', { as: 'u-coo' })).status).toBe(200);
});

test('a closed account is a former user for good', async () => {
  const { send } = await httpWorld();
  await send('POST', '/sandbox/users/u-coo', { body: { closed: true } });
  await send('POST', '/sandbox/users/u-coo', { body: { active: true } });
  const { body } = await send('GET', '/rest/api/3/user?accountId=u-coo', { as: 'u-cto' });
  expect(body).toMatchObject({ accountId: 'u-coo', displayName: 'Former user', active: false });
  expect(body).not.toHaveProperty('emailAddress');
});

test('an unknown account is named', async () => {
  const { send } = await httpWorld();
  const answer = await send('POST', '/sandbox/users/u-nobody', { body: { active: false } });
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'UNKNOWN_USER' } } });
});

test.each([
  [false, 0],
  [true, 1],
])('installed again (relinked: %s): %i record left, Jira as it was, the app told', async (relink, left) => {
  const { sandbox, send } = await httpWorld();
  sandbox.kvs.table({ kind: 'plain' }).put({ key: 'kept', value: 1, createdAt: 0, updatedAt: 0 });
  const users = sandbox.jira.users().length;
  const { body } = await send('POST', '/sandbox/reinstall', { as: 'u-admin', body: { relink } });
  expect(body).toEqual({ relink, version: '1.0.0' });
  await send('POST', '/sandbox/drain');
  const stored = [...sandbox.kvs.table({ kind: 'plain' }).entries()];
  expect(stored.filter(({ key }) => key === 'kept')).toHaveLength(left);
  expect(sandbox.jira.users()).toHaveLength(users);
  expect(stored.find(({ key }) => key.startsWith('life:'))?.value).toEqual({
    eventType: 'avi:forge:installed:app',
    id: expect.any(String),
    installerAccountId: 'u-admin',
    app: { id: expect.any(String), version: '1.0.0' },
    environment: { id: expect.any(String) },
  });
});

test('an upgrade keeps the records, raises the version and tells the app', async () => {
  const { sandbox, send } = await httpWorld();
  sandbox.kvs.table({ kind: 'plain' }).put({ key: 'kept', value: 1, createdAt: 0, updatedAt: 0 });
  expect((await send('POST', '/sandbox/upgrade', { as: 'u-admin' })).body).toEqual({ version: '2.0.0' });
  await send('POST', '/sandbox/drain');
  const stored = [...sandbox.kvs.table({ kind: 'plain' }).entries()];
  expect(stored.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['kept', 'life:avi:forge:upgraded:app']),
  );
  await sandbox.reset('people');
  expect(sandbox.appVersion).toBe('1.0.0');
});
