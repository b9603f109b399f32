import { STRICT, type Switches } from '../../src/switches';
import { openWorld, keysOf, type World } from './helpers';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly inward?: string;
  readonly outward?: string;
  readonly untranslatedName?: string;
}

let switches: Switches;
let site: World;
beforeEach(() => {
  switches = STRICT;
  site = openWorld({ switches: () => switches });
});

const send = async (as: string | null, method: string, path: string, body?: unknown) => {
  const answer = await site.call(as, method, path, body);
  return { status: answer.status, body: answer.body as Named };
};
const typeOf = async (as: string, key: string): Promise<Named> => {
  const { body } = await site.call(as, 'GET', `/issue/${key}?fields=issuetype`);
  return (body as { fields: { issuetype: Named } }).fields.issuetype;
};
const typeNames = async (as: string): Promise<readonly string[]> =>
  ((await site.call(as, 'GET', '/issuetype')).body as Named[]).map(({ name }) => name);

const EPIC = '/issuetype/10000';

describe('an issue type', () => {
  it('renamed is that to everybody, translated no more, under its former id', async () => {
    switches = { ...STRICT, language: { site: 'en', 'u-cto': 'de' } };
    expect((await typeOf('u-cto', 'APP-1')).name).toBe('Epos');
    expect(await send('u-admin', 'PUT', EPIC, { name: 'Initiative' })).toMatchObject({
      status: 200,
      body: { id: '10000', name: 'Initiative', hierarchyLevel: 1 },
    });
    for (const as of ['u-coo', 'u-cto', 'app']) {
      const type = await typeOf(as, 'APP-1');
      expect(type).toMatchObject({ id: '10000', name: 'Initiative' });
      expect(type).not.toHaveProperty('untranslatedName');
    }
    expect(await keysOf(site, 'u-coo', 'project = APP and issuetype = Initiative')).toEqual(
      await keysOf(site, 'u-coo', 'project = APP and issuetype = 10000'),
    );
    expect((await site.call('u-coo', 'POST', '/search/jql', { jql: 'issuetype = Epic' })).status).toBe(400);
  });

  it('takes a default name of another by being renamed, and keeps it untranslated', async () => {
    switches = { ...STRICT, language: { site: 'de' } };
    await send('u-admin', 'PUT', '/issuetype/10004', { name: 'Defect' });
    await send('u-admin', 'PUT', EPIC, { name: 'Bug' });
    expect(await typeNames('u-coo')).toEqual(['Bug', 'Story', 'Aufgabe', 'Defect', 'Unteraufgabe']);
  });

  it('is not renamed by a client that sends back the name it was shown', async () => {
    switches = { ...STRICT, language: { site: 'de' } };
    expect((await send('u-admin', 'PUT', EPIC, { name: 'Epos', description: 'Groß' })).body).toMatchObject({
      name: 'Epos',
      untranslatedName: 'Epic',
      description: 'Groß',
    });
  });

  it('made by an administrator is offered where every type is, on either level', async () => {
    const made = await send('u-admin', 'POST', '/issuetype', { name: 'Experiment', description: 'A try' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Experiment', subtask: false, hierarchyLevel: 0 },
    });
    const fields = { project: { key: 'APP' }, issuetype: { id: made.body.id }, summary: 'A try' };
    const { status, body } = await send('u-coo', 'POST', '/issue', { fields });
    expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) as string })]);
    expect(
      (await send('u-admin', 'POST', '/issuetype', { name: 'Step', type: 'subtask' })).body,
    ).toMatchObject({
      subtask: true,
    });
  });

  it('goes once nothing is of it, or to the type that takes its items', async () => {
    expect((await send('u-admin', 'DELETE', '/issuetype/10001')).status).toBe(404);
    const gone = (alternative: string) =>
      send('u-admin', 'DELETE', `/issuetype/10001?alternativeIssueTypeId=${alternative}`);
    expect([(await gone('10001')).status, (await gone('10003')).status, (await gone('1')).status]).toEqual([
      409, 409, 404,
    ]);
    const stories = await keysOf(site, 'u-coo', 'issuetype = Story');
    expect(stories.length).toBeGreaterThan(0);
    expect((await gone('10002')).status).toBe(204);
    expect(await keysOf(site, 'u-coo', 'issuetype = Task')).toEqual(expect.arrayContaining(stories));
    expect(await typeNames('u-coo')).not.toContain('Story');
    const { body } = await send('u-admin', 'POST', '/issuetype', { name: 'Idle' });
    expect((await send('u-admin', 'DELETE', `/issuetype/${body.id}`)).status).toBe(204);
  });

  it.each([
    [{ name: '' }, 400],
    [{ name: 'x'.repeat(61) }, 400],
    [{}, 400],
    [{ name: 'Wide', hierarchyLevel: 1 }, 400],
    [{ name: 'Wide', colour: 'red' }, 400],
    [{ name: 'story' }, 409],
  ])('is not made of %j', async (body, status) => {
    expect((await send('u-admin', 'POST', '/issuetype', body)).status).toBe(status);
  });

  it.each(['u-coo', 'u-lead', 'app'])('is no business of %s, who administers nothing here', async (as) => {
    expect((await send(as, 'POST', '/issuetype', { name: 'Mine' })).status).toBe(403);
    expect((await send(as, 'PUT', EPIC, { name: 'Mine' })).status).toBe(403);
    expect((await send(as, 'DELETE', '/issuetype/10004')).status).toBe(403);
    expect((await send(null, 'PUT', EPIC, { name: 'Mine' })).status).toBe(401);
  });

  it('is seen by who may browse a project that offers it, and by administrators', async () => {
    expect(await typeNames('u-outsider')).toEqual([]);
    expect((await send('u-outsider', 'GET', EPIC)).status).toBe(404);
    expect(await typeNames('u-viewer')).toContain('Epic');
    expect((await send('u-viewer', 'GET', EPIC)).body).toMatchObject({ name: 'Epic' });
    switches = { ...STRICT, appBrowses: { APP: false, CORE: false, CARE: false, TEAM: false } };
    expect(await typeNames('app')).toEqual([]);
    expect(await typeNames('u-admin')).toHaveLength(5);
  });
});

