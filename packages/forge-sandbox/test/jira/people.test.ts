import { openWorld } from './helpers';

const site = openWorld();
const ids = (body: unknown): string[] => (body as { accountId: string }[]).map((user) => user.accountId);

test('everybody has a zone, an avatar without any data, and a kind', async () => {
  expect((await site.call('u-cto', 'GET', '/myself')).body).toMatchObject({
    accountId: 'u-cto',
    accountType: 'atlassian',
    active: true,
    displayName: 'Jonas Lindqvist',
    timeZone: 'Europe/Stockholm',
    locale: 'en_US',
    avatarUrls: { '16x16': 'http://localhost:3000/sandbox/shell/avatar/u-cto.svg' },
  });
  expect((await site.call('u-coo', 'GET', '/user?accountId=u-bot')).body).toMatchObject({
    accountType: 'app',
  });
});

test('the app has an account of its own', async () => {
  expect((await site.call('app', 'GET', '/myself')).body).toMatchObject({
    accountId: site.jira.appAccountId,
    accountType: 'app',
  });
});

test('bulk skips the unknown, keeps the deactivated and pages', async () => {
  const { body } = await site.call(
    'u-coo',
    'GET',
    '/user/bulk?accountId=u-gone&accountId=nobody&accountId=u-coo&maxResults=1',
  );
  expect(body).toMatchObject({ total: 2, isLast: false, values: [{ accountId: 'u-gone', active: false }] });
  expect((await site.call('u-coo', 'GET', '/user/bulk')).status).toBe(400);
});

test.each([
  ['ma', ['u-coo', 'u-viewer']],
  ['okon', ['u-coo']],
  ['tomasz.wrona@', ['u-platform']],
  ['pavel', []],
])('searching for "%s" finds %j', async (query, expected) => {
  expect(ids((await site.call('u-coo', 'GET', `/user/search?query=${query}`)).body).sort()).toEqual(expected);
});

test('only those who may be assigned are assignable', async () => {
  const assignable = ids(
    (await site.call('u-coo', 'GET', '/user/assignable/search?project=APP&maxResults=100')).body,
  );
  expect(assignable).toEqual(expect.arrayContaining(['u-coo', 'u-platform', 'u-lead', 'u-admin']));
  for (const other of ['u-viewer', 'u-outsider', 'u-gone', 'u-bot', 'u-supplier'])
    expect(assignable).not.toContain(other);
  expect((await site.call('u-viewer', 'GET', '/user/assignable/search?project=CORE')).status).toBe(404);
});

test('nobody anonymous looks people up', async () => {
  for (const path of ['/myself', '/user?accountId=u-coo', '/user/search?query=a', '/user/picker?query=a']) {
    expect((await site.call(null, 'GET', path)).status).toBe(401);
  }
});

test.each([
  [
    'u-coo',
    {
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
      TRANSITION_ISSUES: true,
      ADMINISTER_PROJECTS: false,
      ADMINISTER: false,
    },
  ],
  [
    'u-viewer',
    {
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: false,
      TRANSITION_ISSUES: false,
      ADMINISTER_PROJECTS: false,
      ADMINISTER: false,
    },
  ],
  [
    'u-lead',
    {
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
      TRANSITION_ISSUES: true,
      ADMINISTER_PROJECTS: true,
      ADMINISTER: false,
    },
  ],
  [
    'u-admin',
    {
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
      TRANSITION_ISSUES: true,
      ADMINISTER_PROJECTS: true,
      ADMINISTER: true,
    },
  ],
  [
    'app',
    {
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
      TRANSITION_ISSUES: true,
      ADMINISTER_PROJECTS: true,
      ADMINISTER: false,
    },
  ],
])('%s holds in APP exactly what the scheme grants', async (as, expected) => {
  const names = Object.keys(expected).join(',');
  const { body } = await site.call(as, 'GET', `/mypermissions?permissions=${names}&issueKey=APP-1`);
  const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
  expect(
    Object.fromEntries(Object.entries(permissions).map(([key, { havePermission }]) => [key, havePermission])),
  ).toEqual(expected);
});

test('permissions on a hidden issue or project are not answered', async () => {
  expect(
    (await site.call('u-outsider', 'GET', '/mypermissions?permissions=EDIT_ISSUES&issueKey=APP-1')).status,
  ).toBe(404);
  expect(
    (await site.call('u-viewer', 'GET', '/mypermissions?permissions=EDIT_ISSUES&projectKey=CORE')).status,
  ).toBe(404);
  expect((await site.call('u-coo', 'GET', '/mypermissions?permissions=FLY')).status).toBe(400);
});

test('an issue with a security level is there for its members alone', async () => {
  const seen = async (as: string) => (await site.call(as, 'GET', '/issue/APP-11')).status;
  expect(await Promise.all(['u-lead', 'u-coo', 'u-cto'].map(seen))).toEqual([200, 200, 200]);
  expect(await Promise.all(['u-product', 'u-viewer', 'u-admin', 'u-outsider', 'app'].map(seen))).toEqual([
    404, 404, 404, 404, 404,
  ]);
});

test('links to what the viewer may not see are left out', async () => {
  const links = async (as: string, key: string) =>
    (
      (await site.call(as, 'GET', `/issue/${key}?fields=issuelinks`)).body as {
        fields: { issuelinks: unknown[] };
      }
    ).fields.issuelinks.length;
  expect([await links('u-coo', 'APP-1'), await links('u-viewer', 'APP-1')]).toEqual([1, 0]);
  expect([await links('u-lead', 'APP-14'), await links('u-product', 'APP-14')]).toEqual([1, 0]);
});

test('projects are listed to those who may browse them', async () => {
  const keys = async (as: string, query = '') =>
    (
      (await site.call(as, 'GET', `/project/search${query}`)).body as { values: { key: string }[] }
    ).values.map((project) => project.key);
  expect(await keys('u-coo')).toEqual(['APP', 'CARE', 'CORE', 'TEAM']);
  expect(await keys('u-viewer')).toEqual(['APP']);
  expect(await keys('u-supplier')).toEqual(['CORE']);
  expect(await keys('u-outsider')).toEqual([]);
  expect(await keys('u-lead', '?action=edit')).toEqual(['APP']);
});
