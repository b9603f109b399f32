import { keysOf, openWorld } from './helpers';

test('what is archived is read by its key, neither found nor changed, and told to the app', async () => {
  const site = openWorld();
  const call = async (method: string, path: string, body?: unknown, as = 'u-coo') =>
    (await site.call(as, method, path, body)).status;
  const before = await keysOf(site, 'u-coo', 'project = APP');
  expect(before.length).toBeGreaterThan(5);
  expect(await call('POST', '/project/APP/archive')).toBe(404);
  expect(await call('POST', '/project/APP/archive', undefined, 'u-admin')).toBe(204);
  expect(await keysOf(site, 'u-coo', 'key = APP-1 OR project = APP')).toEqual([]);
  expect(await call('GET', '/issue/APP-1')).toBe(200);
  expect(await call('PUT', '/issue/APP-1', { fields: { summary: 'Other' } })).toBe(403);
  expect(await call('POST', '/issue/APP-1/transitions', { transition: { id: '11' } })).toBe(400);
  const value = { updates: [{ issueIds: [Number(site.jira.issue('APP-1')?.id)], value: 'ready' }] };
  expect(await call('PUT', '/app/field/verdict/value', value, 'app')).toBe(403);
  const keys = async (query: string) =>
    (
      (await site.call('u-coo', 'GET', `/project/search${query}`)).body as { values: { key: string }[] }
    ).values.map(({ key }) => key);
  expect(await keys('')).not.toContain('APP');
  expect(await keys('?status=archived')).toEqual(['APP']);
  expect(await call('DELETE', '/project/APP', undefined, 'u-admin')).toBe(400);
  expect(await call('POST', '/project/APP/restore', undefined, 'u-admin')).toBe(200);
  expect(await keysOf(site, 'u-coo', 'project = APP')).toEqual(before);
  expect(await call('PUT', '/issue/APP-1', { fields: { summary: 'Other' } })).toBe(204);
  expect(site.host.emitted.map(({ type }) => type).filter((type) => type.endsWith('project'))).toEqual([
    'avi:jira:archived:project',
    'avi:jira:unarchived:project',
  ]);
});
