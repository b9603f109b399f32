import { adfOf } from '../../src/jira';
import { openWorld } from './helpers';

describe('comments', () => {
  test('must be documents; plain text is refused', async () => {
    const site = openWorld();
    const refused = await site.call('u-coo', 'POST', '/issue/APP-1/comment', { body: 'hello' });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: { comment: 'Comment body is not valid!' } },
    });
    expect((await site.call('u-coo', 'POST', '/issue/APP-1/comment', { body: adfOf('hello') })).status).toBe(
      201,
    );
    expect((await site.call('u-coo', 'GET', '/issue/APP-1/comment')).body).toMatchObject({
      total: 1,
      comments: [{ author: { accountId: 'u-coo' } }],
    });
    expect(site.host.emitted).toMatchObject([
      { type: 'avi:jira:commented:issue', payload: { comment: { body: adfOf('hello') } } },
    ]);
  });

  test('belong to their author; an administrator may edit and delete them all', async () => {
    const site = openWorld();
    const { body } = await site.call('u-coo', 'POST', '/issue/APP-1/comment', { body: adfOf('mine') });
    const path = `/issue/APP-1/comment/${(body as { id: string }).id}`;
    expect((await site.call('u-cto', 'PUT', path, { body: adfOf('theirs') })).status).toBe(403);
    expect((await site.call('u-cto', 'DELETE', path)).status).toBe(403);
    expect((await site.call('u-coo', 'PUT', path, { body: adfOf('still mine') })).status).toBe(200);
    expect((await site.call('u-lead', 'DELETE', path)).status).toBe(204);
  });

  test('of the app are told as its own', async () => {
    const site = openWorld();
    await site.call('app', 'POST', '/issue/APP-1/comment', { body: adfOf('hello') }, ['write:jira-work']);
    expect(site.host.emitted).toMatchObject([{ payload: { selfGenerated: true } }]);
  });

  test('keep what they were given along, for whoever asks for it', async () => {
    const site = openWorld();
    const properties = [{ key: 'mark', value: { of: ['one'] } }];
    const { body } = await site.call('u-coo', 'POST', '/issue/APP-1/comment', {
      body: adfOf('marked'),
      properties,
    });
    expect(body).not.toHaveProperty('properties');
    const ids = [Number((body as { id: string }).id), 424242];
    const list = '/comment/list?expand=properties';
    expect((await site.call('u-coo', 'POST', list, { ids })).body).toMatchObject({
      total: 1,
      values: [{ properties }],
    });
    expect((await site.call('u-outsider', 'POST', list, { ids })).body).toMatchObject({ values: [] });
  });

  test('ask for the permission', async () => {
    expect(
      (await openWorld().call('u-viewer', 'POST', '/issue/APP-1/comment', { body: adfOf('x') })).status,
    ).toBe(403);
  });
});

