import { adfOf } from '../../src/jira';
import { openJira, type Answer, type Site } from './jira-world';
import { closeHttpWorlds } from './world';

afterEach(closeHttpWorlds);

const idOf = ({ sandbox }: Site, key: string): number => Number(sandbox.jira.issue(key)?.id);

async function tries(here: Site, as: 'app' | 'user', key: string): Promise<Record<string, unknown>> {
  const { ask } = here;
  const status = async (...request: Parameters<Site['ask']>): Promise<number> =>
    (await ask(...request)).status;
  const id = idOf(here, key);
  const [project = ''] = key.split('-');
  const found = async (path: string, body: object, list: string): Promise<number> =>
    ((await ask(as, 'POST', path, body)).body as Record<string, unknown[]>)[list]?.length ?? NaN;
  const searched = async (): Promise<{ key: string }[]> => {
    const query = { jql: 'created > "2000-01-01"', fields: ['key'], maxResults: 5000 };
    return ((await ask(as, 'POST', '/search/jql', query)).body as { issues: { key: string }[] }).issues;
  };
  return {
    issue: await status(as, 'GET', `/issue/${key}`),
    changelog: await status(as, 'GET', `/issue/${key}/changelog`),
    comments: await status(as, 'GET', `/issue/${key}/comment`),
    bulkfetch: await found('/issue/bulkfetch', { issueIdsOrKeys: [key] }, 'issues'),
    changelogs: await found('/changelog/bulkfetch', { issueIdsOrKeys: [key] }, 'issueChangeLogs'),
    search: (await searched()).filter((one) => one.key === key).length,
    project: await status(as, 'GET', `/project/${project}`),
    comment: await status(as, 'POST', `/issue/${key}/comment`, { body: adfOf('Hello') }),
    property: await status(as, 'PUT', `/issue/${key}/properties/mark`, 'here'),
    notify: await status(as, 'POST', `/issue/${key}/notify`, { to: { users: [{ accountId: 'u-cto' }] } }),
    field: await status('app', 'PUT', '/app/field/mark/value', { updates: [{ issueIds: [id], value: 'x' }] }),
    fields: await status('app', 'POST', '/app/field/value', {
      updates: [{ customField: 'mark', issueIds: [id], value: 'y' }],
    }),
  };
}

const REACHED = {
  issue: 200,
  changelog: 200,
  comments: 200,
  bulkfetch: 1,
  changelogs: 1,
  search: 1,
  project: 200,
  comment: 201,
  property: 201,
  notify: 204,
  field: 204,
  fields: 204,
};
const SHUT_OUT = {
  issue: 404,
  changelog: 404,
  comments: 404,
  bulkfetch: 0,
  changelogs: 0,
  search: 0,
  project: 404,
  comment: 404,
  property: 404,
  notify: 404,
  field: 403,
  fields: 403,
};

describe('a project that the app’s user may not browse', () => {
  test('is there for the app until it is taken away, and again once it is given back', async () => {
    const here = await openJira();
    expect(await tries(here, 'app', 'APP-5')).toEqual(REACHED);
    await here.set({ appBrowses: { APP: false } });
    expect(await tries(here, 'app', 'APP-6')).toEqual(SHUT_OUT);
    expect(JSON.stringify([...(here.sandbox.jira.issue('APP-6')?.values ?? [])])).not.toContain('"y"');
    expect(await tries(here, 'app', 'CORE-2')).toMatchObject({ issue: 200, field: 204 });
    await here.set({ appBrowses: { APP: true } });
    expect(await here.ask('app', 'GET', '/issue/APP-6')).toMatchObject({ status: 200 });
  });

  test('stays what it is for people, also where the app asks in their name', async () => {
    const here = await openJira();
    await here.set({ appBrowses: { APP: false } });
    expect(await tries(here, 'user', 'APP-5')).toEqual({ ...REACHED, field: 403, fields: 403 });
    expect(await here.send('GET', '/rest/api/3/issue/APP-5', { as: 'u-coo' })).toMatchObject({ status: 200 });
  });

  test('gives the app no permission that it could ask for', async () => {
    const here = await openJira();
    await here.set({ appBrowses: { APP: false } });
    const asked = '/mypermissions?permissions=BROWSE_PROJECTS,EDIT_ISSUES&projectKey=';
    expect((await here.ask('app', 'GET', `${asked}APP`)).status).toBe(404);
    expect((await here.ask('app', 'GET', `${asked}CORE`)).body).toMatchObject({
      permissions: { BROWSE_PROJECTS: { havePermission: true } },
    });
  });
});

describe('an app access rule', () => {
  test('shuts the app out for itself and for people, and stops no person', async () => {
    const here = await openJira();
    await here.set({ appRules: { APP: 'blocked' } });
    expect(await tries(here, 'app', 'APP-5')).toEqual(SHUT_OUT);
    expect(await tries(here, 'user', 'APP-5')).toEqual(SHUT_OUT);
    expect(await here.send('GET', '/rest/api/3/issue/APP-5', { as: 'u-coo' })).toMatchObject({ status: 200 });
    await here.set({ appRules: {} });
    expect(await tries(here, 'user', 'APP-5')).toEqual(REACHED);
  });

  test('keeps the project’s events from the app', async () => {
    const here = await openJira();
    const edit = (key: string): Promise<unknown> =>
      here.send('PUT', `/rest/api/3/issue/${key}`, { as: 'u-coo', body: { fields: { summary: 'Anew' } } });
    await here.set({ appRules: { APP: 'blocked' } });
    await edit('APP-5');
    await edit('CORE-2');
    await here.send('POST', '/sandbox/drain');
    const heard = [...here.sandbox.kvs.table({ kind: 'plain' }).entries()].map(({ key }) => key);
    expect(heard).toEqual(['event:CORE-2']);
  });
});

