import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { importExport, ImportError } from '../../src/import';
import { openWorld, keysOf, type World } from '../jira/helpers';

const person = (name: string) => ({ name, key: name, displayName: `Person ${name}`, active: true });

const issue = (key: string, fields: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  id: key.replace(/\D/g, '') + '77',
  key,
  fields: {
    summary: `About ${key}`,
    issuetype: { id: '1', name: 'Story', subtask: false },
    project: { key: key.split('-')[0], name: 'Old project' },
    status: { id: '1', name: 'Open' },
    created: '2014-01-01T10:00:00.000-0600',
    updated: '2014-01-02T10:00:00.000-0500',
    assignee: person('ann'),
    reporter: person('bob'),
    ...fields,
  },
  ...rest,
});

const stream = (...lines: unknown[]): Readable =>
  Readable.from([
    Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')),
  ]);

const status = async (site: World, key: string): Promise<unknown> => {
  const { body } = await site.call('u-coo', 'GET', `/issue/${key}?fields=status`);
  return body;
};

test.each([
  ['text that is not JSON', ['{"id": "1"', issue('OLD-2')], 'Line 1: is not JSON'],
  [
    'an issue without a summary',
    [issue('OLD-1'), issue('OLD-2', { summary: undefined })],
    'Line 2: is not a Jira issue: fields.summary',
  ],
  ['a key that comes twice', [issue('OLD-1'), '', issue('OLD-1')], 'Line 3: OLD-1 stands on line 1 already.'],
  ['no issue at all', ['', ''], 'holds no issues'],
  [
    'a project that exists already',
    [issue('OLD-1'), issue('CORE-900')],
    'keys exist on this site already: CORE',
  ],
])('%s is refused and nothing is loaded', async (_, lines, message) => {
  const site = openWorld();
  const before = {
    projects: site.jira.projects().length,
    issues: site.jira.issueCount(),
    users: site.jira.users().length,
  };
  await expect(importExport(site.jira, stream(...lines))).rejects.toThrow(message);
  await expect(importExport(site.jira, stream(...lines))).rejects.toBeInstanceOf(ImportError);
  expect({
    projects: site.jira.projects().length,
    issues: site.jira.issueCount(),
    users: site.jira.users().length,
  }).toEqual(before);
});

test('a broken gzip is refused in words', async () => {
  const broken = gzipSync(JSON.stringify(issue('OLD-1'))).subarray(0, 40);
  await expect(importExport(openWorld().jira, Readable.from([broken]))).rejects.toThrow('cannot be read');
});

test('gzip is told by its first bytes, however they are cut', async () => {
  const bytes = gzipSync(JSON.stringify(issue('OLD-1')));
  const result = await importExport(
    openWorld().jira,
    Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]),
  );
  expect(result).toMatchObject({ issues: 1, projects: [{ key: 'OLD', issues: 1 }] });
});

test('the last update is compared as an instant across offsets', async () => {
  const result = await importExport(
    openWorld().jira,
    stream(
      issue('OLD-1', { updated: '2014-05-01T23:00:00.000-0600' }),
      issue('OLD-2', { updated: '2014-05-02T04:30:00.000+0000' }),
    ),
  );
  expect(new Date(result.lastUpdate).toISOString()).toBe('2014-05-02T05:00:00.000Z');
});

test.each([
  [{ name: 'Open' }, null, 'new'],
  [{ name: 'Closed' }, null, 'done'],
  [{ name: 'Peer Look' }, null, 'indeterminate'],
  [{ name: 'Parked for good' }, { name: 'Fixed' }, 'done'],
  [{ name: 'Closed', statusCategory: { key: 'indeterminate' } }, null, 'indeterminate'],
])('the status %j with resolution %j counts as %s', async (raw, resolution, category) => {
  const site = openWorld();
  await importExport(site.jira, stream(issue('OLD-1', { status: raw, resolution })));
  expect(await status(site, 'OLD-1')).toMatchObject({
    fields: { status: { name: raw.name, statusCategory: { key: category } } },
  });
});