describe('links', () => {
  const body = { type: { name: 'Blocks' }, inwardIssue: { key: 'CORE-3' }, outwardIssue: { key: 'APP-2' } };

  test('read "blocks" where they start and "is blocked by" where they end, in history too', async () => {
    const site = openWorld();
    expect((await site.call('u-coo', 'POST', '/issueLink', body)).status).toBe(201);
    expect((await site.call('u-coo', 'GET', '/issue/CORE-3?fields=issuelinks')).body).toMatchObject({
      fields: { issuelinks: [{ outwardIssue: { key: 'APP-2' } }] },
    });
    expect(
      (await site.call('u-coo', 'GET', '/issue/APP-2?fields=issuelinks&expand=changelog')).body,
    ).toMatchObject({
      fields: { issuelinks: [{ inwardIssue: { key: 'CORE-3' } }] },
      changelog: {
        histories: [
          { items: [{ field: 'Link', to: 'CORE-3', toString: 'This work item is blocked by CORE-3' }] },
        ],
      },
    });
    expect(site.host.emitted.map((event) => event.type)).toContain('avi:jira:created:issuelink');
  });

  test('made twice stay one', async () => {
    const site = openWorld();
    await site.call('u-coo', 'POST', '/issueLink', body);
    await site.call('u-coo', 'POST', '/issueLink', body);
    const { body: issue } = await site.call('u-coo', 'GET', '/issue/APP-2?fields=issuelinks');
    expect((issue as { fields: { issuelinks: unknown[] } }).fields.issuelinks).toHaveLength(1);
  });

  test('to or from what one may not see or link are refused', async () => {
    const site = openWorld();
    expect(
      (await site.call('u-viewer', 'POST', '/issueLink', { ...body, inwardIssue: { key: 'APP-3' } })).status,
    ).toBe(403);
    expect((await site.call('u-viewer', 'POST', '/issueLink', body)).status).toBe(404);
    expect((await site.call('u-coo', 'POST', '/issueLink', { ...body, type: { name: 'Hugs' } })).status).toBe(
      404,
    );
    expect(
      (await site.call('u-coo', 'POST', '/issueLink', { ...body, inwardIssue: { key: 'APP-2' } })).status,
    ).toBe(400);
  });

  test('are gone after deleting them, by id', async () => {
    const site = openWorld();
    const { body: issue } = await site.call('u-coo', 'GET', '/issue/APP-1?fields=issuelinks');
    const id = (issue as { fields: { issuelinks: { id: string }[] } }).fields.issuelinks[0]?.id;
    expect((await site.call('u-viewer', 'GET', `/issueLink/${id}`)).status).toBe(404);
    expect((await site.call('u-coo', 'DELETE', `/issueLink/${id}`)).status).toBe(204);
    expect((await site.call('u-coo', 'GET', `/issueLink/${id}`)).status).toBe(404);
  });
});

describe('properties', () => {
  test('are set, read, overwritten and deleted by those who may edit', async () => {
    const site = openWorld();
    const path = '/issue/APP-1/properties/mark';
    expect((await site.call('u-coo', 'PUT', path, { a: [1] })).status).toBe(201);
    expect((await site.call('u-coo', 'PUT', path, { a: [2] })).status).toBe(200);
    expect((await site.call('u-viewer', 'GET', path)).body).toEqual({ key: 'mark', value: { a: [2] } });
    expect(
      (await site.call('u-viewer', 'GET', '/issue/APP-1?fields=id&properties=mark,none')).body,
    ).toMatchObject({ properties: { mark: { a: [2] } } });
    expect((await site.call('u-viewer', 'DELETE', path)).status).toBe(403);
    expect((await site.call('u-coo', 'DELETE', path)).status).toBe(204);
    expect((await site.call('u-coo', 'GET', path)).status).toBe(404);
  });

  test('have a size', async () => {
    expect(
      (await openWorld().call('u-coo', 'PUT', '/issue/APP-1/properties/big', 'x'.repeat(40_000))).status,
    ).toBe(400);
  });
});

describe('notifications', () => {
  const notify = (to: unknown) => ({ subject: 'One answer waits', textBody: 'Please look.', to });

  test('reach active people who may see the issue, and nobody else', async () => {
    const site = openWorld();
    const to = {
      users: ['u-platform', 'u-gone', 'u-outsider'].map((accountId) => ({ accountId })),
      reporter: true,
    };
    expect(await site.call('app', 'POST', '/issue/APP-1/notify', notify(to))).toEqual({ status: 204 });
    expect(site.jira.notices()).toMatchObject([
      { issueKey: 'APP-1', subject: 'One answer waits', recipients: ['u-platform', 'u-coo'] },
    ]);
    expect(site.jira.notices('u-platform')).toHaveLength(1);
    expect(site.jira.notices('u-gone')).toEqual([]);
  });

  test('to nobody are refused', async () => {
    const site = openWorld();
    for (const to of [undefined, {}, { users: [] }, { reporter: false }]) {
      expect((await site.call('app', 'POST', '/issue/APP-1/notify', notify(to))).status).toBe(400);
    }
  });
});

test('watchers are counted and listed', async () => {
  const site = openWorld();
  await site.call('u-coo', 'POST', '/issue/APP-1/watchers', 'u-ops');
  expect((await site.call('u-ops', 'GET', '/issue/APP-1?fields=watches')).body).toMatchObject({
    fields: { watches: { watchCount: 1, isWatching: true } },
  });
  expect((await site.call('u-ops', 'GET', '/issue/APP-1/watchers')).body).toMatchObject({
    watchers: [{ accountId: 'u-ops' }],
  });
});
