import fc from 'fast-check';
import { openWorld, keysOf } from './helpers';

const site = openWorld();
const search = (body: Record<string, unknown>, as = 'u-coo') => site.call(as, 'POST', '/search/jql', body);

describe('what a query finds', () => {
  test.each([
    ['key = APP-1', ['APP-1']],
    ['key in (APP-2, APP-1) order by key', ['APP-1', 'APP-2']],
    ['project = APP and issuetype = Story and status = Done', ['APP-23']],
    ['parent = APP-1 order by key', ['APP-17', 'APP-18']],
    ['project = CORE AND assignee = u-cto ORDER BY key', ['CORE-4', 'CORE-7']],
    ['project = CORE AND assignee = "Jonas Lindqvist" ORDER BY key', ['CORE-4', 'CORE-7']],
    ['cf[10050] = u-marketing', ['APP-16']],
    ['"Co-leads" in (u-coo, u-marketing) order by key', ['APP-1', 'APP-16']],
    ['"Co-leads[User Picker (multiple users)]" = currentUser()', ['APP-1']],
    ['project = APP and labels = q2 order by key', ['APP-10', 'APP-16']],
    ['project = APP and labels != q1 order by key', ['APP-10', 'APP-16']],
    ['project = APP and type = Epic and not labels = q1 order by key', ['APP-10', 'APP-16']],
    ['project = APP and summary ~ "partner portal"', ['APP-1']],
    ['project = APP and summary ~ "portal partner" and summary !~ mexico', ['APP-1']],
    ['project = APP and summary ~ "\\"portal partner\\""', []],
    ['project = APP and text ~ "complian*"', ['APP-12']],
    ['project = CORE and due <= "2026-12-04" order by due', ['CORE-4', 'CORE-2']],
    ['project = CORE and due < 0d', ['CORE-4']],
    ['project = CORE and created < -60d order by key', ['CORE-6', 'CORE-8']],
    ['project = CORE and created < startOfMonth(-1) order by key', ['CORE-1', 'CORE-6', 'CORE-8']],
    ['project = CORE and priority in (High, Highest) order by priority desc', ['CORE-2', 'CORE-1']],
    [
      'project = CORE and resolution = Unresolved and assignee != u-platform order by key',
      ['CORE-4', 'CORE-7'],
    ],
    ['project = CORE and resolution is not EMPTY order by key', ['CORE-6', 'CORE-8']],
    ['project = CORE and resolved > -60d order by key', ['CORE-6', 'CORE-8']],
    ['issue in linkedIssues(APP-1, "is blocked by")', ['CORE-1']],
    ['project = APP and issuetype = Epic and assignee is empty order by key', ['APP-1', 'APP-9', 'APP-10']],
    ['project = TEAM and (status = "In Progress" or status = Done) order by key desc', ['TEAM-4', 'TEAM-3']],
    ['project in (TEAM) and statusCategory not in ("To Do", Done)', ['TEAM-3']],
    ['level = "Leads only"', ['APP-11']],
    [
      'reporter = "mara.okonkwo@example.com" and project = APP and status = Done order by key',
      ['APP-14', 'APP-15'],
    ],
  ])('%s', async (jql, expected) => {
    expect(await keysOf(site, 'u-coo', jql)).toEqual(expected);
  });

  test('hidden projects and security levels are left out, also for the app', async () => {
    expect(await keysOf(site, 'u-viewer', 'summary ~ "acquisition"')).toEqual([]);
    expect(await keysOf(site, 'u-lead', 'summary ~ "acquisition"')).toEqual(['APP-11']);
    expect(await keysOf(site, 'app', 'summary ~ "acquisition"')).toEqual([]);
    expect(await keysOf(site, 'app', 'key = APP-1')).toEqual(['APP-1']);
    expect(await keysOf(site, 'u-outsider', 'statusCategory != Done')).toEqual([]);
  });

  test('De Morgan holds, empty fields included', async () => {
    for (const [left, right] of [
      ['NOT (assignee = u-ops OR status = Done)', 'assignee != u-ops AND status != Done'],
      ['NOT (assignee = u-ops AND status = Done)', 'assignee != u-ops OR status != Done'],
      ['NOT due < 0d', 'due >= 0d'],
    ]) {
      expect(await keysOf(site, 'u-coo', `project = APP AND (${left})`)).toEqual(
        await keysOf(site, 'u-coo', `project = APP AND (${right})`),
      );
    }
  });
});

describe('what is refused', () => {
  test.each([
    ['', 400, 'Unbounded JQL'],
    ['order by key', 400, 'Unbounded JQL'],
    ['project = ', 400, 'Error in the JQL Query'],
    ['project = NO', 400, "The value 'NO' does not exist for the field 'project'"],
    ['status = Nowhere', 400, "does not exist for the field 'status'"],
    ['assignee = nobody', 400, "does not exist for the field 'assignee'"],
    ['key = APP-999', 400, "An issue with key 'APP-999' does not exist"],
    ['unheard = 1', 400, "Field 'unheard' does not exist"],
    ['status ~ Done', 400, "operator '~' is not supported by the 'status' field"],
    ['summary = x', 400, "operator '=' is not supported by the 'summary' field"],
    ['created > yesterday', 400, "Date value 'yesterday'"],
    ['created > "2026-02-30"', 400, "Date value '2026-02-30'"],
    ['status was Done', 501, "'was'"],
    ['sprint in openSprints()', 501, "'sprint'"],
    ['project in projectsLeadByUser()', 501, "'projectsLeadByUser()'"],
    ['issue.property[a].b = 1', 501, 'issue.property'],
    ['project = APP order by rank', 501, "'rank'"],
  ])('%s', async (jql, status, message) => {
    expect(await search({ jql })).toMatchObject({
      status,
      body: { errorMessages: [expect.stringContaining(message)] },
    });
  });

  test('a project one may not browse does not exist for the query either', async () => {
    expect((await search({ jql: 'project = CORE' }, 'u-viewer')).status).toBe(400);
  });
});

