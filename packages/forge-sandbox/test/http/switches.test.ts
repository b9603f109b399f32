import { adfOf } from '../../src/jira';
import { seedWorld } from '../world';
import { STRICT } from '../../src/switches';
import { manifest, openJira, type Answer, type Site } from './jira-world';
import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

const idOf = ({ sandbox }: Site, key: string): number => Number(sandbox.jira.issue(key)?.id);

describe('the switches', () => {
  test('stand as strict as the platform, projects by name', async () => {
    const { send } = await openJira({ eventDelay: 'PT3M' });
    expect((await send('GET', '/sandbox/switches')).body).toEqual({
      ...STRICT,
      appBrowses: { APP: true, CARE: true, CORE: true, TEAM: true },
    });
  });

  test('are set a few at a time, and answered whole', async () => {
    const { send, set } = await openJira();
    await set({ mail: 'off', language: { 'u-coo': 'de' } });
    const answer = await set({ language: { site: 'ja' }, appRules: { APP: 'blocked' } });
    expect(answer.body).toMatchObject({
      mail: 'off',
      language: { site: 'ja', 'u-coo': 'de' },
      appRules: { APP: 'blocked' },
      checkOthers: 'refused',
    });
    expect((await send('GET', '/sandbox/switches')).body).toEqual(answer.body);
  });

  test('of many entries lose one by null and all by an empty map', async () => {
    const { set } = await openJira();
    await set({ appRules: { APP: 'blocked', CORE: 'blocked' } });
    expect((await set({ appRules: { APP: null } })).body).toMatchObject({ appRules: { CORE: 'blocked' } });
    expect((await set({ appRules: {} })).body).toHaveProperty('appRules', {});
    await set({ language: { site: 'de', 'u-coo': 'ja' } });
    expect((await set({ language: {} })).body).toHaveProperty('language', { site: 'en' });
  });

  test('come back to those of the process with a reset', async () => {
    const { send, set } = await openJira({ checkOthers: 'allowed' });
    await set({ checkOthers: 'refused', mail: 'off', appBrowses: { APP: false } });
    await send('POST', '/sandbox/reset', { body: { seed: 'people' } });
    expect((await send('GET', '/sandbox/switches')).body).toMatchObject({
      checkOthers: 'allowed',
      mail: 'on',
      appBrowses: { APP: true },
    });
  });

  test.each([
    [{ appRigths: 'all' }, ['appRigths', 'appRights', 'eventDelay']],
    [{ appRights: 'some' }, ['appRights', 'as-role', 'all']],
    [{ checkOthers: true }, ['checkOthers', 'refused', 'allowed']],
    [{ viewIssueSearch: 'first' }, ['viewIssueSearch', 'range-first', 'exact']],
    [{ absentKey: 'ABSENT' }, ['absentKey', 'NOT_FOUND', 'KEY_NOT_FOUND', 'missing']],
    [{ mail: false }, ['mail', 'on', 'off']],
    [{ eventDelay: '3 minutes' }, ['eventDelay', 'PT3M']],
    [{ eventDelay: '-PT1M' }, ['eventDelay', 'PT3M']],
    [{ language: { site: 'fr' } }, ['language.site', 'en', 'de', 'ja']],
    [{ language: { nobody: 'de' } }, ['language.nobody', 'u-coo']],
    [{ appBrowses: { NOPE: false } }, ['appBrowses.NOPE', 'APP']],
    [{ appBrowses: { APP: 'no' } }, ['appBrowses.APP', 'boolean']],
    [{ appRules: { APP: 'open' } }, ['appRules.APP', 'blocked']],
    [{ privateZones: ['nobody'] }, ['privateZones', 'nobody', 'u-coo']],
  ])('refuse %j and say what is allowed', async (body, words) => {
    const { send, set } = await openJira();
    const before = (await send('GET', '/sandbox/switches')).body;
    const answer = await set({ mail: 'off', ...body });
    expect(answer.status).toBe(400);
    for (const word of words) expect(JSON.stringify(answer.body)).toContain(word);
    expect((await send('GET', '/sandbox/switches')).body).toEqual(before);
  });
});

/** Everything the app can try on one item; each says what it got. */
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

