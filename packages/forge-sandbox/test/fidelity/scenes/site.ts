import type { Scenes } from './scene';

/** Calls about projects, people, fields and what else a site has. Scenes share one site, in their order. */
export const siteScenes: Scenes = {
  'a project gets another name and key': async ({ check }) => {
    const path = '/project/{projectIdOrKey}';
    await check('u-coo', 'PUT', path, '/project/CARE', { key: 'HELP' }, 404);
    await check('u-admin', 'PUT', path, '/project/CARE', { key: 'HELP', name: 'Help' });
    await check('u-admin', 'PUT', path, '/project/HELP', { key: 'CARE' });
  },

  'a project is archived and restored': async ({ check }) => {
    const path = '/project/{projectIdOrKey}';
    await check('u-coo', 'POST', `${path}/archive`, '/project/CARE/archive', undefined, 404);
    await check('u-admin', 'POST', `${path}/archive`, '/project/CARE/archive', undefined, 204);
    await check('u-admin', 'GET', '/project/search', '/project/search?status=archived');
    await check('u-admin', 'POST', `${path}/restore`, '/project/CARE/restore');
  },

  'a project is deleted and restored': async ({ check }) => {
    const path = '/project/{projectIdOrKey}';
    await check('u-coo', 'DELETE', path, '/project/CARE', undefined, 404);
    await check('u-admin', 'DELETE', path, '/project/CARE', undefined, 204);
    await check('u-admin', 'POST', `${path}/restore`, '/project/CARE/restore');
  },

  'issues are searched for and counted': async ({ check }) => {
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
  },

  'people are read and searched for': async ({ check }) => {
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
  },

  'permissions are read and checked': async ({ check, site }) => {
    await check(
      'u-coo',
      'GET',
      '/mypermissions',
      '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&issueKey=APP-1',
    );
    await check('u-coo', 'GET', '/mypermissions', '/mypermissions', undefined, 400);
    const projectPermissions = [
      {
        permissions: ['BROWSE_PROJECTS'],
        issues: [Number(site.jira.issue('APP-1')?.id ?? '')],
        projects: [],
      },
    ];
    await check('u-coo', 'POST', '/permissions/check', '/permissions/check', {
      globalPermissions: ['ADMINISTER'],
      projectPermissions,
    });
  },

  'projects and what is set up for them are read': async ({ check }) => {
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
  },

  'the app sets its own fields, and people do not': async ({ check, site }) => {
    const issueIds = [Number(site.jira.issue('APP-1')?.id ?? '')];
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
  },

  'an administrator manages types of issues and links': async ({ check }) => {
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
  },

  'a custom field goes to the trash and comes back': async ({ check }) => {
    const [trash, restore] = ['/field/{id}/trash', '/field/{id}/restore'];
    const path = '/field/customfield_10050';
    await check('u-coo', 'POST', trash, `${path}/trash`, {}, 403);
    await check('u-admin', 'POST', restore, `${path}/restore`, {}, 404);
    await check('u-admin', 'POST', trash, `${path}/trash`);
    await check('u-admin', 'POST', restore, `${path}/restore`);
    await check('u-admin', 'POST', trash, '/field/summary/trash', {}, 404);
  },
};
