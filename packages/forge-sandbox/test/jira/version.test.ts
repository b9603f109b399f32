import { openWorld, type World } from './helpers';

const ask = async (site: World, version: string, method: string, path: string, body?: unknown) => {
  const [pathname = '', query = ''] = path.split('?');
  return site.jira.handle({
    method,
    path: `/rest/api/${version}${pathname}`,
    query: new URLSearchParams(query),
    headers: {},
    body,
    actor: { kind: 'user', accountId: 'u-coo' },
  });
};

describe.each(['2', 'latest'])('version %s of the API', (version) => {
  test('reads and writes documents as text, and is version 3 otherwise', async () => {
    const site = openWorld();
    const text = 'Two lines\nof words';
    expect((await ask(site, version, 'PUT', '/issue/APP-1', { fields: { description: text } })).status).toBe(
      204,
    );
    const path = '/issue/APP-1?fields=description,summary';
    await expect(ask(site, version, 'GET', path)).resolves.toMatchObject({
      body: {
        key: 'APP-1',
        self: expect.stringContaining(`/rest/api/${version}/issue/`),
        fields: { description: text, summary: site.jira.issue('APP-1')?.values.get('summary') },
      },
    });
    await expect(ask(site, '3', 'GET', path)).resolves.toMatchObject({
      body: {
        self: expect.stringContaining('/rest/api/3/issue/'),
        fields: { description: { type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] } },
      },
    });
  });

  test('comments in text, also beside a change', async () => {
    const site = openWorld();
    await ask(site, version, 'POST', '/issue/APP-1/comment', { body: 'By itself' });
    await ask(site, version, 'PUT', '/issue/APP-1', {
      update: { comment: [{ add: { body: 'Beside' } }], description: [{ set: 'Set' }] },
    });
    const { body } = await ask(site, version, 'GET', '/issue/APP-1/comment');
    expect((body as { comments: { body: string }[] }).comments.slice(-2)).toMatchObject([
      { body: 'By itself' },
      { body: 'Beside' },
    ]);
    await expect(ask(site, version, 'GET', '/issue/APP-1?fields=description')).resolves.toMatchObject({
      body: { fields: { description: 'Set' } },
    });
  });

  test('refuses as version 3 does', async () => {
    const site = openWorld();
    expect((await ask(site, version, 'GET', '/issue/NO-1')).status).toBe(404);
    expect((await ask(site, version, 'GET', '/issue/picker')).status).toBe(501);
    expect((await ask(site, version, 'POST', '/issue/APP-1/comment', { body: { type: 'doc' } })).status).toBe(
      400,
    );
  });
});

test('a text is no document in version 3, and there is no version 4', async () => {
  const site = openWorld();
  expect((await ask(site, '3', 'POST', '/issue/APP-1/comment', { body: 'Text' })).status).toBe(400);
  expect((await ask(site, '4', 'GET', '/issue/APP-1')).status).toBe(404);
});
