import fc from 'fast-check';
import { demo, keysOf } from './helpers';

const site = demo();
const search = (body: Record<string, unknown>, as = 'u-coo') => site.call(as, 'POST', '/search/jql', body);

describe('what a query finds', () => {
  test.each([
    ['key = EXP-1', ['EXP-1']],
    ['key in (EXP-2, EXP-1) order by key', ['EXP-1', 'EXP-2']],
    ['project = EXP and issuetype = Story and status = Done', ['EXP-23']],
    ['parent = EXP-1 order by key', ['EXP-17', 'EXP-18']],
    ['project = PLAT AND assignee = u-cto ORDER BY key', ['PLAT-4', 'PLAT-7']],
    ['project = PLAT AND assignee = "Jonas Lindqvist" ORDER BY key', ['PLAT-4', 'PLAT-7']],
    ['cf[10050] = u-marketing', ['EXP-16']],
    ['"Co-leads" in (u-coo, u-marketing) order by key', ['EXP-1', 'EXP-16']],
    ['"Co-leads[User Picker (multiple users)]" = currentUser()', ['EXP-1']],
    ['project = EXP and labels = q2 order by key', ['EXP-10', 'EXP-16']],
    ['project = EXP and labels != q1 order by key', ['EXP-10', 'EXP-16']],
    ['project = EXP and type = Epic and not labels = q1 order by key', ['EXP-10', 'EXP-16']],
    ['project = EXP and summary ~ "partner portal"', ['EXP-1']],
    ['project = EXP and summary ~ "portal partner" and summary !~ mexico', ['EXP-1']],
    ['project = EXP and summary ~ "\\"portal partner\\""', []],
    ['project = EXP and text ~ "complian*"', ['EXP-12']],
    ['project = PLAT and due <= "2026-12-04" order by due', ['PLAT-4', 'PLAT-2']],
    ['project = PLAT and due < 0d', ['PLAT-4']],
    ['project = PLAT and created < -60d order by key', ['PLAT-6', 'PLAT-8']],
    ['project = PLAT and created < startOfMonth(-1) order by key', ['PLAT-1', 'PLAT-6', 'PLAT-8']],
    ['project = PLAT and priority in (High, Highest) order by priority desc', ['PLAT-2', 'PLAT-1']],
    [
      'project = PLAT and resolution = Unresolved and assignee != u-platform order by key',
      ['PLAT-4', 'PLAT-7'],
    ],
    ['project = PLAT and resolution is not EMPTY order by key', ['PLAT-6', 'PLAT-8']],
    ['project = PLAT and resolved > -60d order by key', ['PLAT-6', 'PLAT-8']],
    ['issue in linkedIssues(EXP-1, "is blocked by")', ['PLAT-1']],
    ['project = EXP and issuetype = Epic and assignee is empty order by key', ['EXP-1', 'EXP-9', 'EXP-10']],
    ['project = TEAM and (status = "In Progress" or status = Done) order by key desc', ['TEAM-4', 'TEAM-3']],
    ['project in (TEAM) and statusCategory not in ("To Do", Done)', ['TEAM-3']],
    ['level = "Leads only"', ['EXP-11']],
    [
      'reporter = "mara.okonkwo@example.com" and project = EXP and status = Done order by key',
      ['EXP-14', 'EXP-15'],
    ],
  ])('%s', async (jql, expected) => {
    expect(await keysOf(site, 'u-coo', jql)).toEqual(expected);
  });

  test('hidden projects and security levels are left out, also for the app', async () => {
    expect(await keysOf(site, 'u-viewer', 'summary ~ "acquisition"')).toEqual([]);
    expect(await keysOf(site, 'u-lead', 'summary ~ "acquisition"')).toEqual(['EXP-11']);
    expect(await keysOf(site, 'app', 'summary ~ "acquisition"')).toEqual([]);
    expect(await keysOf(site, 'app', 'key = EXP-1')).toEqual(['EXP-1']);
    expect(await keysOf(site, 'u-outsider', 'statusCategory != Done')).toEqual([]);
  });

  test('De Morgan holds, empty fields included', async () => {
    for (const [left, right] of [
      ['NOT (assignee = u-ops OR status = Done)', 'assignee != u-ops AND status != Done'],
      ['NOT (assignee = u-ops AND status = Done)', 'assignee != u-ops OR status != Done'],
      ['NOT due < 0d', 'due >= 0d'],
    ]) {
      expect(await keysOf(site, 'u-coo', `project = EXP AND (${left})`)).toEqual(
        await keysOf(site, 'u-coo', `project = EXP AND (${right})`),
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
    ['key = EXP-999', 400, "An issue with key 'EXP-999' does not exist"],
    ['unheard = 1', 400, "Field 'unheard' does not exist"],
    ['status ~ Done', 400, "operator '~' is not supported by the 'status' field"],
    ['summary = x', 400, "operator '=' is not supported by the 'summary' field"],
    ['created > yesterday', 400, "Date value 'yesterday'"],
    ['created > "2026-02-30"', 400, "Date value '2026-02-30'"],
    ['status was Done', 501, "'was'"],
    ['sprint in openSprints()', 501, "'sprint'"],
    ['project in projectsLeadByUser()', 501, "'projectsLeadByUser()'"],
    ['issue.property[a].b = 1', 501, 'issue.property'],
    ['project = EXP order by rank', 501, "'rank'"],
  ])('%s', async (jql, status, message) => {
    expect(await search({ jql })).toMatchObject({
      status,
      body: { errorMessages: [expect.stringContaining(message)] },
    });
  });

  test('a project one may not browse does not exist for the query either', async () => {
    expect((await search({ jql: 'project = PLAT' }, 'u-viewer')).status).toBe(400);
  });
});

describe('pages', () => {
  test('default to ids alone, fifty of them', async () => {
    const { body } = await search({ jql: 'project in (EXP, PLAT, HAND, TEAM)' });
    const page = body as { issues: Record<string, unknown>[]; isLast: boolean; nextPageToken: string };
    expect(page.issues).toHaveLength(50);
    expect(Object.keys(page.issues[0] ?? {})).toEqual(['id']);
    expect(page).toMatchObject({ isLast: false, nextPageToken: expect.any(String) });
  });

  test('with fields hold a hundred at most', async () => {
    const big = demo();
    for (let index = 0; index < 120; index += 1)
      big.jira.addIssue({ project: 'PLAT', type: 'Task', values: { summary: `No ${index}` } });
    const { body } = await big.call(
      'u-coo',
      'GET',
      '/search/jql?jql=project%3DPLAT&fields=summary&maxResults=1000',
    );
    expect((body as { issues: unknown[] }).issues).toHaveLength(100);
    expect(await keysOf(big, 'u-coo', 'project = PLAT')).toHaveLength(128);
  });

  test('put together are the whole, whatever their size', async () => {
    const whole = await keysOf(site, 'u-coo', 'project in (EXP, HAND) order by assignee, due desc');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (maxResults) => {
        const keys: string[] = [];
        let nextPageToken: string | undefined;
        do {
          const { body } = await search({
            jql: 'project in (EXP, HAND) order by assignee, due desc',
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
    const { body } = await search({ jql: 'project = HAND', maxResults: 1 });
    const { nextPageToken } = body as { nextPageToken: string };
    expect((await search({ jql: 'project = HAND', nextPageToken })).status).toBe(200);
    expect((await search({ jql: 'project = EXP', nextPageToken })).status).toBe(400);
    expect((await search({ jql: 'project = HAND', nextPageToken }, 'u-cto')).status).toBe(400);
    expect((await search({ jql: 'project = HAND', nextPageToken: 'bm9uc2Vuc2U' })).status).toBe(400);
  });
});

test('counting agrees with searching', async () => {
  const jql = 'project = HAND AND statusCategory = Done';
  const found = await keysOf(site, 'u-coo', jql);
  expect((await site.call('u-coo', 'POST', '/search/approximate-count', { jql })).body).toEqual({
    count: found.length,
  });
});

describe('a lagging index', () => {
  const lagging = async () => {
    const late = demo({ indexLagMs: 5_000 });
    late.clock.time += 10_000;
    await late.call('u-coo', 'POST', '/issue/EXP-1/transitions', { transition: { id: '11' } });
    return late;
  };

  test('finds an issue where it was, then where it is', async () => {
    const late = await lagging();
    const jql = 'key = EXP-1 AND status = "In Progress"';
    expect(await keysOf(late, 'u-coo', jql)).toEqual([]);
    expect((await late.call('u-coo', 'GET', '/issue/EXP-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'In Progress' } },
    });
    late.clock.time += 5_000;
    expect(await keysOf(late, 'u-coo', jql)).toEqual(['EXP-1']);
  });

  test('judges the issues named in reconcileIssues as they are', async () => {
    const late = await lagging();
    const body = {
      jql: 'key = EXP-1 AND status = "In Progress"',
      reconcileIssues: [Number(late.jira.issue('EXP-1')?.id)],
    };
    const answer = await late.call('u-coo', 'POST', '/search/jql', body);
    expect((answer.body as { issues: unknown[] }).issues).toHaveLength(1);
  });

  test('finds a new issue later', async () => {
    const late = await lagging();
    const fields = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Brandnew' };
    await late.call('u-coo', 'POST', '/issue', { fields });
    expect(await keysOf(late, 'u-coo', 'summary ~ brandnew')).toEqual([]);
    late.clock.time += 5_000;
    expect(await keysOf(late, 'u-coo', 'summary ~ brandnew')).toEqual(['PLAT-9']);
  });
});
