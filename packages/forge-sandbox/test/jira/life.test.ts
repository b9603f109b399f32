import { openWorld, keysOf, type World } from './helpers';

const epic = '10000';

const group = (issueIdsOrKeys: readonly string[], more: object = {}) => ({
  issueIdsOrKeys,
  inferClassificationDefaults: true,
  inferFieldDefaults: true,
  inferStatusDefaults: true,
  inferSubtaskTypeDefault: true,
  ...more,
});

const move = (site: World, as: string, keys: readonly string[], target: string, more?: object) =>
  site.call(as, 'POST', '/bulk/issues/move', {
    targetToSourcesMapping: { [target]: group(keys, more) },
  });

const read = async (site: World, key: string, as = 'u-coo') =>
  (await site.call(as, 'GET', `/issue/${key}`)).body;

describe('moving to another project', () => {
  test('the key changes, the former key goes on leading to the issue, history and event tell', async () => {
    const site = openWorld();
    const { id } = site.jira.issue('APP-2') ?? { id: '' };
    const answer = await move(site, 'u-coo', ['APP-2'], `CORE,${epic}`);
    expect(answer.status).toBe(201);
    const { key } = site.jira.issue(id) ?? { key: '' };
    expect(key).toMatch(/^CORE-\d+$/);
    for (const name of ['APP-2', key, id]) await expect(read(site, name)).resolves.toMatchObject({ id, key });
    expect(await keysOf(site, 'u-coo', 'key = APP-2')).toEqual([key]);
    const items = [
      { field: 'project', fieldId: 'project', fromString: 'Webshop', toString: 'Core services' },
      { field: 'Key', from: null, fromString: 'APP-2', to: null, toString: key },
    ];
    expect(site.jira.issue(id)?.changelog.at(-1)).toMatchObject({ author: 'u-coo', items });
    expect(site.host.emitted.filter(({ type }) => type === 'avi:jira:updated:issue')).toMatchObject([
      { payload: { issue: { id, key, fields: { project: { key: 'CORE' } } }, changelog: { items } } },
    ]);
    expect(site.host.validations).toEqual([]);
  });

  test('the task tells who moved what, and that it is done', async () => {
    const site = openWorld();
    const { body } = await move(site, 'u-coo', ['APP-2', 'APP-3'], `CORE,${epic}`);
    const { taskId } = body as { taskId: string };
    const task = await site.call('u-coo', 'GET', `/bulk/queue/${taskId}`);
    expect(task).toMatchObject({
      status: 200,
      body: {
        status: 'COMPLETE',
        progressPercent: 100,
        totalIssueCount: 2,
        submittedBy: { accountId: 'u-coo' },
      },
    });
    expect((await site.call('u-coo', 'GET', '/bulk/queue/1')).status).toBe(400);
  });

  test('a status the other workflow lacks becomes its first one, or the one named', async () => {
    const [inferred, named] = [openWorld(), openWorld()];
    const team = named.jira.workflowOf('TEAM');
    const [, progress] = team?.statusIds ?? [];
    const here = named.jira.issue('APP-5')?.statusId ?? '';
    await move(inferred, 'u-coo', ['APP-5'], `TEAM,${epic}`);
    expect(inferred.jira.issue('APP-5')?.statusId).toBe(inferred.jira.workflowOf('TEAM')?.initialStatusId);
    const unnamed = await move(named, 'u-coo', ['APP-5'], `TEAM,${epic}`, { inferStatusDefaults: false });
    expect(unnamed).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('APP-5') }] },
    });
    await move(named, 'u-coo', ['APP-5'], `TEAM,${epic}`, {
      inferStatusDefaults: false,
      targetStatus: [{ statuses: { [progress ?? '']: [here] } }],
    });
    expect(named.jira.issue('APP-5')?.statusId).toBe(progress);
  });

  test('nothing moves for those who may not, or when one of many cannot', async () => {
    const site = openWorld();
    for (const [as, keys] of [
      ['u-viewer', ['APP-2']],
      ['u-outsider', ['APP-2']],
      ['u-coo', ['APP-2', 'APP-9999']],
    ] as const) {
      expect(await move(site, as, keys, `CORE,${epic}`)).toMatchObject({
        status: 400,
        body: { errors: [{}] },
      });
    }
    expect(site.jira.issue('APP-2')?.key).toBe('APP-2');
    expect(site.host.emitted).toEqual([]);
  });

  test('the number a moved issue leaves behind is not given again', async () => {
    const site = openWorld();
    const last = site.jira.addIssue({ project: 'APP', type: 'Epic', values: { summary: 'Last' } });
    const former = last.key;
    await move(site, 'u-coo', [former], `CORE,${epic}`);
    const next = site.jira.addIssue({ project: 'APP', type: 'Epic', values: { summary: 'Next' } });
    expect(next.key).not.toBe(former);
    await site.call('u-admin', 'DELETE', `/issue/${last.key}`);
    expect((await site.call('u-coo', 'GET', `/issue/${former}`)).status).toBe(404);
  });
});

