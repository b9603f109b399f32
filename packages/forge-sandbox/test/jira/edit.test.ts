import { openWorld } from './helpers';

const edit = (fields: Record<string, unknown>) => ({ fields });

test('an edit is recorded once, with names and ids, and told to the app', async () => {
  const site = openWorld();
  const body = edit({
    assignee: { accountId: 'u-ops' },
    customfield_10050: [{ accountId: 'u-cto' }],
    duedate: '2026-12-24',
  });
  expect(await site.call('u-coo', 'PUT', '/issue/APP-1', body)).toEqual({ status: 204 });
  const { body: log } = await site.call('u-coo', 'GET', '/issue/APP-1/changelog');
  expect(log).toMatchObject({
    total: 1,
    values: [
      {
        author: { accountId: 'u-coo' },
        items: [
          {
            field: 'assignee',
            fieldId: 'assignee',
            from: null,
            fromString: null,
            to: 'u-ops',
            toString: 'Hana Sato',
          },
          {
            field: 'Co-leads',
            fieldtype: 'custom',
            from: '[u-coo, u-cto]',
            fromString: '[Mara Okonkwo, Jonas Lindqvist]',
            to: '[u-cto]',
            toString: '[Jonas Lindqvist]',
          },
          { field: 'duedate', from: '2027-01-31', to: '2026-12-24', toString: '2026-12-24 00:00:00.0' },
        ],
      },
    ],
  });
  expect(site.host.emitted.map((event) => event.type)).toEqual([
    'avi:jira:updated:issue',
    'avi:jira:assigned:issue',
  ]);
  expect(site.host.emitted[0]?.payload).toMatchObject({
    issue: { key: 'APP-1' },
    atlassianId: 'u-coo',
    selfGenerated: false,
    associatedUsers: [{ accountId: 'u-coo' }, { accountId: 'u-ops' }],
    changelog: {
      items: expect.arrayContaining([expect.objectContaining({ field: 'assignee', to: 'u-ops' })]),
    },
  });
});

test('an edit that changes nothing leaves no trace', async () => {
  const site = openWorld();
  await site.call('u-coo', 'PUT', '/issue/APP-1', edit({ duedate: '2027-01-31' }));
  expect((await site.call('u-coo', 'GET', '/issue/APP-1/changelog')).body).toMatchObject({ total: 0 });
  expect(site.host.emitted).toEqual([]);
});

test.each([
  [{ summary: '' }, 'summary', 'You must specify a summary'],
  [{ summary: 'x'.repeat(256) }, 'summary', "can't exceed 255"],
  [{ assignee: { accountId: 'u-gone' } }, 'assignee', 'cannot be assigned'],
  [{ assignee: { accountId: 'u-outsider' } }, 'assignee', 'cannot be assigned'],
  [{ assignee: { accountId: 'nobody' } }, 'assignee', 'does not exist'],
  [{ duedate: '2026-02-30' }, 'duedate', 'Error parsing date'],
  [{ labels: ['two words'] }, 'labels', 'contains spaces'],
  [{ description: 'plain' }, 'description', 'Atlassian Document'],
  [{ status: { name: 'Done' } }, 'status', 'cannot be set'],
  [{ customfield_99999: 1 }, 'customfield_99999', 'cannot be set'],
  [{ customfield_10050: { accountId: 'u-coo' } }, 'customfield_10050', 'not an array'],
  [{ parent: { key: 'APP-2' } }, 'parent', 'hierarchy'],
  [{ parent: { key: 'APP-11' } }, 'parent', 'does not exist or you do not have permission'],
])('%j is refused under its own field', async (fields, field, message) => {
  const site = openWorld();
  const before = await site.call('u-product', 'GET', '/issue/APP-1');
  const answer = await site.call(
    'u-product',
    'PUT',
    '/issue/APP-1',
    edit({ priority: { name: 'Low' }, ...fields }),
  );
  expect(answer).toMatchObject({
    status: 400,
    body: { errorMessages: [], errors: { [field]: expect.stringContaining(message) } },
  });
  expect(await site.call('u-product', 'GET', '/issue/APP-1')).toEqual(before);
});

