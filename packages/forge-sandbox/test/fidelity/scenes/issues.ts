import { adfOf } from '../../../src/jira';
import type { Scenes } from './scene';

/** Calls about issues and what hangs on them. Scenes share one site, in their order. */
export const issuesScenes: Scenes = {
  'issues are read one by one, expanded and in bulk': async ({ check }) => {
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
  },

  'an issue is created, edited, assigned and deleted': async ({ check }) => {
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
  },

  'a validator refuses a transition and lets it pass': async ({ check, site }) => {
    const template = '/issue/{issueIdOrKey}/transitions';
    await check('u-coo', 'GET', template, '/issue/APP-1/transitions?expand=transitions.fields');
    site.host.answer = () => ({ result: false, errorMessage: 'No.' });
    await check('u-coo', 'POST', template, '/issue/APP-1/transitions', { transition: { id: '11' } }, 400);
    site.host.answer = () => ({ result: true });
    await check('u-coo', 'POST', template, '/issue/APP-1/transitions', { transition: { id: '11' } }, 204);
  },

  'issues move to another project in bulk': async ({ check, site }) => {
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
  },

  'issues pass through their workflow in bulk': async ({ check }) => {
    const path = '/bulk/issues/transition';
    const input = (...selectedIssueIdsOrKeys: string[]) => ({
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys, transitionId: '11' }],
    });
    await check('u-coo', 'POST', path, path, input('NO-1'), 400);
    const { taskId } = (await check('u-coo', 'POST', path, path, input('APP-2', 'CORE-1'), 201)) as {
      taskId: string;
    };
    await check('u-coo', 'GET', '/bulk/queue/{taskId}', `/bulk/queue/${taskId}`);
  },

  'changelogs are read page by page': async ({ check }) => {
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
  },

  'a comment is added, read, edited and deleted': async ({ check }) => {
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
  },

  'a link is added, read and deleted': async ({ check }) => {
    const body = { type: { name: 'Blocks' }, inwardIssue: { key: 'CORE-3' }, outwardIssue: { key: 'APP-2' } };
    await check('u-coo', 'POST', '/issueLink', '/issueLink', body, 201);
    const issue = await check('u-coo', 'GET', '/issue/{issueIdOrKey}', '/issue/APP-2?fields=issuelinks');
    const [link] = (issue as { fields: { issuelinks: { id: string }[] } }).fields.issuelinks;
    await check('u-coo', 'GET', '/issueLink/{linkId}', `/issueLink/${link?.id}`);
    await check('u-coo', 'DELETE', '/issueLink/{linkId}', `/issueLink/${link?.id}`, undefined, 204);
    await check('u-coo', 'GET', '/issueLinkType', '/issueLinkType');
  },

  'an issue has properties, watchers and notifications': async ({ check }) => {
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
  },
};
