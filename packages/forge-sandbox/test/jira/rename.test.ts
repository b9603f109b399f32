import { openWorld, keysOf, type World } from './helpers';

const ADMIN = 'u-admin';

const rename = (site: World, from: string, key: string, as = ADMIN) =>
  site.call(as, 'PUT', `/project/${from}`, { key });
const project = async (site: World, key: string) =>
  (await site.call(ADMIN, 'GET', `/project/${key}?expand=projectKeys`)).body as {
    id: string;
    key: string;
    projectKeys: readonly string[];
  };
const updates = (site: World) => site.host.emitted.filter(({ type }) => type === 'avi:jira:updated:project');

test('a project takes all its issues to its new key; the former keys go on leading there', async () => {
  const site = openWorld();
  const { id } = site.jira.issue('APP-2') ?? { id: '' };
  const before = await project(site, 'APP');
  expect((await rename(site, 'APP', 'GROW')).status).toBe(200);
  expect((await rename(site, 'GROW', 'RISE')).status).toBe(200);
  for (const key of ['APP', 'GROW', 'RISE', before.id])
    await expect(project(site, key)).resolves.toMatchObject({ id: before.id, key: 'RISE' });
  expect((await project(site, 'RISE')).projectKeys).toEqual(['RISE', 'APP', 'GROW']);
  for (const key of ['APP-2', 'GROW-2', 'RISE-2'])
    expect((await site.call('u-coo', 'GET', `/issue/${key}`)).body).toMatchObject({ id, key: 'RISE-2' });
  expect(await keysOf(site, 'u-coo', 'key = APP-2')).toEqual(['RISE-2']);
  expect(updates(site)).toMatchObject([
    { payload: { project: { id: before.id, key: 'GROW' } } },
    { payload: { project: { id: before.id, key: 'RISE' } } },
  ]);
});

test('another project may take a former key, and leads from then on', async () => {
  const site = openWorld();
  await rename(site, 'APP', 'GROW');
  const core = await project(site, 'CORE');
  expect((await rename(site, 'CORE', 'APP')).status).toBe(200);
  expect(await project(site, 'APP')).toMatchObject({ id: core.id, projectKeys: ['APP', 'CORE'] });
  expect((await project(site, 'GROW')).projectKeys).toEqual(['GROW']);
  const taken = (await site.call(ADMIN, 'GET', '/issue/APP-1')).body;
  expect(taken).toMatchObject({ fields: { project: { id: core.id } } });
});

test('only a Jira administrator may change a key, to one that is free and looks like one', async () => {
  const site = openWorld();
  expect((await rename(site, 'APP', 'GROW', 'u-coo')).status).toBeGreaterThanOrEqual(403);
  for (const key of ['CORE', 'app', '1A', 'A', 'ELEVENCHARS'])
    expect((await rename(site, 'APP', key)).status).toBe(400);
  expect((await site.call(ADMIN, 'PUT', '/project/APP', { leadAccountId: 'u-coo' })).status).toBe(501);
  expect(updates(site)).toEqual([]);
});