describe('an issue security level', () => {
  test('hides its items from the app, which stands in none', async () => {
    const here = await openJira();
    expect(await tries(here, 'app', 'APP-11')).toEqual({ ...SHUT_OUT, project: 200 });
    expect(await here.ask('user', 'GET', '/issue/APP-11')).toMatchObject({ status: 200 });
  });

  test('hides nothing from an app that was given all rights', async () => {
    const here = await openJira();
    await here.set({ appRights: 'all' });
    expect(await tries(here, 'app', 'APP-11')).toEqual({
      ...REACHED,
      changelogs: expect.any(Number) as number,
    });
  });

  test('hides the comments on its items in a list of comments by id', async () => {
    const here = await openJira();
    const made = await here.send('POST', '/rest/api/3/issue/APP-11/comment', {
      as: 'u-coo',
      body: { body: adfOf('Between us') },
    });
    const list = { ids: [Number(made.body['id'])] };
    expect((await here.ask('app', 'POST', '/comment/list', list)).body).toMatchObject({ total: 0 });
    expect((await here.ask('user', 'POST', '/comment/list', list)).body).toMatchObject({ total: 1 });
  });
});

describe('a check of somebody else’s permissions', () => {
  const check = (here: Site, as: 'app' | 'user', accountId?: string): Promise<Answer> =>
    here.ask(as, 'POST', '/permissions/check', {
      ...(accountId === undefined ? {} : { accountId }),
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [idOf(here, 'APP-1')] }],
    });

  test('is refused to the app, which may ask about itself', async () => {
    const here = await openJira();
    expect((await check(here, 'app', 'u-viewer')).status).toBe(403);
    expect((await check(here, 'user', 'u-viewer')).status).toBe(403);
    expect((await check(here, 'app')).status).toBe(200);
    expect((await check(here, 'app', 'app-account')).status).toBe(200);
  });

  test('is answered where it is allowed, to the app alone', async () => {
    const here = await openJira();
    await here.set({ checkOthers: 'allowed' });
    expect(await check(here, 'app', 'u-viewer')).toMatchObject({
      status: 200,
      body: { projectPermissions: [{ issues: [idOf(here, 'APP-1')] }] },
    });
    expect((await check(here, 'app', 'u-outsider')).body).toMatchObject({
      projectPermissions: [{ issues: [] }],
    });
    expect((await check(here, 'user', 'u-viewer')).status).toBe(403);
  });
});

describe('the search for who sees an issue', () => {
  const seers = async (here: Site, query: string): Promise<readonly string[]> => {
    const { body } = await here.ask('app', 'GET', `/user/viewissue/search?issueKey=APP-1&${query}`);
    return (body as { accountId: string }[]).map(({ accountId }) => accountId);
  };

  test('takes its range of all users first and filters only that', async () => {
    const here = await openJira();
    const first = here.sandbox.jira.users()[0]?.accountId;
    expect(await seers(here, 'accountId=u-lead&maxResults=1')).toEqual([]);
    expect(await seers(here, 'accountId=u-lead&maxResults=1000')).toEqual(['u-lead']);
    expect(await seers(here, 'query=ingrid&startAt=0&maxResults=3')).toEqual([]);
    expect(await seers(here, 'accountId=u-outsider&maxResults=1000')).toEqual([]);
    expect(first).toBe('app-account');
  });

  test('looks no further than the thousandth user', async () => {
    const here = await openJira();
    const spec = { emailAddress: '' };
    for (let n = 0; n < 1000; n += 1)
      here.sandbox.jira.addUser({ accountId: `x-${n}`, displayName: `X ${n}`, ...spec });
    here.sandbox.jira.addUser({ accountId: 'u-late', displayName: 'Late', groups: ['jira-administrators'] });
    const query = 'accountId=u-late&startAt=900&maxResults=1000';
    expect(await seers(here, query)).toEqual([]);
    await here.set({ viewIssueSearch: 'exact' });
    expect(await seers(here, 'accountId=u-late&maxResults=1')).toEqual(['u-late']);
  });

  test('finds exactly where it is said to', async () => {
    const here = await openJira();
    await here.set({ viewIssueSearch: 'exact' });
    expect(await seers(here, 'accountId=u-lead&maxResults=1')).toEqual(['u-lead']);
    expect(await seers(here, 'accountId=u-outsider&maxResults=1')).toEqual([]);
  });

  test.each(['range-first', 'exact'] as const)(
    'answers nobody to who may not browse users, without a word (%s)',
    async (viewIssueSearch) => {
      const here = await openJira({ viewIssueSearch });
      here.sandbox.jira.addUser({ ...here.sandbox.jira.user('u-coo')!, groups: [] });
      for (const path of [
        '/user/viewissue/search?issueKey=APP-1&maxResults=1000&accountId=u-lead',
        '/user/search?query=ingrid',
        '/user/search?accountId=u-lead',
      ])
        expect(await here.ask('user', 'GET', path)).toEqual({ status: 200, body: [] });
    },
  );
});