describe('a link type', () => {
  const BLOCKS = '/issueLinkType/10000';
  const links = async (as: string): Promise<Named> => {
    const { body } = await site.call(as, 'GET', '/issue/APP-1?fields=issuelinks');
    const [link] = (body as { fields: { issuelinks: { type: Named }[] } }).fields.issuelinks;
    return link?.type as Named;
  };

  it('renamed reads so on every link there was, in every language', async () => {
    switches = { ...STRICT, language: { site: 'en', 'u-cto': 'ja' } };
    expect(await links('u-cto')).toMatchObject({ name: 'ブロック', inward: 'ブロックされている' });
    const words = { name: 'Requires', inward: 'requires', outward: 'is required by' };
    expect((await send('u-admin', 'PUT', BLOCKS, words)).body).toMatchObject({ id: '10000', ...words });
    expect(await links('u-cto')).toMatchObject({ id: '10000', ...words });
    expect(await links('u-coo')).toMatchObject({ id: '10000', ...words });
  });

  it('renamed in part keeps its other words', async () => {
    expect((await send('u-admin', 'PUT', BLOCKS, { name: 'Stops' })).body).toMatchObject({
      name: 'Stops',
      inward: 'is blocked by',
      outward: 'blocks',
    });
  });

  it('is not renamed by a client that sends back what it was shown', async () => {
    switches = { ...STRICT, language: { site: 'de' } };
    const shown = (await send('u-admin', 'GET', BLOCKS)).body;
    await send('u-admin', 'PUT', BLOCKS, shown);
    switches = STRICT;
    expect((await send('u-coo', 'GET', BLOCKS)).body).toMatchObject({ name: 'Blocks', outward: 'blocks' });
  });

  it('made by an administrator links issues, and takes its links along when it goes', async () => {
    const words = { name: 'Feeds', inward: 'is fed by', outward: 'feeds' };
    const { status, body } = await send('u-admin', 'POST', '/issueLinkType', words);
    expect([status, body]).toMatchObject([201, words]);
    const made = await site.call('u-coo', 'POST', '/issueLink', {
      type: { id: body.id },
      inwardIssue: { key: 'CORE-2' },
      outwardIssue: { key: 'APP-2' },
    });
    expect(made.status).toBe(201);
    expect((await send('u-admin', 'DELETE', `/issueLinkType/${body.id}`)).status).toBe(204);
    const item = await site.call('u-coo', 'GET', '/issue/APP-2?fields=issuelinks');
    expect(JSON.stringify(item.body)).not.toContain('feeds');
    expect((await send('u-coo', 'GET', `/issueLinkType/${body.id}`)).status).toBe(404);
  });

  it('is refused in Jira’s own ways', async () => {
    const words = { name: 'Feeds', inward: 'is fed by', outward: 'feeds' };
    const statuses = [
      await send('u-coo', 'POST', '/issueLinkType', words),
      await send(null, 'POST', '/issueLinkType', words),
      await send('u-admin', 'POST', '/issueLinkType', { ...words, name: 'blocks' }),
      await send('u-admin', 'POST', '/issueLinkType', { name: 'Feeds' }),
      await send('app', 'PUT', BLOCKS, words),
      await send('u-admin', 'PUT', '/issueLinkType/x', words),
      await send('u-admin', 'PUT', '/issueLinkType/999', words),
      await send('u-outsider', 'GET', '/issueLinkType'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 401, 404, 400, 404, 400, 404, 404]);
  });
});

describe('a custom field', () => {
  const FIELD = '/field/customfield_10050';
  const leads = async (): Promise<unknown> => {
    const { body } = await site.call('u-coo', 'GET', '/issue/APP-1?fields=*all');
    return (body as { fields: Record<string, unknown> }).fields['customfield_10050'];
  };
  const listed = async (): Promise<boolean> =>
    ((await site.call('u-coo', 'GET', '/field')).body as Named[]).some(
      ({ id }) => id === 'customfield_10050',
    );

  it('in the trash is in no list, item or query, and comes back with its values', async () => {
    expect([await listed(), await leads()]).toEqual([true, [expect.anything(), expect.anything()]]);
    expect((await send('u-admin', 'POST', `${FIELD}/trash`)).status).toBe(200);
    expect([await listed(), await leads()]).toEqual([false, undefined]);
    const jql = { jql: 'project = APP and "Co-leads" is not empty' };
    expect((await send('u-coo', 'POST', '/search/jql', jql)).status).toBe(400);
    expect((await send('u-admin', 'POST', `${FIELD}/trash`)).status).toBe(404);
    expect((await send('u-admin', 'POST', `${FIELD}/restore`)).status).toBe(200);
    expect([await listed(), await leads()]).toEqual([true, [expect.anything(), expect.anything()]]);
  });

  it('is an administrator’s to throw away, and a system field nobody’s', async () => {
    expect((await send(null, 'POST', `${FIELD}/trash`)).status).toBe(401);
    expect((await send('u-lead', 'POST', `${FIELD}/trash`)).status).toBe(403);
    expect((await send('u-admin', 'POST', '/field/assignee/trash')).status).toBe(404);
    expect((await send('u-admin', 'POST', '/field/customfield_1/trash')).status).toBe(404);
    expect(await listed()).toBe(true);
  });
});