test.each([
  ['NOT_FOUND', ['NOT_FOUND']],
  ['KEY_NOT_FOUND', ['KEY_NOT_FOUND']],
  ['missing', []],
] as const)('a batch tells of absent keys by %s', async (absentKey, codes) => {
  const here = await openJira();
  await here.set({ absentKey });
  const { body } = await here.send('POST', '/sandbox/invoke/panel', {
    as: 'u-coo',
    body: { functionKey: 'read many', payload: { keys: ['none'] } },
  });
  const { successfulKeys, failedKeys } = body as {
    successfulKeys: unknown[];
    failedKeys: { key: string; error: { code: string } }[];
  };
  expect(successfulKeys).toEqual([]);
  expect(failedKeys.map(({ error }) => error.code)).toEqual(codes);
});

test('a site without mail refuses to send any, and sends again when it may', async () => {
  const here = await openJira();
  const notify = async (): Promise<number> =>
    (await here.ask('app', 'POST', '/issue/APP-1/notify', { to: { users: [{ accountId: 'u-cto' }] } }))
      .status;
  await here.set({ mail: 'off' });
  expect(await notify()).toBe(403);
  expect(here.sandbox.jira.notices()).toEqual([]);
  await here.set({ mail: 'on' });
  expect(await notify()).toBe(204);
  expect(here.sandbox.jira.notices('u-cto')).toHaveLength(1);
});

test('a hidden time zone is told to its owner alone', async () => {
  const here = await openJira();
  await here.set({ privateZones: ['u-cto'] });
  const user = async (as: string, path: string): Promise<unknown> =>
    (await here.send('GET', `/rest/api/3${path}`, { as })).body;
  expect(await user('u-coo', '/user?accountId=u-cto')).not.toHaveProperty('timeZone');
  expect(await user('u-coo', '/user?accountId=u-coo')).toHaveProperty('timeZone', 'Africa/Lagos');
  expect(await user('u-cto', '/myself')).toHaveProperty('timeZone', 'Europe/Stockholm');
  await here.send('PUT', '/rest/api/3/issue/APP-1/assignee', { as: 'u-coo', body: { accountId: 'u-cto' } });
  const issue = (await here.ask('app', 'GET', '/issue/APP-1')).body as {
    fields: { assignee: object };
  };
  expect(issue.fields.assignee).toMatchObject({ accountId: 'u-cto' });
  expect(issue.fields.assignee).not.toHaveProperty('timeZone');
  await here.set({ privateZones: [] });
  expect(await user('u-coo', '/user?accountId=u-cto')).toHaveProperty('timeZone', 'Europe/Stockholm');
});

