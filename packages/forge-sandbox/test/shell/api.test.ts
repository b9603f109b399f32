import { z } from 'zod';
import { as, createShell } from './fixture';

const workflowSchema = z.object({
  canEdit: z.boolean(),
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rules: z.array(z.object({ id: z.string(), moduleKey: z.string(), configuration: z.unknown() })),
    }),
  ),
});

const setUp = () => {
  const { app, jira } = createShell();
  const read = async (accountId: string, project = 'APP') => {
    const response = await app.request(`/sandbox/shell/api/workflow/${project}`, { headers: as(accountId) });
    return {
      status: response.status,
      body: response.status === 200 ? workflowSchema.parse(await response.json()) : undefined,
    };
  };
  const start = async (project = 'APP') => {
    const found = (await read('u-admin', project)).body?.transitions.find(({ name }) => name === 'Start');
    if (found === undefined) throw new Error('The world has no transition Start');
    return {
      transition: found,
      rule: found.rules[0],
      path: `/sandbox/shell/api/workflow/${project}/transitions/${found.id}/rules`,
    };
  };
  const send = (method: string, path: string, accountId: string, body?: unknown) =>
    app.request(path, {
      method,
      headers: { ...as(accountId), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { app, jira, read, start, send };
};

describe('reading a workflow', () => {
  const { app, read } = setUp();

  test('everyone who may browse the project sees it, administrators may edit', async () => {
    expect((await read('u-viewer')).body?.canEdit).toBe(false);
    expect((await read('u-lead')).body?.canEdit).toBe(false);
    expect((await read('u-admin')).body?.canEdit).toBe(true);
  });

  test('others learn nothing, not even that it exists', async () => {
    expect((await read('u-outsider')).status).toBe(404);
    expect((await read('u-coo', 'NOPE')).status).toBe(404);
    expect((await read('u-gone')).status).toBe(404);
    expect((await app.request('/sandbox/shell/api/workflow/APP')).status).toBe(404);
  });
});

describe('rules', () => {
  test('an administrator saves a configuration as the string the app returned', async () => {
    const { start, send } = setUp();
    const { rule, path } = await start();
    const response = await send('PUT', `${path}/${rule?.id}`, 'u-admin', {
      configuration: '{"checkpoint":"finish"}',
    });
    expect(response.status).toBe(204);
    expect((await start()).rule).toEqual({ ...rule, configuration: '{"checkpoint":"finish"}' });
  });

  test('an administrator adds and removes a rule', async () => {
    const { start, send } = setUp();
    const { path, rule } = await start();
    expect(
      (await send('POST', path, 'u-admin', { moduleKey: 'transition-check', configuration: '{}' })).status,
    ).toBe(204);
    const rules = (await start()).transition.rules;
    expect(rules).toHaveLength(2);
    expect((await send('DELETE', `${path}/${rule?.id}`, 'u-admin')).status).toBe(204);
    expect((await start()).transition.rules).toEqual([rules[1]]);
  });

  test.each([
    ['u-viewer', 403],
    ['u-lead', 403],
    ['u-outsider', 404],
  ])('%s may not change a company-managed workflow', async (accountId, status) => {
    const { start, send } = setUp();
    const { path, rule, transition } = await start();
    expect((await send('PUT', `${path}/${rule?.id}`, accountId, { configuration: '{}' })).status).toBe(
      status,
    );
    expect(
      (await send('POST', path, accountId, { moduleKey: 'transition-check', configuration: '{}' })).status,
    ).toBe(status);
    expect((await send('DELETE', `${path}/${rule?.id}`, accountId)).status).toBe(status);
    expect((await start()).transition).toEqual(transition);
  });

  test.each([
    ['more than 32 KB', { configuration: 'x'.repeat(32 * 1024 + 1) }, 'larger than 32 KB'],
    ['no string', { configuration: { checkpoint: 'start' } }, 'string'],
    ['an unknown key', { configuration: '{}', extra: 1 }, 'extra'],
  ])('a configuration with %s is refused', async (_, body, message) => {
    const { start, send } = setUp();
    const { path, rule } = await start();
    const response = await send('PUT', `${path}/${rule?.id}`, 'u-admin', body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
    expect((await start()).rule).toEqual(rule);
  });

  test('exactly 32 KB is saved', async () => {
    const { start, send } = setUp();
    const { path, rule } = await start();
    const body = { configuration: 'x'.repeat(32 * 1024) };
    expect((await send('PUT', `${path}/${rule?.id}`, 'u-admin', body)).status).toBe(204);
  });

  test('a rule or transition that is not there, and a module that is no validator', async () => {
    const { start, send } = setUp();
    const { path } = await start();
    expect((await send('PUT', `${path}/none`, 'u-admin', { configuration: '{}' })).status).toBe(404);
    const elsewhere = path.replace(/transitions\/[^/]+/, 'transitions/9999');
    const rule = { moduleKey: 'transition-check', configuration: '{}' };
    expect((await send('POST', elsewhere, 'u-admin', rule)).status).toBe(404);
    expect((await send('POST', path, 'u-admin', { ...rule, moduleKey: 'notes' })).status).toBe(400);
  });
});

describe('inbox', () => {
  const notify = {
    subject: 'A promise is asked of you',
    textBody: 'APP-1 needs sign-on.',
    to: { users: [{ accountId: 'u-platform' }] },
  };

  test('holds what was mailed to the person, and only that', async () => {
    const { app, jira } = setUp();
    const sent = await jira.handle({
      method: 'POST',
      path: '/rest/api/3/issue/APP-1/notify',
      query: new URLSearchParams(),
      headers: {},
      body: notify,
      actor: { kind: 'user', accountId: 'u-coo' },
    });
    expect(sent.status).toBe(204);
    const inbox = async (who: string) =>
      (await app.request('/sandbox/shell/api/inbox', { headers: as(who) })).json();
    expect(await inbox('u-platform')).toMatchObject([{ issueKey: 'APP-1', subject: notify.subject }]);
    expect(await inbox('u-viewer')).toEqual([]);
  });

  test('strangers get none', async () => {
    const { app } = setUp();
    expect((await app.request('/sandbox/shell/api/inbox')).status).toBe(401);
    expect((await app.request('/sandbox/shell/api/inbox', { headers: as('u-gone') })).status).toBe(401);
  });
});