describe('pages', () => {
  test('default to ids alone, fifty of them', async () => {
    const { body } = await search({ jql: 'project in (APP, CORE, CARE, TEAM)' });
    const page = body as { issues: Record<string, unknown>[]; isLast: boolean; nextPageToken: string };
    expect(page.issues).toHaveLength(50);
    expect(Object.keys(page.issues[0] ?? {})).toEqual(['id']);
    expect(page).toMatchObject({ isLast: false, nextPageToken: expect.any(String) });
  });

  test('with fields hold a hundred at most', async () => {
    const big = openWorld();
    for (let index = 0; index < 120; index += 1)
      big.jira.addIssue({ project: 'CORE', type: 'Task', values: { summary: `No ${index}` } });
    const { body } = await big.call(
      'u-coo',
      'GET',
      '/search/jql?jql=project%3DCORE&fields=summary&maxResults=1000',
    );
    expect((body as { issues: unknown[] }).issues).toHaveLength(100);
    expect(await keysOf(big, 'u-coo', 'project = CORE')).toHaveLength(128);
  });

  test('put together are the whole, whatever their size', async () => {
    const whole = await keysOf(site, 'u-coo', 'project in (APP, CARE) order by assignee, due desc');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (maxResults) => {
        const keys: string[] = [];
        let nextPageToken: string | undefined;
        do {
          const { body } = await search({
            jql: 'project in (APP, CARE) order by assignee, due desc',
            fields: ['summary'],
            maxResults,
            ...(nextPageToken ? { nextPageToken } : {}),
          });
          const page = body as { issues: { key: string }[]; nextPageToken?: string; isLast: boolean };
          keys.push(...page.issues.map((issue) => issue.key));
          nextPageToken = page.nextPageToken;
          expect(page.isLast).toBe(nextPageToken === undefined);
        } while (nextPageToken !== undefined);
        expect(keys).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('have tokens that serve nobody and nothing else', async () => {
    const { body } = await search({ jql: 'project = CARE', maxResults: 1 });
    const { nextPageToken } = body as { nextPageToken: string };
    expect((await search({ jql: 'project = CARE', nextPageToken })).status).toBe(200);
    expect((await search({ jql: 'project = APP', nextPageToken })).status).toBe(400);
    expect((await search({ jql: 'project = CARE', nextPageToken }, 'u-cto')).status).toBe(400);
    expect((await search({ jql: 'project = CARE', nextPageToken: 'bm9uc2Vuc2U' })).status).toBe(400);
  });
});

test('counting agrees with searching', async () => {
  const jql = 'project = CARE AND statusCategory = Done';
  const found = await keysOf(site, 'u-coo', jql);
  expect((await site.call('u-coo', 'POST', '/search/approximate-count', { jql })).body).toEqual({
    count: found.length,
  });
});

describe('a lagging index', () => {
  const lagging = async () => {
    const late = openWorld({ indexLagMs: 5_000 });
    late.clock.time += 10_000;
    await late.call('u-coo', 'POST', '/issue/APP-1/transitions', { transition: { id: '11' } });
    return late;
  };

  test('finds an issue where it was, then where it is', async () => {
    const late = await lagging();
    const jql = 'key = APP-1 AND status = "In Progress"';
    expect(await keysOf(late, 'u-coo', jql)).toEqual([]);
    expect((await late.call('u-coo', 'GET', '/issue/APP-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'In Progress' } },
    });
    late.clock.time += 5_000;
    expect(await keysOf(late, 'u-coo', jql)).toEqual(['APP-1']);
  });

  test('judges the issues named in reconcileIssues as they are', async () => {
    const late = await lagging();
    const body = {
      jql: 'key = APP-1 AND status = "In Progress"',
      reconcileIssues: [Number(late.jira.issue('APP-1')?.id)],
    };
    const answer = await late.call('u-coo', 'POST', '/search/jql', body);
    expect((answer.body as { issues: unknown[] }).issues).toHaveLength(1);
  });

  test('finds a new issue later', async () => {
    const late = await lagging();
    const fields = { project: { key: 'CORE' }, issuetype: { name: 'Task' }, summary: 'Brandnew' };
    await late.call('u-coo', 'POST', '/issue', { fields });
    expect(await keysOf(late, 'u-coo', 'summary ~ brandnew')).toEqual([]);
    late.clock.time += 5_000;
    expect(await keysOf(late, 'u-coo', 'summary ~ brandnew')).toEqual(['CORE-9']);
  });
});