describe('events of Jira', () => {
  const edit = (here: Site, key: string): Promise<unknown> =>
    here.send('PUT', `/rest/api/3/issue/${key}`, {
      as: 'u-coo',
      body: { fields: { summary: `${key} anew` } },
    });
  const heard = ({ sandbox }: Site): readonly string[] =>
    [...sandbox.kvs.table({ kind: 'plain' }).entries()].map(({ key }) => key);

  test('reach the app three minutes late; drain says how many wait and moves no time', async () => {
    const here = await openJira({ eventDelay: STRICT.eventDelay });
    const start = here.sandbox.clock.now();
    await edit(here, 'APP-5');
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT1M' } });
    await edit(here, 'APP-6');
    const waiting = { events: 2, until: new Date(start + 4 * 60_000).toISOString() };
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toEqual(waiting);
    expect((await here.send('GET', '/sandbox/state')).body['waiting']).toEqual(waiting);
    expect([heard(here), here.sandbox.clock.now()]).toEqual([[], start + 60_000]);
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT2M' } });
    expect(heard(here)).toEqual(['event:APP-5']);
    await here.send('POST', '/sandbox/clock', { body: { set: waiting.until } });
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toEqual({ events: 0, until: null });
    expect(heard(here)).toEqual(['event:APP-5', 'event:APP-6']);
  });

  test('come at once where nothing delays them; what waits already goes on waiting', async () => {
    const here = await openJira({ eventDelay: 'PT10M' });
    await edit(here, 'APP-5');
    await here.set({ eventDelay: 'PT0S' });
    await edit(here, 'APP-6');
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toMatchObject({ events: 1 });
    expect(heard(here)).toEqual(['event:APP-6']);
  });

  test('are late by the real time that passes where the clock runs', async () => {
    const world = await httpWorld({ manifest, ticking: true, switches: { eventDelay: 'PT0.3S' } });
    seedWorld(world.sandbox.jira);
    const started = performance.now();
    await world.send('PUT', '/rest/api/3/issue/APP-5', {
      as: 'u-coo',
      body: { fields: { summary: 'Anew' } },
    });
    await world.send('POST', '/sandbox/drain');
    expect(world.sandbox.kvs.sizes()).toMatchObject({ plain: 0 });
    while ((world.sandbox.kvs.sizes()['plain'] ?? 0) === 0 && performance.now() - started < 5000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(world.sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test('leave the app’s own queue alone', async () => {
    const here = await openJira({ eventDelay: 'PT3M' });
    await here.send('POST', '/sandbox/invoke/panel', {
      as: 'u-coo',
      body: { functionKey: 'push', payload: { events: { body: { name: 'a' } } } },
    });
    const drained = (await here.send('POST', '/sandbox/drain')).body;
    expect(drained).toEqual({
      queue: { waiting: 0, due: 0, running: 0 },
      waiting: { events: 0, until: null },
    });
    expect(here.sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
  });
});

describe('what a person was told', () => {
  interface Told {
    readonly how: string;
    readonly issueKey: string;
    readonly at: string;
  }
  const told = async (here: Site, query: string): Promise<readonly Told[]> =>
    (await here.send('GET', `/sandbox/told?${query}`)).body['told'] as readonly Told[];
  const mention = (id: string): object => ({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { id, text: '@Jonas' } },
          { type: 'text', text: 'please look' },
        ],
      },
    ],
  });

  test('is mail and mentions, newest last, each leading to its item', async () => {
    const here = await openJira();
    const start = new Date(here.sandbox.clock.now()).toISOString();
    await here.ask('app', 'POST', '/issue/APP-1/notify', {
      subject: 'Yours',
      textBody: 'A question waits.',
      to: { users: [{ accountId: 'u-cto' }] },
    });
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT1M' } });
    const later = new Date(here.sandbox.clock.now()).toISOString();
    const made = await here.send('POST', '/rest/api/3/issue/APP-2/comment', {
      as: 'u-coo',
      body: { body: mention('u-cto') },
    });
    const mail = {
      at: start,
      how: 'mail',
      issueKey: 'APP-1',
      subject: 'Yours',
      text: 'A question waits.',
      link: 'http://localhost:3000/browse/APP-1',
    };
    const summary = String(here.sandbox.jira.issue('APP-2')?.values.get('summary'));
    const comment = {
      at: later,
      how: 'mention',
      issueKey: 'APP-2',
      subject: `(APP-2) ${summary}`,
      text: '@Jonas please look',
      link: `http://localhost:3000/browse/APP-2?focusedCommentId=${String(made.body['id'])}`,
    };
    expect(await told(here, 'accountId=u-cto')).toEqual([mail, comment]);
    expect(await told(here, `accountId=u-cto&since=${later}`)).toEqual([comment]);
    expect(await told(here, 'accountId=u-ops')).toEqual([]);
  });

  test('leaves out mentions on items that the person may not see, and mail that never reached them', async () => {
    const here = await openJira();
    await here.ask('user', 'POST', '/issue/APP-11/comment', { body: mention('u-product') });
    await here.ask('user', 'POST', '/issue/APP-11/notify', { to: { users: [{ accountId: 'u-product' }] } });
    expect(await told(here, 'accountId=u-product')).toEqual([]);
    await here.ask('user', 'POST', '/issue/APP-11/comment', { body: mention('u-lead') });
    expect(await told(here, 'accountId=u-lead')).toMatchObject([{ how: 'mention', issueKey: 'APP-11' }]);
  });

  test('is asked of accounts that exist, since an instant', async () => {
    const { send } = await openJira();
    expect((await send('GET', '/sandbox/told?accountId=nobody')).status).toBe(404);
    expect((await send('GET', '/sandbox/told')).status).toBe(404);
    expect((await send('GET', '/sandbox/told?accountId=u-cto&since=yesterday')).status).toBe(400);
  });
});