test('update adds to and removes from lists', async () => {
  const site = openWorld();
  const update = {
    labels: [{ add: 'urgent' }, { remove: 'q1' }],
    customfield_10050: [{ remove: { accountId: 'u-coo' } }],
  };
  expect((await site.call('u-coo', 'PUT', '/issue/APP-1', { update })).status).toBe(204);
  const { body } = await site.call('u-coo', 'GET', '/issue/APP-1?fields=labels,customfield_10050');
  expect(body).toMatchObject({ fields: { labels: ['urgent'], customfield_10050: [{ accountId: 'u-cto' }] } });
});

test('somebody who may only look may not edit, comment, delete or create', async () => {
  const site = openWorld();
  const verbs: [string, string, unknown][] = [
    ['PUT', '/issue/APP-1', edit({ summary: 'x' })],
    ['PUT', '/issue/APP-1/assignee', { accountId: 'u-viewer' }],
    ['DELETE', '/issue/APP-1', undefined],
    ['PUT', '/issue/APP-1/properties/x', 1],
  ];
  for (const [method, path, body] of verbs)
    expect((await site.call('u-viewer', method, path, body)).status).toBe(403);
  const fields = { project: { key: 'APP' }, issuetype: { name: 'Epic' }, summary: 'x' };
  expect((await site.call('u-viewer', 'POST', '/issue', { fields })).status).toBe(400);
});

test('a read-only Forge field cannot be set by people, through any door', async () => {
  const site = openWorld();
  const { body } = await site.call('u-coo', 'GET', '/field');
  const owner = (body as { id: string; name: string }[]).find((field) => field.name === 'Owner')?.id ?? '';
  const answer = await site.call('u-admin', 'PUT', '/issue/APP-1', edit({ [owner]: { accountId: 'u-coo' } }));
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: { [owner]: expect.stringContaining('cannot be set') } },
  });
});

test('creating numbers on from the last key, tells the app and stands in the first status', async () => {
  const site = openWorld();
  const fields = {
    project: { key: 'CORE' },
    issuetype: { id: '10001' },
    summary: 'New',
    parent: { key: 'CORE-1' },
  };
  expect((await site.call('u-ops', 'POST', '/issue', { fields })).body).toMatchObject({ key: 'CORE-9' });
  expect(
    (await site.call('u-ops', 'GET', '/issue/CORE-9?fields=status,reporter,creator,parent')).body,
  ).toMatchObject({
    fields: {
      status: { name: 'To Do' },
      reporter: { accountId: 'u-ops' },
      creator: { accountId: 'u-ops' },
      parent: { key: 'CORE-1' },
    },
  });
  expect(site.host.emitted).toMatchObject([
    { type: 'avi:jira:created:issue', payload: { issue: { key: 'CORE-9' } } },
  ]);
});

test.each([
  [{ issuetype: { name: 'Epic' }, summary: 'x' }, 'project'],
  [{ project: { key: 'NO' }, issuetype: { name: 'Epic' }, summary: 'x' }, 'project'],
  [{ project: { key: 'APP' }, issuetype: { name: 'Saga' }, summary: 'x' }, 'issuetype'],
  [{ project: { key: 'APP' }, issuetype: { name: 'Epic' } }, 'summary'],
  [{ project: { key: 'APP' }, issuetype: { name: 'Sub-task' }, summary: 'x' }, 'parent'],
])('creating with %j is refused under %s', async (fields, field) => {
  const site = openWorld();
  const count = site.jira.issueCount();
  expect(await site.call('u-coo', 'POST', '/issue', { fields })).toMatchObject({
    status: 400,
    body: { errors: { [field]: expect.any(String) } },
  });
  expect(site.jira.issueCount()).toBe(count);
});

test('a deleted issue takes its links with it and frees its children', async () => {
  const site = openWorld();
  expect((await site.call('u-admin', 'DELETE', '/issue/APP-1')).status).toBe(204);
  expect((await site.call('u-admin', 'GET', '/issue/APP-1')).status).toBe(404);
  expect((await site.call('u-admin', 'GET', '/issue/CORE-1?fields=issuelinks')).body).toMatchObject({
    fields: { issuelinks: [] },
  });
  expect(site.host.emitted.map((event) => event.type)).toEqual(['avi:jira:deleted:issue']);
});
