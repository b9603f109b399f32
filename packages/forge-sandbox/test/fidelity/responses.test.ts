import { adfOf } from '../../src/jira';
import { operations } from '../../src/jira/operations';
import { openWorld, type World } from '../jira/helpers';
import { Description } from './openapi';

const path = process.env['JIRA_OPENAPI'];

if (path === undefined) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- the description is not part of the repository
  test.skip('responses match Atlassian’s description: set JIRA_OPENAPI to its path', () => undefined);
} else {
  const description = new Description(path);
  const covered = new Set<string>();
  let site: World;
  beforeAll(() => {
    site = openWorld();
  });

  /** Calls and judges. `template` names the operation, `url` is what is called. */
  async function check(
    as: string,
    method: string,
    template: string,
    url: string,
    body?: unknown,
    expected = 200,
  ): Promise<unknown> {
    const scopes = as === 'app' ? ['read:jira-work', 'read:jira-user', 'write:jira-work'] : undefined;
    const answer = await site.call(as, method, url, body, scopes);
    expect({ status: answer.status, body: answer.status === expected ? undefined : answer.body }).toEqual({
      status: expected,
    });
    // What went over the wire, so that undefined properties are gone as they would be.
    const wire: unknown = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    expect(description.complaints(method, template, answer.status, wire)).toEqual([]);
    covered.add(`${method} ${template}`);
    return wire;
  }

  const idOf = (key: string): string => site.jira.issue(key)?.id ?? '';

  test('issues: read, expand, bulk', async () => {
    const issue = '/issue/{issueIdOrKey}';
    await check(
      'u-coo',
      'GET',
      issue,
      '/issue/APP-1?expand=names,schema,changelog,transitions&properties=*all',
    );
    await check('u-lead', 'GET', issue, '/issue/APP-11');
    await check('u-coo', 'GET', issue, '/issue/APP-5?fields=*navigable&expand=changelog');
    await check('u-outsider', 'GET', issue, '/issue/APP-1', undefined, 404);
    await check('app', 'POST', '/issue/bulkfetch', '/issue/bulkfetch', {
      issueIdsOrKeys: ['APP-1', 'CORE-1', 'NO-1'],
      fields: ['*all'],
      expand: ['names'],
    });
    await check('u-coo', 'GET', `${issue}/editmeta`, '/issue/APP-1/editmeta');
    await check(
      'u-coo',
      'GET',
      '/issue/createmeta/{projectIdOrKey}/issuetypes',
      '/issue/createmeta/APP/issuetypes',
    );
    await check(
      'u-coo',
      'GET',
      '/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
      '/issue/createmeta/APP/issuetypes/10000',
    );
  });

  test('issues: create, edit, assign, delete', async () => {
    const fields = {
      project: { key: 'APP' },
      issuetype: { name: 'Story' },
      summary: 'New',
      labels: ['a'],
      parent: { key: 'APP-1' },
    };
    const issue = '/issue/{issueIdOrKey}';
    await check('u-coo', 'POST', '/issue', '/issue', { fields: { ...fields, summary: '' } }, 400);
    const made = await check('u-coo', 'POST', '/issue', '/issue', { fields }, 201);
    const { key } = made as { key: string };
    await check('u-coo', 'PUT', issue, `/issue/${key}?returnIssue=true`, {
      fields: { duedate: '2026-12-24' },
      update: { labels: [{ add: 'b' }] },
    });
    await check(
      'u-coo',
      'PUT',
      issue,
      `/issue/${key}`,
      { fields: { customfield_10050: [{ accountId: 'u-ops' }] } },
      204,
    );
    await check('u-coo', 'PUT', `${issue}/assignee`, `/issue/${key}/assignee`, { accountId: 'u-ops' }, 204);
    await check('u-admin', 'GET', issue, `/issue/${key}?expand=changelog`);
    await check('u-admin', 'DELETE', issue, `/issue/${key}`, undefined, 204);
  });

  test('transitions', async () => {
    const template = '/issue/{issueIdOrKey}/transitions';
    await check('u-coo', 'GET', template, '/issue/APP-1/transitions?expand=transitions.fields');
    site.host.answer = () => ({ result: false, errorMessage: 'No.' });
    await check('u-coo', 'POST', template, '/issue/APP-1/transitions', { transition: { id: '11' } }, 400);
    site.host.answer = () => ({ result: true });
    await check('u-coo', 'POST', template, '/issue/APP-1/transitions', { transition: { id: '11' } }, 204);
  });

  test('moving in bulk', async () => {
    const target = {
      issueIdsOrKeys: ['APP-14'],
      inferClassificationDefaults: true,
      inferFieldDefaults: true,
      inferStatusDefaults: true,
      inferSubtaskTypeDefault: true,
    };
    const path = '/bulk/issues/move';
    const type = site.jira.issue('APP-14')?.typeId ?? '';
    const body = { targetToSourcesMapping: { [`CORE,${type}`]: target } };
    await check('u-viewer', 'POST', path, path, body, 400);
    const { taskId } = (await check('u-coo', 'POST', path, path, body, 201)) as { taskId: string };
    await check('u-coo', 'GET', '/bulk/queue/{taskId}', `/bulk/queue/${taskId}`);
    await check('u-coo', 'GET', '/issue/{issueIdOrKey}', '/issue/APP-14?expand=changelog');
  });

  test('moving many issues through their workflow', async () => {
    const path = '/bulk/issues/transition';
    const input = (...selectedIssueIdsOrKeys: string[]) => ({
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys, transitionId: '11' }],
    });
    await check('u-coo', 'POST', path, path, input('NO-1'), 400);
    const { taskId } = (await check('u-coo', 'POST', path, path, input('APP-2', 'CORE-1'), 201)) as {
      taskId: string;
    };
    await check('u-coo', 'GET', '/bulk/queue/{taskId}', `/bulk/queue/${taskId}`);
  });

  test('a project in the archive', async () => {
    const path = '/project/{projectIdOrKey}';
    await check('u-coo', 'POST', `${path}/archive`, '/project/CARE/archive', undefined, 404);
    await check('u-admin', 'POST', `${path}/archive`, '/project/CARE/archive', undefined, 204);
    await check('u-admin', 'GET', '/project/search', '/project/search?status=archived');
    await check('u-admin', 'POST', `${path}/restore`, '/project/CARE/restore');
  });

  test('the end of a project and its return', async () => {
    const path = '/project/{projectIdOrKey}';
    await check('u-coo', 'DELETE', path, '/project/CARE', undefined, 404);
    await check('u-admin', 'DELETE', path, '/project/CARE', undefined, 204);
    await check('u-admin', 'POST', `${path}/restore`, '/project/CARE/restore');
  });

  test('changelogs', async () => {
    const template = '/issue/{issueIdOrKey}/changelog';
    await check('u-coo', 'GET', template, '/issue/APP-13/changelog?startAt=1&maxResults=1');
    await check('app', 'POST', '/changelog/bulkfetch', '/changelog/bulkfetch', {
      issueIdsOrKeys: ['APP-13', 'APP-5'],
      fieldIds: ['status'],
      maxResults: 2,
    });
    const first = (await check('u-coo', 'POST', '/changelog/bulkfetch', '/changelog/bulkfetch', {
      issueIdsOrKeys: ['APP-13', 'APP-5'],
      maxResults: 1,
    })) as { nextPageToken: string };
    await check('u-coo', 'POST', '/changelog/bulkfetch', '/changelog/bulkfetch', {
      issueIdsOrKeys: ['APP-13', 'APP-5'],
      maxResults: 1,
      nextPageToken: first.nextPageToken,
    });
    for (const issueIdsOrKeys of [[], Array.from({ length: 1001 }, (_, index) => String(index))])
      await check('u-coo', 'POST', '/changelog/bulkfetch', '/changelog/bulkfetch', { issueIdsOrKeys }, 400);
  });

  test('comments', async () => {
    const template = '/issue/{issueIdOrKey}/comment';
    const made = await check(
      'u-coo',
      'POST',
      template,
      '/issue/APP-1/comment',
      { body: adfOf('Hello') },
      201,
    );
    const { id } = made as { id: string };
    await check('u-coo', 'POST', template, '/issue/APP-1/comment', { body: 'plain' }, 400);
    await check('u-coo', 'GET', template, '/issue/APP-1/comment?orderBy=-created');
    await check('u-coo', 'POST', '/comment/list', '/comment/list?expand=properties', { ids: [Number(id)] });
    await check('u-coo', 'GET', `${template}/{id}`, `/issue/APP-1/comment/${id}`);
    await check('u-coo', 'PUT', `${template}/{id}`, `/issue/APP-1/comment/${id}`, {
      body: adfOf('Hello again'),
    });
    await check('u-coo', 'GET', '/issue/{issueIdOrKey}', '/issue/APP-1');
    await check('u-coo', 'DELETE', `${template}/{id}`, `/issue/APP-1/comment/${id}`, undefined, 204);
    await check('u-coo', 'GET', `${template}/{id}`, `/issue/APP-1/comment/${id}`, undefined, 404);
  });

  test('links', async () => {
    const body = { type: { name: 'Blocks' }, inwardIssue: { key: 'CORE-3' }, outwardIssue: { key: 'APP-2' } };
    await check('u-coo', 'POST', '/issueLink', '/issueLink', body, 201);
    const issue = await check('u-coo', 'GET', '/issue/{issueIdOrKey}', '/issue/APP-2?fields=issuelinks');
    const [link] = (issue as { fields: { issuelinks: { id: string }[] } }).fields.issuelinks;
    await check('u-coo', 'GET', '/issueLink/{linkId}', `/issueLink/${link?.id}`);
    await check('u-coo', 'DELETE', '/issueLink/{linkId}', `/issueLink/${link?.id}`, undefined, 204);
    await check('u-coo', 'GET', '/issueLinkType', '/issueLinkType');
  });

  test('properties, watchers, notifications', async () => {
    const template = '/issue/{issueIdOrKey}/properties';
    await check('u-coo', 'PUT', `${template}/{propertyKey}`, '/issue/APP-1/properties/mine', { a: 1 }, 201);
    await check('u-coo', 'GET', template, '/issue/APP-1/properties');
    await check('u-coo', 'GET', `${template}/{propertyKey}`, '/issue/APP-1/properties/mine');
    await check(
      'u-coo',
      'DELETE',
      `${template}/{propertyKey}`,
      '/issue/APP-1/properties/mine',
      undefined,
      204,
    );
    const watchers = '/issue/{issueIdOrKey}/watchers';
    await check('u-coo', 'POST', watchers, '/issue/APP-1/watchers', 'u-ops', 204);
    await check('u-coo', 'GET', watchers, '/issue/APP-1/watchers');
    await check(
      'app',
      'POST',
      '/issue/{issueIdOrKey}/notify',
      '/issue/APP-1/notify',
      { subject: 'S', textBody: 'T', to: { users: [{ accountId: 'u-ops' }] } },
      204,
    );
    await check('app', 'POST', '/issue/{issueIdOrKey}/notify', '/issue/APP-1/notify', { subject: 'S' }, 400);
  });

  test('search', async () => {
    await check(
      'u-coo',
      'GET',
      '/search/jql',
      '/search/jql?jql=project%20%3D%20APP&fields=*all&maxResults=5&expand=names,schema,changelog',
    );
    await check('u-coo', 'POST', '/search/jql', '/search/jql', { jql: 'project = APP', maxResults: 5000 });
    await check('u-coo', 'POST', '/search/jql', '/search/jql', { jql: 'order by key' }, 400);
    await check('u-coo', 'POST', '/search/approximate-count', '/search/approximate-count', {
      jql: 'project = APP',
    });
  });

  test('people', async () => {
    await check('u-coo', 'GET', '/myself', '/myself?expand=groups');
    await check('app', 'GET', '/myself', '/myself');
    await check('u-coo', 'GET', '/user', '/user?accountId=u-gone');
    await check('u-coo', 'GET', '/user', '/user?accountId=nobody', undefined, 404);
    await check('app', 'GET', '/user/bulk', '/user/bulk?accountId=u-coo&accountId=u-cto&maxResults=1');
    await check('u-coo', 'GET', '/user/search', '/user/search?query=ma');
    await check('u-coo', 'GET', '/users/search', '/users/search');
    await check('u-coo', 'GET', '/user/assignable/search', '/user/assignable/search?project=APP&query=');
    await check(
      'u-coo',
      'GET',
      '/user/viewissue/search',
      '/user/viewissue/search?issueKey=APP-1&accountId=u-coo',
    );
    await check('u-coo', 'GET', '/user/picker', '/user/picker?query=jo&showAvatar=true');
    await check('u-coo', 'GET', '/groups/picker', '/groups/picker?query=jira');
  });

  test('permissions', async () => {
    await check(
      'u-coo',
      'GET',
      '/mypermissions',
      '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&issueKey=APP-1',
    );
    await check('u-coo', 'GET', '/mypermissions', '/mypermissions', undefined, 400);
    const projectPermissions = [
      { permissions: ['BROWSE_PROJECTS'], issues: [Number(idOf('APP-1'))], projects: [] },
    ];
    await check('u-coo', 'POST', '/permissions/check', '/permissions/check', {
      globalPermissions: ['ADMINISTER'],
      projectPermissions,
    });
  });

  test('projects and the catalog', async () => {
    await check(
      'u-coo',
      'GET',
      '/project/search',
      '/project/search?expand=lead,issueTypes,description&maxResults=2',
    );
    await check('u-coo', 'GET', '/project/{projectIdOrKey}', '/project/APP');
    await check('u-outsider', 'GET', '/project/{projectIdOrKey}', '/project/APP', undefined, 404);
    await check('u-coo', 'GET', '/project/{projectIdOrKey}/statuses', '/project/APP/statuses');
    await check('u-coo', 'GET', '/project/{projectIdOrKey}/role', '/project/APP/role');
    for (const url of ['/field', '/issuetype', '/status', '/statuscategory', '/priority', '/serverInfo'])
      await check('u-coo', 'GET', url, url);
    await check('u-coo', 'GET', '/field/search', '/field/search?type=custom');
  });

  test('the app’s own fields', async () => {
    const issueIds = [Number(idOf('APP-1'))];
    await check(
      'app',
      'PUT',
      '/app/field/{fieldIdOrKey}/value',
      '/app/field/owner/value',
      { updates: [{ issueIds, value: { accountId: 'u-coo' } }] },
      204,
    );
    await check(
      'app',
      'POST',
      '/app/field/value',
      '/app/field/value',
      { updates: [{ customField: 'verdict', issueIds, value: 'ready' }] },
      204,
    );
    await check(
      'u-coo',
      'PUT',
      '/app/field/{fieldIdOrKey}/value',
      '/app/field/owner/value',
      { updates: [{ issueIds, value: null }] },
      403,
    );
    await check('u-coo', 'GET', '/issue/{issueIdOrKey}', '/issue/APP-1');
  });

  test('types of issues and links, administered', async () => {
    const types = '/issuetype';
    const body = { name: 'Initiative', description: 'Wide', hierarchyLevel: 0 };
    await check('u-coo', 'POST', types, types, body, 403);
    const { id } = (await check('u-admin', 'POST', types, types, body, 201)) as { id: string };
    await check('u-admin', 'POST', types, types, body, 409);
    await check('u-coo', 'GET', `${types}/{id}`, `${types}/${id}`);
    await check('u-outsider', 'GET', `${types}/{id}`, `${types}/${id}`, undefined, 404);
    await check('u-admin', 'PUT', `${types}/{id}`, `${types}/${id}`, { name: 'Bet' });
    await check('u-admin', 'DELETE', `${types}/{id}`, `${types}/${id}`, undefined, 204);
    const links = '/issueLinkType';
    const words = { name: 'Requires', inward: 'is required by', outward: 'requires' };
    await check('u-coo', 'POST', links, links, words, 404);
    const made = (await check('u-admin', 'POST', links, links, words, 201)) as { id: string };
    const one = `${links}/{issueLinkTypeId}`;
    await check('u-coo', 'GET', one, `${links}/${made.id}`);
    await check('u-admin', 'PUT', one, `${links}/${made.id}`, { outward: 'needs' });
    await check('u-admin', 'DELETE', one, `${links}/${made.id}`, undefined, 204);
  });

  test('a custom field, in the trash and back', async () => {
    const [trash, restore] = ['/field/{id}/trash', '/field/{id}/restore'];
    const path = '/field/customfield_10050';
    await check('u-coo', 'POST', trash, `${path}/trash`, {}, 403);
    await check('u-admin', 'POST', restore, `${path}/restore`, {}, 404);
    await check('u-admin', 'POST', trash, `${path}/trash`);
    await check('u-admin', 'POST', restore, `${path}/restore`);
    await check('u-admin', 'POST', trash, '/field/summary/trash', {}, 404);
  });

  describe('the table of routes', () => {
    const all = operations().map((operation) => ({
      operation,
      name: `${operation.method} ${operation.path}`,
    }));

    test('every route was judged above', () => {
      expect(all.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
    });

    test('whatever Atlassian describes and no route does is 501 with its name', async () => {
      const slots = (template: string): string => template.replace(/\{[^}]*\}/g, '{}');
      const ours = new Set(all.map(({ operation }) => `${operation.method} ${slots(operation.path)}`));
      const answers = await Promise.all(
        description
          .operations()
          .filter(({ method, path: template }) => !ours.has(`${method} ${slots(template)}`))
          .map(async ({ method, path: template }) => {
            const { status, body } = await site.call('u-admin', method, template.replace(/\{[^}]*\}/g, '1'));
            return `${method} ${template} ${status} ${JSON.stringify(body).includes(method) ? 'named' : ''}`;
          }),
      );
      expect(answers.length).toBeGreaterThan(400);
      expect(answers.filter((one) => !one.endsWith(' 501 named'))).toEqual([]);
    });

    test.each(all)('$name asks for the scopes Atlassian asks for', ({ operation }) => {
      const described = description.operation(operation.method, operation.path);
      const wanted = described?.security.flatMap((one) => one['OAuth2'] ?? []);
      expect(operation.scopes).toEqual(wanted);
    });

    test.each(all)('$name knows only query parameters that exist', ({ operation }) => {
      const described = description.operation(operation.method, operation.path);
      const names = described?.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name);
      for (const name of operation.query) expect(names).toContain(name);
    });
  });
}
