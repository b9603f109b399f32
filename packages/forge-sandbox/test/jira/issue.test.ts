import { openWorld, type World } from './helpers';

const fieldsOf = async (site: World, query: string, as = 'u-coo'): Promise<string[]> => {
  const { body } = await site.call(as, 'GET', `/issue/APP-1${query}`);
  return Object.keys((body as { fields: object }).fields);
};

describe('the fields parameter', () => {
  test('without it, everything', async () => {
    const fields = await fieldsOf(openWorld(), '');
    expect(fields).toEqual(expect.arrayContaining(['summary', 'comment', 'issuelinks', 'customfield_10050']));
    // A parent is shown only where there is one.
    expect(fields).not.toContain('parent');
  });

  test.each([
    ['?fields=summary,status', ['summary', 'status']],
    ['?fields=summary&fields=status', ['summary', 'status']],
    ['?fields=nothing-like-this', []],
    ['?fields=*navigable,-summary,-*all', []],
  ])('%s', async (query, expected) => {
    expect(await fieldsOf(openWorld(), query)).toEqual(expected);
  });

  test('*navigable leaves documents and comments out, an exclusion starts from everything', async () => {
    const navigable = await fieldsOf(openWorld(), '?fields=*navigable');
    expect(navigable).toContain('summary');
    expect(navigable).not.toContain('description');
    const rest = await fieldsOf(openWorld(), '?fields=-summary');
    expect(rest).toContain('description');
    expect(rest).not.toContain('summary');
  });

  test('fieldsByKeys reads a Forge field by its key', async () => {
    const key = '6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11__DEVELOPMENT__verdict';
    expect(await fieldsOf(openWorld(), `?fields=${key}`)).toEqual([]);
    expect(await fieldsOf(openWorld(), `?fields=${key}&fieldsByKeys=true`)).toEqual([
      expect.stringMatching(/^customfield_\d+$/),
    ]);
  });
});

test('an issue the viewer may not see is as absent as one that never was', async () => {
  const site = openWorld();
  const hidden = await site.call('u-outsider', 'GET', '/issue/APP-1');
  expect(hidden).toEqual({
    status: 404,
    body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
  });
  expect(await site.call('u-coo', 'GET', '/issue/APP-9999')).toEqual(hidden);
  expect(await site.call(null, 'GET', '/issue/APP-1')).toEqual(hidden);
});

test('id and key name the same issue, keys in any case', async () => {
  const site = openWorld();
  const byKey = await site.call('u-coo', 'GET', '/issue/app-1?fields=summary');
  expect(byKey.status).toBe(200);
  expect(await site.call('u-coo', 'GET', `/issue/${site.jira.issue('APP-1')?.id}?fields=summary`)).toEqual(
    byKey,
  );
});

test('people in fields are whole user objects, deactivated ones active: false', async () => {
  const site = openWorld();
  site.jira.setValue('APP-1', 'assignee', 'u-gone');
  const { body } = await site.call('u-coo', 'GET', '/issue/APP-1?fields=assignee,customfield_10050');
  expect(body).toMatchObject({
    fields: {
      assignee: { accountId: 'u-gone', active: false, accountType: 'atlassian', displayName: 'Pavel Dvorak' },
      customfield_10050: [
        {
          accountId: 'u-coo',
          displayName: 'Mara Okonkwo',
          avatarUrls: { '48x48': 'http://localhost:3000/sandbox/shell/avatar/u-coo.svg' },
        },
        { accountId: 'u-cto', displayName: 'Jonas Lindqvist' },
      ],
    },
  });
});

test('instants are written in the reader’s zone', async () => {
  const site = openWorld();
  const at = async (as: string): Promise<unknown> =>
    (await site.call(as, 'GET', '/issue/APP-1?fields=created')).body;
  expect(await at('u-ops')).toMatchObject({ fields: { created: '2026-10-24T17:00:00.000+0900' } });
  expect(await at('app')).toMatchObject({ fields: { created: '2026-10-24T08:00:00.000+0000' } });
});

test('APP-1 reads its blocker as an inward link', async () => {
  const { body } = await openWorld().call('u-coo', 'GET', '/issue/APP-1?fields=issuelinks');
  expect(body).toMatchObject({
    fields: {
      issuelinks: [
        {
          type: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          inwardIssue: {
            key: 'CORE-1',
            fields: { status: { name: 'To Do' }, summary: expect.any(String), issuetype: { name: 'Epic' } },
          },
        },
      ],
    },
  });
});

test('bulkfetch answers by id, once each, and silently without what is hidden', async () => {
  const site = openWorld();
  const { body } = await site.call('u-viewer', 'POST', '/issue/bulkfetch', {
    issueIdsOrKeys: ['APP-2', 'APP-1', site.jira.issue('APP-2')?.id, 'CORE-1', 'APP-11', 'NO-1'],
    fields: ['summary'],
  });
  expect((body as { issues: { key: string }[] }).issues.map((issue) => issue.key)).toEqual([
    'APP-1',
    'APP-2',
  ]);
  const many = { issueIdsOrKeys: Array.from({ length: 101 }, (_, index) => `APP-${index}`) };
  expect((await site.call('u-coo', 'POST', '/issue/bulkfetch', many)).status).toBe(400);
});

describe('changelogs', () => {
  test('page from the oldest', async () => {
    const { body } = await openWorld().call('u-coo', 'GET', '/issue/APP-13/changelog?startAt=1&maxResults=1');
    expect(body).toMatchObject({
      total: 3,
      startAt: 1,
      maxResults: 1,
      isLast: false,
      values: [{ items: [{ toString: 'In Review' }] }],
    });
  });

  test('bulkfetch goes through time across issues and continues where a page ended', async () => {
    const site = openWorld();
    const read: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const { body } = await site.call('app', 'POST', '/changelog/bulkfetch', {
        issueIdsOrKeys: ['APP-13', 'APP-5', 'APP-1'],
        fieldIds: ['status'],
        maxResults: 1,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      });
      const page = body as {
        issueChangeLogs: { issueId: string; changeHistories: { created: string }[] }[];
        nextPageToken?: string;
      };
      read.push(
        ...page.issueChangeLogs.flatMap((log) => log.changeHistories.map((change) => change.created)),
      );
      nextPageToken = page.nextPageToken;
    } while (nextPageToken !== undefined);
    expect(read).toHaveLength(4);
    expect([...read].sort()).toEqual(read);
  });
});
