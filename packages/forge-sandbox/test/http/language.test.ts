import { openJira, type Site } from './jira-world';
import { closeHttpWorlds } from './world';

afterEach(closeHttpWorlds);

interface Named {
  readonly id: string;
  readonly name: string;
  readonly untranslatedName?: string;
}

async function get<T>(
  here: Site,
  as: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<T> {
  const { body } = await here.send('GET', `/rest/api/3${path}`, { as, headers });
  return body as T;
}

const search = async (here: Site, as: string, jql: string): Promise<unknown> => {
  const body = { jql, fields: ['key'], maxResults: 100 };
  const answer = await here.send('POST', '/rest/api/3/search/jql', { as, body });
  return answer.status === 200
    ? (answer.body['issues'] as { key: string }[]).map(({ key }) => key).sort()
    : answer.status;
};

const TYPES = {
  en: ['Epic', 'Story', 'Task', 'Bug', 'Sub-task'],
  de: ['Epos', 'Story', 'Aufgabe', 'Fehler', 'Unteraufgabe'],
  ja: ['エピック', 'ストーリー', 'タスク', 'バグ', 'サブタスク'],
};

describe('the default names', () => {
  test('are read by everybody in their own language, under the same ids', async () => {
    const here = await openJira();
    await here.set({ language: { 'u-cto': 'de', 'u-ops': 'ja' } });
    const types = (as: string): Promise<readonly Named[]> => get(here, as, '/issuetype');
    const [en, de, ja] = [await types('u-coo'), await types('u-cto'), await types('u-ops')];
    expect(en.map(({ name }) => name)).toEqual(TYPES.en);
    expect(de.map(({ name }) => name)).toEqual(TYPES.de);
    expect(ja.map(({ name }) => name)).toEqual(TYPES.ja);
    expect(en.some((type) => 'untranslatedName' in type)).toBe(false);
    for (const read of [de, ja]) {
      expect(read.map(({ untranslatedName }) => untranslatedName)).toEqual(TYPES.en);
      expect(read.map(({ id }) => id)).toEqual(en.map(({ id }) => id));
    }
  });

  test('stand on items, their links, parents and ways, and nothing else changes', async () => {
    const here = await openJira();
    await here.set({ language: { 'u-cto': 'de', 'u-ops': 'ja' } });
    const path = '/issue/APP-1?fields=issuetype,status,priority,issuelinks&expand=transitions';
    const item = async (as: string): Promise<string> => JSON.stringify(await get(here, as, path));
    const [en, de, ja] = [await item('u-coo'), await item('u-cto'), await item('u-ops')];
    for (const word of ['Epos', 'Zu erledigen', 'In Arbeit', 'Blockiert', 'wird blockiert von'])
      expect(de).toContain(`"${word}"`);
    for (const word of ['エピック', '進行中', 'ブロック', 'ブロックされている'])
      expect(ja).toContain(`"${word}"`);
    const keys = (text: string): readonly string[] => text.match(/"(?:id|key)":"?[\w-]+"?/g) ?? [];
    expect(keys(de)).toEqual(keys(en));
    expect(keys(ja)).toEqual(keys(en));
    expect(de).toContain('"key":"indeterminate"');
  });

  test.each([
    ['/status', 'Fertig'],
    ['/statuscategory', 'In Arbeit'],
    ['/priority', 'Mittel'],
    ['/issueLinkType', 'wird blockiert von'],
    ['/project/APP', 'Epos'],
    ['/project/APP/statuses', 'Zu erledigen'],
    ['/issue/createmeta/APP/issuetypes', 'Aufgabe'],
  ])('are translated in %s', async (path, word) => {
    const here = await openJira();
    await here.set({ language: { 'u-cto': 'de' } });
    expect(JSON.stringify(await get(here, 'u-cto', path))).toContain(`"${word}"`);
    expect(JSON.stringify(await get(here, 'u-coo', path))).not.toContain(`"${word}"`);
  });

  test('are told the app in the site’s language, and for a person in theirs', async () => {
    const here = await openJira();
    await here.set({ language: { site: 'ja', 'u-coo': 'de' } });
    const type = async (as: 'app' | 'user'): Promise<unknown> =>
      ((await here.ask(as, 'GET', '/issue/APP-1?fields=issuetype')).body as { fields: { issuetype: Named } })
        .fields.issuetype.name;
    expect(await type('app')).toBe('エピック');
    expect(await type('user')).toBe('Epos');
    await here.send('PUT', '/rest/api/3/issue/APP-1', { as: 'u-coo', body: { fields: { summary: 'Anew' } } });
    await here.send('POST', '/sandbox/drain');
    const [event] = [...here.sandbox.kvs.table({ kind: 'plain' }).entries()];
    expect(JSON.stringify(event?.value)).toContain('"エピック"');
    expect(await get(here, 'u-cto', '/myself')).toMatchObject({ locale: 'ja_JP' });
    expect(await get(here, 'u-coo', '/myself')).toMatchObject({ locale: 'de_DE' });
  });

  test('follow a request that forces a language, and no other header', async () => {
    const here = await openJira();
    await here.set({ language: { site: 'ja', 'u-coo': 'de' } });
    const first = async (headers: Record<string, string>): Promise<unknown> =>
      (await get<readonly Named[]>(here, 'u-coo', '/issuetype', headers))[0]?.name;
    const force = { 'x-force-accept-language': 'true' };
    expect(await first({ 'accept-language': 'en' })).toBe('Epos');
    expect(await first({ ...force, 'accept-language': 'en' })).toBe('Epic');
    expect(await first({ ...force, 'accept-language': 'fr, en-GB;q=0.5, ja;q=0.8' })).toBe('エピック');
    expect(await first({ ...force, 'accept-language': 'fr' })).toBe('エピック');
    expect(await first(force)).toBe('エピック');
    expect(await first({})).toBe('Epos');
    const asked = await here.ask('app', 'GET', '/issue/APP-1?fields=issuetype', undefined, {
      'X-Force-Accept-Language': 'true',
      'Accept-Language': 'en',
    });
    expect(asked.body).toMatchObject({ fields: { issuetype: { name: 'Epic' } } });
  });
});

describe('JQL', () => {
  const clauses = {
    issuetype: ['10000', 'Epic', 'Epos'],
    status: ['"In Progress"', '"In Arbeit"', '"in arbeit"'],
    statusCategory: ['Done', 'Fertig', '3'],
    priority: ['Medium', 'Mittel', '3'],
  };

  test.each(Object.entries(clauses))(
    'takes %s by id, untranslated and as the reader reads it',
    async (field, ways) => {
      const here = await openJira();
      await here.set({ language: { 'u-cto': 'de' } });
      const [first, ...others] = await Promise.all(
        ways.map((way) => search(here, 'u-cto', `project = APP and ${field} = ${way}`)),
      );
      expect(first).not.toHaveLength(0);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  test('does not know names of a language that its reader does not read', async () => {
    const here = await openJira();
    await here.set({ language: { 'u-cto': 'de', 'u-ops': 'ja' } });
    expect(await search(here, 'u-coo', 'project = APP and issuetype = Epos')).toBe(400);
    expect(await search(here, 'u-ops', 'project = APP and issuetype = Epos')).toBe(400);
    expect(await search(here, 'u-ops', 'project = APP and issuetype = "エピック"')).toEqual(
      await search(here, 'u-ops', 'project = APP and issuetype = Epic'),
    );
  });

  test('finds linked items by the words of either language', async () => {
    const here = await openJira();
    await here.set({ language: { 'u-cto': 'de' } });
    const blockers = await search(here, 'u-cto', 'issue in linkedIssues(APP-1, "is blocked by")');
    expect(blockers).toEqual(['CORE-1']);
    expect(await search(here, 'u-cto', 'issue in linkedIssues(APP-1, "wird blockiert von")')).toEqual(
      blockers,
    );
    expect(await search(here, 'u-coo', 'issue in linkedIssues(APP-1, "wird blockiert von")')).toEqual([]);
  });
});

test('types and link types are named in a request as their reader reads them', async () => {
  const here = await openJira();
  await here.set({ language: { 'u-cto': 'de' } });
  const create = (as: string, name: string): Promise<{ status: number; body: Record<string, unknown> }> =>
    here.send('POST', '/rest/api/3/issue', {
      as,
      body: { fields: { project: { key: 'APP' }, issuetype: { name }, summary: 'New' } },
    });
  expect([(await create('u-cto', 'Aufgabe')).status, (await create('u-cto', 'Task')).status]).toEqual([
    201, 201,
  ]);
  expect((await create('u-coo', 'Aufgabe')).status).toBe(400);
  const link = await here.send('POST', '/rest/api/3/issueLink', {
    as: 'u-cto',
    body: { type: { name: 'Blockiert' }, inwardIssue: { key: 'CORE-2' }, outwardIssue: { key: 'APP-2' } },
  });
  expect(link.status).toBe(201);
});

test('what a history says of statuses and links stays as it was written', async () => {
  const here = await openJira();
  await here.send('POST', '/rest/api/3/issueLink', {
    as: 'u-coo',
    body: { type: { name: 'Blocks' }, inwardIssue: { key: 'CORE-2' }, outwardIssue: { key: 'APP-2' } },
  });
  const history = (as: string): Promise<unknown> => get(here, as, '/issue/APP-2/changelog');
  const before = JSON.stringify(await history('u-cto'));
  expect(before).toContain('This work item is blocked by CORE-2');
  await here.set({ language: { site: 'ja', 'u-cto': 'de' } });
  expect(JSON.stringify(await history('u-cto'))).toBe(before);
});
