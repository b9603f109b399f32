import { Dashboards, DEFAULT_DASHBOARD } from '../../src/shell/dashboards';
import { as, createShell } from './fixture';

const base = `/sandbox/shell/api/dashboards/${DEFAULT_DASHBOARD}`;
const { app } = createShell();
const send = (method: string, path: string, body?: unknown) =>
  app.request(path, {
    method,
    headers: { ...as('u-coo'), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const gadgets = async (): Promise<unknown> =>
  ((await (await send('GET', base)).json()) as { gadgets: unknown }).gadgets;

test('a gadget is added, configured and removed', async () => {
  expect(await gadgets()).toEqual([]);
  const added = await send('POST', `${base}/gadgets`, { moduleKey: 'chart' });
  const { id } = (await added.json()) as { id: string };
  expect(await gadgets()).toEqual([{ id, moduleKey: 'chart', configuration: null }]);
  const configured = await send('PUT', `${base}/gadgets/${id}`, {
    configuration: { projectKey: 'APP', refresh: 15 },
  });
  expect(configured.status).toBe(204);
  expect(await gadgets()).toMatchObject([{ configuration: { projectKey: 'APP', refresh: 15 } }]);
  expect((await send('DELETE', `${base}/gadgets/${id}`)).status).toBe(204);
  expect(await gadgets()).toEqual([]);
});

test('what is not a gadget, or not there, is refused', async () => {
  expect((await send('POST', `${base}/gadgets`, { moduleKey: 'overview' })).status).toBe(400);
  expect((await send('PUT', `${base}/gadgets/1`, { configuration: {} })).status).toBe(404);
  expect((await send('PUT', `${base}/gadgets/1`, { configuration: 'APP' })).status).toBe(400);
  expect((await send('DELETE', `${base}/gadgets/1`)).status).toBe(404);
});

test('dashboards are apart from one another, and a new world has none', () => {
  const dashboards = new Dashboards();
  dashboards.add('1', 'chart', { projectKey: 'APP' });
  expect(dashboards.gadgets('2')).toEqual([]);
  dashboards.clear();
  expect(dashboards.gadgets('1')).toEqual([]);
});
