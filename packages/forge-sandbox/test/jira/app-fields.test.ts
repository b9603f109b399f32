import { openWorld, fields, keysOf, testHost } from './helpers';

const setup = async () => {
  const site = openWorld();
  const { body } = await site.call('u-coo', 'GET', '/field');
  const listed = body as {
    id: string;
    key: string;
    name: string;
    schema: { custom?: string; type: string; items?: string; customId?: number };
  }[];
  const id = (key: string): number => Number(site.jira.issue(key)?.id);
  const field = (name: string) => listed.find((one) => one.name === name);
  return { site, id, field };
};

test('the app’s modules are custom fields with Forge’s keys and types', async () => {
  const { field } = await setup();
  expect(field('Owner')).toMatchObject({
    id: expect.stringMatching(/^customfield_\d+$/),
    key: '6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11__DEVELOPMENT__owner',
    custom: true,
    schema: {
      type: 'user',
      custom:
        'ari:cloud:ecosystem::extension/6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11/0d2d2f4e-5f0f-4f43-8b55-9f1c6f7a0001/static/owner',
    },
  });
  expect(field('Helpers')?.schema).toMatchObject({ type: 'array', items: 'user' });
});

test('installing again keeps ids and values', async () => {
  const { site, id, field } = await setup();
  await site.call('app', 'PUT', '/app/field/verdict/value', {
    updates: [{ issueIds: [id('APP-1')], value: 'ready' }],
  });
  site.jira.setHost({ ...testHost(), customFields: fields });
  const after = await site.call('u-coo', 'GET', `/issue/APP-1?fields=${field('Verdict')?.id}`);
  expect(after.body).toMatchObject({ fields: { [field('Verdict')?.id ?? '']: 'ready' } });
});

test('one value is written to many issues and read as a whole person', async () => {
  const { site, id, field } = await setup();
  const updates = [{ issueIds: [id('APP-1'), id('APP-2')], value: { accountId: 'u-coo' } }];
  expect(await site.call('app', 'PUT', `/app/field/${field('Owner')?.id}/value`, { updates })).toEqual({
    status: 204,
  });
  const issue = await site.call(
    'u-viewer',
    'GET',
    `/issue/APP-2?fields=${field('Owner')?.id}&expand=changelog`,
  );
  expect(issue.body).toMatchObject({
    fields: { [field('Owner')?.id ?? '']: { accountId: 'u-coo', displayName: 'Mara Okonkwo' } },
    changelog: {
      histories: [
        { author: { accountId: site.jira.appAccountId }, items: [{ field: 'Owner', to: 'u-coo' }] },
      ],
    },
  });
  expect(await keysOf(site, 'u-coo', 'Owner = u-coo order by key')).toEqual(['APP-1', 'APP-2']);
});

test('several fields at once: lists, words and clearing', async () => {
  const { site, id, field } = await setup();
  const issueIds = [id('APP-1')];
  const write = (value: unknown[], verdict: string | null) =>
    site.call('app', 'POST', '/app/field/value?generateChangelog=false', {
      updates: [
        { customField: field('Helpers')?.key, issueIds, value },
        { customField: 'verdict', issueIds, value: verdict },
      ],
    });
  expect((await write([{ accountId: 'u-ops' }, { accountId: 'u-gone' }], 'Blocked by 2')).status).toBe(204);
  expect(await keysOf(site, 'u-coo', '"Helpers" in (u-ops) and Verdict = "blocked by 2"')).toEqual(['APP-1']);
  expect((await site.call('u-coo', 'GET', '/issue/APP-1/changelog')).body).toMatchObject({ total: 0 });
  // Forge's strings are compared whole, never searched by words.
  expect((await site.call('u-coo', 'POST', '/search/jql', { jql: 'Verdict ~ blocked' })).status).toBe(400);
  expect((await write([], null)).status).toBe(204);
  expect(await keysOf(site, 'u-coo', 'key = APP-1 and "Helpers" is empty and Verdict is empty')).toEqual([
    'APP-1',
  ]);
});

test('only the app may write them, and only its own', async () => {
  const { site, id } = await setup();
  const body = { updates: [{ issueIds: [id('APP-1')], value: null }] };
  expect((await site.call('u-admin', 'PUT', '/app/field/owner/value', body)).status).toBe(403);
  expect((await site.call('app', 'PUT', '/app/field/customfield_10050/value', body)).status).toBe(403);
  expect((await site.call('app', 'PUT', '/app/field/none-of-ours/value', body)).status).toBe(404);
  // The app acting for a person is still the app.
  expect((await site.call('u-coo', 'PUT', '/app/field/owner/value', body, [])).status).toBe(204);
});

test('one bad value or unknown issue, and nothing is written', async () => {
  const { site, id, field } = await setup();
  const good = { customField: 'verdict', issueIds: [id('APP-1')], value: 'ready' };
  const bad = [
    { customField: 'verdict', issueIds: [id('APP-2')], value: 7 },
    { customField: 'owner', issueIds: [id('APP-2')], value: 'u-coo' },
    { customField: 'helpers', issueIds: [id('APP-2')], value: { accountId: 'u-coo' } },
    { customField: 'verdict', issueIds: [999_999], value: 'ready' },
  ];
  for (const update of bad) {
    const answer = await site.call('app', 'POST', '/app/field/value', { updates: [good, update] });
    expect([400, 404]).toContain(answer.status);
  }
  expect((await site.call('u-coo', 'GET', `/issue/APP-1?fields=${field('Verdict')?.id}`)).body).toMatchObject(
    {
      fields: { [field('Verdict')?.id ?? '']: null },
    },
  );
});

test('days and numbers are kept as such, found by comparing, and written without a line in the history', async () => {
  const { site, id, field } = await setup();
  const issueIds = [id('APP-1')];
  const before = await site.call('u-coo', 'GET', '/issue/APP-1/changelog');
  expect(
    await site.call('app', 'POST', '/app/field/value?generateChangelog=false', {
      updates: [
        { customField: field('Next due')?.id, issueIds, value: '2026-12-04' },
        { customField: field('Open things')?.id, issueIds, value: 0 },
      ],
    }),
  ).toEqual({ status: 204 });
  const found = (jql: string) => keysOf(site, 'u-coo', jql);
  const number = field('Open things')?.schema.customId;
  expect(await found(`cf[${number}] is not EMPTY`)).toEqual(['APP-1']);
  expect(await found('"Open things" = 0')).toEqual(['APP-1']);
  expect(await found('"Open things" > 0')).toEqual([]);
  expect(await found('"Next due" < 2026-12-05')).toEqual(['APP-1']);
  expect(await found('"Next due" > 2026-12-05')).toEqual([]);
  expect(await site.call('u-coo', 'GET', '/issue/APP-1/changelog')).toEqual(before);
  expect(
    (
      await site.call('app', 'POST', '/app/field/value', {
        updates: [{ customField: 'open', issueIds, value: 'none' }],
      })
    ).status,
  ).toBe(400);
});
