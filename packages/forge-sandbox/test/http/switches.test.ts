import { STRICT } from '../../src/switches';
import { openJira } from './jira-world';
import { closeHttpWorlds } from './world';

afterEach(closeHttpWorlds);

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

test.each([
  ['refused', 403],
  ['lost', 204],
] as const)(
  'beyond the mails of a day further ones are %s, until the next day',
  async (mailsBeyond, status) => {
    const here = await openJira();
    const notify = async (): Promise<number> =>
      (await here.ask('app', 'POST', '/issue/APP-1/notify', { to: { users: [{ accountId: 'u-cto' }] } }))
        .status;
    await here.set({ mailsPerDay: 1, mailsBeyond });
    expect([await notify(), await notify()]).toEqual([204, status]);
    expect(here.sandbox.jira.notices('u-cto')).toHaveLength(1);
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT24H' } });
    expect(await notify()).toBe(204);
    await here.set({ mailsPerDay: null });
    expect(await notify()).toBe(204);
    expect(here.sandbox.jira.notices('u-cto')).toHaveLength(3);
  },
);

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