describe('cloning', () => {
  test('a clone has the same values, those of the app’s fields too, and a history of its own', async () => {
    const site = openWorld();
    const owner = 'owner';
    const original = site.jira.issue('APP-2');
    await site.call('app', 'PUT', `/app/field/${owner}/value`, {
      updates: [{ issueIds: [Number(original?.id)], value: { accountId: 'u-ops' } }],
    });
    site.host.emitted.length = 0;
    const { key } = site.jira.clone('u-cto', 'APP-2');
    const clone = site.jira.issue(key);
    expect(clone?.values.get('summary')).toBe(`CLONE - ${String(original?.values.get('summary'))}`);
    for (const [id, value] of original?.values ?? [])
      if (id !== 'summary' && id !== 'resolution') expect(clone?.values.get(id)).toEqual(value);
    expect(clone).toMatchObject({ creator: 'u-cto', comments: [] });
    expect(site.host.emitted.map(({ type }) => type)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:updated:issue',
      'avi:jira:updated:issue',
      'avi:jira:created:issuelink',
    ]);
    await expect(read(site, key)).resolves.toMatchObject({
      fields: { issuelinks: [{ type: { name: 'Cloners' }, outwardIssue: { key: 'APP-2' } }] },
    });
  });

  test('nobody clones what they cannot see or where they cannot create', () => {
    const site = openWorld();
    expect(() => site.jira.clone('u-outsider', 'APP-2')).toThrow(
      'does not exist or you do not have permission',
    );
    expect(() => site.jira.clone('u-viewer', 'APP-2')).toThrow('permission to create');
  });
});

describe('the end of a project', () => {
  const events = (site: World) => site.host.emitted.map(({ type }) => type);

  test('in the recycle bin it is there for nobody; restored, everything is as it was', async () => {
    const site = openWorld();
    const before = await read(site, 'APP-2');
    expect((await site.call('u-lead', 'DELETE', '/project/APP')).status).toBe(404);
    expect((await site.call('u-admin', 'DELETE', '/project/APP')).status).toBe(204);
    for (const as of ['u-coo', 'u-admin', 'app']) {
      expect((await site.call(as, 'GET', '/issue/APP-2')).status).toBe(404);
      expect((await site.call(as, 'GET', '/project/APP')).status).toBe(404);
    }
    expect(site.host.emitted).toMatchObject([
      { type: 'avi:jira:softdeleted:project', payload: { project: { key: 'APP' } } },
    ]);
    const restored = await site.call('u-admin', 'POST', '/project/APP/restore');
    expect(restored).toMatchObject({ status: 200, body: { key: 'APP' } });
    expect(await read(site, 'APP-2')).toEqual(before);
    expect(events(site)).toEqual(['avi:jira:softdeleted:project', 'avi:jira:restored:project']);
  });

  test('without undo it is gone with all its issues, and no issue says goodbye', async () => {
    const site = openWorld();
    expect((await site.call('u-admin', 'DELETE', '/project/APP?enableUndo=false')).status).toBe(204);
    expect(events(site)).toEqual(['avi:jira:deleted:project']);
    expect(site.jira.issue('APP-2')).toBeUndefined();
    expect((await site.call('u-admin', 'POST', '/project/APP/restore')).status).toBe(404);
  });
});