test('links keep the words each end reads, whichever side wrote them', async () => {
  const type = { id: '9', name: 'Dependency', inward: 'required by', outward: 'depends on' };
  const site = openWorld();
  await importExport(
    site.jira,
    stream(
      issue('OLD-1', { issuelinks: [{ id: '5', type, outwardIssue: { key: 'OLD-2' } }] }),
      issue('OLD-2', {
        issuelinks: [
          { id: '5', type, inwardIssue: { key: 'OLD-1' } },
          { id: '6', type, inwardIssue: { key: 'GONE-1' } },
        ],
      }),
    ),
  );
  expect((await site.call('u-coo', 'GET', '/issue/OLD-1?fields=issuelinks')).body).toMatchObject({
    fields: { issuelinks: [{ type: { outward: 'depends on' }, outwardIssue: { key: 'OLD-2' } }] },
  });
  const other = await site.call('u-coo', 'GET', '/issue/OLD-2?fields=issuelinks');
  expect(other.body).toMatchObject({
    fields: { issuelinks: [{ type: { inward: 'required by' }, inwardIssue: { key: 'OLD-1' } }] },
  });
});

test('an epic is found by name or by a custom field, and a sub-task keeps its own parent', async () => {
  const site = openWorld();
  const epic = { issuetype: { name: 'Epic' } };
  await importExport(
    site.jira,
    stream(
      issue('OLD-1', epic),
      issue('OLD-2', { epic: { id: 1, key: 'OLD-1' } }),
      issue('OLD-3', { customfield_10999: 'OLD-1' }),
      issue('OLD-4', {
        customfield_10999: 'OLD-1',
        issuetype: { name: 'Technical task', subtask: true },
        parent: { key: 'OLD-2' },
      }),
      issue('OLD-5', { customfield_10999: 'OLD-2' }),
    ),
  );
  expect(await keysOf(site, 'u-coo', 'parent = OLD-1 order by key')).toEqual(['OLD-2', 'OLD-3']);
  expect(await keysOf(site, 'u-coo', 'parent = OLD-2')).toEqual(['OLD-4']);
});

test('a changelog’s statuses get this site’s ids and due dates the day Jira Server left out', async () => {
  const site = openWorld();
  const histories = [
    {
      created: '2014-01-03T10:00:00.000+0000',
      author: person('cid'),
      items: [
        { field: 'duedate', from: null, fromString: null, to: null, toString: '2014-02-01 00:00:00.0' },
      ],
    },
    {
      created: '2014-01-02T10:00:00.000+0000',
      items: [{ field: 'status', from: '1', fromString: 'Open', to: '5', toString: 'Resolved' }],
    },
  ];
  await importExport(site.jira, stream(issue('OLD-1', {}, { changelog: { histories } })));
  const [moved, dated] = site.jira.issue('OLD-1')?.changelog ?? [];
  expect(moved?.author).toBeNull();
  expect(site.jira.status(moved?.items[0]?.to ?? '')).toMatchObject({ name: 'Resolved', category: 'done' });
  expect(dated).toMatchObject({ author: 'cid', items: [{ fieldId: 'duedate', to: '2014-02-01' }] });
});

test('everybody of the world may work there but the outsider; accounts of the export are people of the site', async () => {
  const site = openWorld();
  await importExport(site.jira, stream(issue('OLD-1')));
  for (const accountId of ['u-coo', 'u-viewer', 'u-supplier', 'ann']) {
    expect((await site.call(accountId, 'GET', '/issue/OLD-1')).status).toBe(200);
  }
  expect((await site.call('u-outsider', 'GET', '/issue/OLD-1')).status).toBe(404);
  expect((await site.call('u-coo', 'GET', '/user?accountId=ann')).body).toMatchObject({
    displayName: 'Person ann',
  });
});

test('an id the site has given away is replaced, the key stays', async () => {
  const site = openWorld();
  const taken = site.jira.issue('APP-1')?.id;
  await importExport(site.jira, stream({ ...issue('OLD-1'), id: taken }));
  expect(site.jira.issue('OLD-1')?.id).not.toBe(taken);
  expect(site.jira.issue(taken ?? '')?.key).toBe('APP-1');
});
