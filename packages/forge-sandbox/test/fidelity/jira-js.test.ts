import { createCloudClient } from 'jira.js';
import { openWorld, type World } from '../jira/helpers';
import { serve, type Served } from './server';

const good = {
  type: 'doc' as const,
  version: 1 as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Looks good' }] }],
};

/** An independent client reads the double strictly: any answer that is not Jira's shape throws. */
describe('jira.js in strict mode', () => {
  let site: World;
  let served: Served;
  beforeAll(async () => {
    site = openWorld();
    served = await serve(site.jira);
  });
  afterAll(() => served.close());

  const client = (accountId: string) =>
    createCloudClient({
      host: served.url,
      auth: { type: 'basic', email: site.jira.user(accountId)?.emailAddress ?? '', apiToken: 'any' },
      onSchemaMismatch: 'throw',
    });

  test('reads an issue with everything expanded', async () => {
    const issue = await client('u-coo').issues.getIssue({
      issueIdOrKey: 'APP-1',
      expand: ['names', 'schema', 'changelog', 'transitions'],
    });
    expect(issue.key).toBe('APP-1');
    expect(issue.fields?.['customfield_10050']).toMatchObject([
      { accountId: 'u-coo' },
      { accountId: 'u-cto' },
    ]);
  });

  test('creates, edits, comments, links, moves and deletes', async () => {
    const jira = client('u-admin');
    const made = await jira.issues.createIssue({
      fields: { project: { key: 'APP' }, issuetype: { name: 'Epic' }, summary: 'Made by a client' },
    });
    const issueIdOrKey = made.key ?? '';
    await jira.issues.editIssue({
      issueIdOrKey,
      fields: { summary: 'Edited by a client', labels: ['client'] },
    });
    await jira.issueComments.addComment({ issueIdOrKey, body: good });
    expect((await jira.issueComments.getComments({ issueIdOrKey })).total).toBe(1);
    await jira.issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: 'CORE-3' },
      outwardIssue: { key: issueIdOrKey },
    });
    const { transitions } = await jira.issues.getTransitions({ issueIdOrKey });
    const start = transitions?.find((transition) => transition.name === 'Start');
    await jira.issues.doTransition({ issueIdOrKey, transition: { id: start?.id ?? '' } });
    const moved = await jira.issues.getIssue({ issueIdOrKey, fields: ['status', 'summary', 'issuelinks'] });
    expect(moved.fields).toMatchObject({
      status: { name: 'In Progress' },
      summary: 'Edited by a client',
      issuelinks: [{ type: { inward: 'is blocked by' }, inwardIssue: { key: 'CORE-3' } }],
    });
    const history = await jira.issues.getChangeLogs({ issueIdOrKey });
    expect(history.values?.flatMap((change) => change.items?.map((item) => item.field))).toEqual(
      expect.arrayContaining(['summary', 'labels', 'Link', 'status']),
    );
    await jira.issues.deleteIssue({ issueIdOrKey });
    await expect(jira.issues.getIssue({ issueIdOrKey })).rejects.toThrow();
  });

  test('pages through a search and counts it', async () => {
    const jira = client('u-coo');
    const keys: string[] = [];
    let nextPageToken: string | null | undefined;
    do {
      const page = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
        jql: 'project = CARE ORDER BY key',
        fields: ['summary', 'status', 'assignee'],
        maxResults: 10,
        ...(nextPageToken ? { nextPageToken } : {}),
      });
      keys.push(...(page.issues ?? []).map((issue) => issue.key ?? ''));
      nextPageToken = page.nextPageToken;
    } while (nextPageToken);
    expect(new Set(keys).size).toBe(32);
    expect(keys).toHaveLength(32);
    expect((await jira.issueSearch.countIssues({ jql: 'project = CARE' })).count).toBe(32);
  });

  test('reads people, permissions, projects, fields and statuses', async () => {
    const jira = client('u-lead');
    expect((await jira.myself.getCurrentUser()).accountId).toBe('u-lead');
    expect(await jira.userSearch.findUsers({ query: 'hana' })).toMatchObject([
      { accountId: 'u-ops', timeZone: 'Asia/Tokyo' },
    ]);
    expect(await jira.userSearch.findAssignableUsers({ project: 'APP', query: 'tomasz' })).toMatchObject([
      { accountId: 'u-platform' },
    ]);
    const mine = await jira.permissions.getMyPermissions({
      projectKey: 'APP',
      permissions: 'ADMINISTER_PROJECTS',
    });
    expect(mine.permissions?.['ADMINISTER_PROJECTS']?.havePermission).toBe(true);
    expect((await jira.projects.searchProjects({})).values?.map((project) => project.key)).toEqual([
      'APP',
      'CARE',
      'CORE',
      'TEAM',
    ]);
    expect((await jira.projects.getProject({ projectIdOrKey: 'APP' })).lead?.accountId).toBe('u-lead');
    expect(await jira.projects.getAllStatuses({ projectIdOrKey: 'APP' })).toHaveLength(5);
    expect(
      (await jira.issueFields.getFields()).filter((field) => field.custom).map((field) => field.name),
    ).toEqual(expect.arrayContaining(['Owner', 'Helpers', 'Verdict', 'Co-leads']));
    await jira.workflowStatuses.getStatuses();
    await jira.issueLinkTypes.getIssueLinkTypes();
    await jira.serverInfo.getServerInfo();
  });

  test('bulk reads: issues, changelogs, people', async () => {
    const jira = client('u-coo');
    const fetched = await jira.issues.bulkFetchIssues({
      issueIdsOrKeys: ['APP-1', 'APP-2', 'NO-1'],
      fields: ['summary'],
    });
    expect(fetched.issues?.map((issue) => issue.key)).toEqual(['APP-1', 'APP-2']);
    const changes = await jira.issues.getBulkChangelogs({
      issueIdsOrKeys: ['APP-13', 'APP-5'],
      fieldIds: ['status'],
    });
    expect(changes.issueChangeLogs).toHaveLength(2);
    expect((await jira.users.getUser({ accountId: 'u-gone' })).active).toBe(false);
  });
});
