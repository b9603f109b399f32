import { demo, fields, keysOf, testHost } from './helpers';

const setup = async () => {
  const site = demo();
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
  expect(field('DRI')).toMatchObject({
    id: expect.stringMatching(/^customfield_\d+$/),
    key: '6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11__DEVELOPMENT__holdfast-dri',
    custom: true,
    schema: {
      type: 'user',
      custom:
        'ari:cloud:ecosystem::extension/6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11/0d2d2f4e-5f0f-4f43-8b55-9f1c6f7a0001/static/holdfast-dri',
    },
  });
  expect(field('Waiting for')?.schema).toMatchObject({ type: 'array', items: 'user' });
});

test('installing again keeps ids and values', async () => {
  const { site, id, field } = await setup();
  await site.call('app', 'PUT', '/app/field/holdfast-gate/value', {
    updates: [{ issueIds: [id('EXP-1')], value: 'ready' }],
  });
  site.jira.setHost({ ...testHost(), customFields: fields });
  const after = await site.call('u-coo', 'GET', `/issue/EXP-1?fields=${field('Gate')?.id}`);
  expect(after.body).toMatchObject({ fields: { [field('Gate')?.id ?? '']: 'ready' } });
});

test('one value is written to many issues and read as a whole person', async () => {
  const { site, id, field } = await setup();
  const updates = [{ issueIds: [id('EXP-1'), id('EXP-2')], value: { accountId: 'u-coo' } }];
  expect(await site.call('app', 'PUT', `/app/field/${field('DRI')?.id}/value`, { updates })).toEqual({
    status: 204,
  });
  const issue = await site.call(
    'u-viewer',
    'GET',
    `/issue/EXP-2?fields=${field('DRI')?.id}&expand=changelog`,
  );
  expect(issue.body).toMatchObject({
    fields: { [field('DRI')?.id ?? '']: { accountId: 'u-coo', displayName: 'Mara Okonkwo' } },
    changelog: {
      histories: [{ author: { accountId: site.jira.appAccountId }, items: [{ field: 'DRI', to: 'u-coo' }] }],
    },
  });
  expect(await keysOf(site, 'u-coo', 'DRI = u-coo order by key')).toEqual(['EXP-1', 'EXP-2']);
});

test('several fields at once: lists, words and clearing', async () => {
  const { site, id, field } = await setup();
  const issueIds = [id('EXP-1')];
  const write = (value: unknown[], gate: string | null) =>
    site.call('app', 'POST', '/app/field/value?generateChangelog=false', {
      updates: [
        { customField: field('Waiting for')?.key, issueIds, value },
        { customField: 'holdfast-gate', issueIds, value: gate },
      ],
    });
  expect((await write([{ accountId: 'u-ops' }, { accountId: 'u-gone' }], 'Blocked by 2')).status).toBe(204);
  expect(await keysOf(site, 'u-coo', '"Waiting for" in (u-ops) and Gate = "blocked by 2"')).toEqual([
    'EXP-1',
  ]);
  expect((await site.call('u-coo', 'GET', '/issue/EXP-1/changelog')).body).toMatchObject({ total: 0 });
  // Forge's strings are compared whole, never searched by words.
  expect((await site.call('u-coo', 'POST', '/search/jql', { jql: 'Gate ~ blocked' })).status).toBe(400);
  expect((await write([], null)).status).toBe(204);
  expect(await keysOf(site, 'u-coo', 'key = EXP-1 and "Waiting for" is empty and Gate is empty')).toEqual([
    'EXP-1',
  ]);
});

test('only the app may write them, and only its own', async () => {
  const { site, id } = await setup();
  const body = { updates: [{ issueIds: [id('EXP-1')], value: null }] };
  expect((await site.call('u-admin', 'PUT', '/app/field/holdfast-dri/value', body)).status).toBe(403);
  expect((await site.call('app', 'PUT', '/app/field/customfield_10050/value', body)).status).toBe(403);
  expect((await site.call('app', 'PUT', '/app/field/none-of-ours/value', body)).status).toBe(404);
  // The app acting for a person is still the app.
  expect((await site.call('u-coo', 'PUT', '/app/field/holdfast-dri/value', body, [])).status).toBe(204);
});

test('one bad value or unknown issue, and nothing is written', async () => {
  const { site, id, field } = await setup();
  const good = { customField: 'holdfast-gate', issueIds: [id('EXP-1')], value: 'ready' };
  const bad = [
    { customField: 'holdfast-gate', issueIds: [id('EXP-2')], value: 7 },
    { customField: 'holdfast-dri', issueIds: [id('EXP-2')], value: 'u-coo' },
    { customField: 'holdfast-waiting-for', issueIds: [id('EXP-2')], value: { accountId: 'u-coo' } },
    { customField: 'holdfast-gate', issueIds: [999_999], value: 'ready' },
  ];
  for (const update of bad) {
    const answer = await site.call('app', 'POST', '/app/field/value', { updates: [good, update] });
    expect([400, 404]).toContain(answer.status);
  }
  expect((await site.call('u-coo', 'GET', `/issue/EXP-1?fields=${field('Gate')?.id}`)).body).toMatchObject({
    fields: { [field('Gate')?.id ?? '']: null },
  });
});
