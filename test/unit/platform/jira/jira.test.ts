import { forgeApi as mockForgeApi, jiraBehindForge as forge, type Asked } from '../../../support/forge-jira';
import { Unavailable } from '../../../../src/platform/unavailable';
import { jira } from '../../../../src/platform/jira/jira';
import { idOf } from '../../../support/items';
import { BLOCKS, issue, link } from '../../../support/jira-json';

jest.mock('@forge/api', () => mockForgeApi);

const READING = { ownerSource: { kind: 'assignee' }, waitsFor: 'by-words' } as const;
const says = (body: unknown, status = 200) => void (forge.answer = { status, text: JSON.stringify(body) });
const bodyOf = ({ init }: Asked): Record<string, unknown> =>
  JSON.parse(init.body ?? '{}') as Record<string, unknown>;

beforeEach(() => {
  forge.asked = [];
});

describe('items by their ids', () => {
  const ids = Array.from({ length: 201 }, (_, n) => String(20_000 + n));

  it('are read a hundred at a time, with the fields that the reading names', async () => {
    forge.answer = (asked) => ({
      status: 200,
      text: JSON.stringify({
        issues: (bodyOf(asked)['issueIdsOrKeys'] as string[]).map((id) =>
          issue({}, { id, key: `EXP-${id}` }),
        ),
      }),
    });
    const found = await jira.workItems('app', ids, {
      ...READING,
      ownerSource: { kind: 'field', fieldId: 'customfield_7' },
    });
    expect([...found.keys()]).toEqual(ids);
    expect(
      forge.asked.map((asked) => [asked.as, (bodyOf(asked)['issueIdsOrKeys'] as string[]).length]),
    ).toEqual([
      ['app', 100],
      ['app', 100],
      ['app', 1],
    ]);
    expect(bodyOf(forge.asked[0]!)['fields']).toEqual(
      expect.arrayContaining(['parent', 'issuelinks', 'customfield_7']),
    );
  });

  it('are those that the viewer may see, each read as the policy says', async () => {
    const waits = issue({ issuelinks: [link(BLOCKS, 'inwardIssue', 'PLAT-1')] });
    says({ issues: [waits], issueErrors: [{ id: '2' }] });
    const ask = (waitsFor: Parameters<typeof jira.workItems>[2]['waitsFor']) =>
      jira.workItems('app', ['10001', '2'], { ...READING, waitsFor });
    expect([...(await ask('by-words')).values()][0]?.blockers).toMatchObject([{ issueId: idOf('PLAT-1') }]);
    expect([...(await ask([])).values()][0]?.blockers).toEqual([]);
    expect([...(await ask([])).keys()]).toEqual(['10001']);
  });

  it('are none where Jira refuses all of them, and no answer is not taken for none', async () => {
    says({}, 403);
    expect((await jira.workItems('app', ['1'], READING)).size).toBe(0);
    says({}, 503);
    await expect(jira.workItems('app', ['1'], READING)).rejects.toBeInstanceOf(Unavailable);
  });

  it('cost nothing where none is asked for', async () => {
    expect((await jira.workItems('app', [], READING)).size).toBe(0);
    expect(forge.asked).toEqual([]);
  });
});

describe('what a site has', () => {
  it('of issue types comes with level, translation and the project a type belongs to', async () => {
    says([
      { id: '1', name: 'Epos', untranslatedName: 'Epic', hierarchyLevel: 1 },
      { id: '2', name: 'Risk', hierarchyLevel: 0, scope: { type: 'PROJECT', project: { id: '10100' } } },
      { id: '3', name: 'Old' },
    ]);
    expect(await jira.issueTypes('user')).toEqual([
      { id: '1', name: 'Epos', untranslatedName: 'Epic', level: 1 },
      { id: '2', name: 'Risk', level: 0, projectId: '10100' },
      { id: '3', name: 'Old', level: null },
    ]);
  });

  it('of link types comes with the words of both sides', async () => {
    says({
      issueLinkTypes: [{ id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks', self: '' }],
    });
    expect(await jira.linkTypes('user')).toEqual([
      { id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    ]);
  });

  it('of fields are their ids', async () => {
    says([{ id: 'assignee' }, { id: 'customfield_10050' }]);
    expect(await jira.fieldIds('user')).toEqual(['assignee', 'customfield_10050']);
  });

  it.each(['issueTypes', 'linkTypes', 'fieldIds'] as const)(
    'is never taken for nothing: %s',
    async (read) => {
      says({}, 403);
      await expect(jira[read]('user')).rejects.toMatchObject({ failure: 'refused' });
    },
  );

  it('of a project is its id, and none for whoever may not see it', async () => {
    says({ id: '10100', key: 'EXP' });
    expect(await jira.projectId('EXP')).toBe('10100');
    says({}, 404);
    expect(await jira.projectId('EXP')).toBeNull();
  });
});

describe('people', () => {
  it('that Jira refuses to tell of are not taken for nobody', async () => {
    says({}, 403);
    await expect(jira.people('app', ['u-coo'])).rejects.toMatchObject({ failure: 'refused' });
  });

  it('are those it knows among those asked for', async () => {
    says({ values: [{ accountId: 'u-coo', displayName: 'Ada', active: false, accountType: 'atlassian' }] });
    expect(await jira.people('app', ['u-coo', 'u-nobody'])).toEqual([
      { accountId: 'u-coo', kind: 'human', active: false, displayName: 'Ada' },
    ]);
  });
});

describe('a search', () => {
  it('that Jira does not understand is thrown with its words, not given as a page', async () => {
    says({ errorMessages: ['The value 10999 does not exist.'] }, 400);
    await expect(jira.openItems('EXP', { issueTypes: ['10999'], reading: READING })).rejects.toMatchObject({
      failure: 'broken-question',
      messages: ['The value 10999 does not exist.'],
    });
  });

  it('asks for types by their ids', async () => {
    says({ issues: [] });
    await jira.openItems('EXP', { issueTypes: ['10000'], reading: READING });
    expect(bodyOf(forge.asked[0]!)['jql']).toContain('issuetype in ("10000")');
  });
});

it('an item that Jira shows nobody is null, for the app as for a person', async () => {
  says({}, 404);
  expect(await jira.workItem('app', 'EXP-1')).toBeNull();
  expect(await jira.workItem('user', 'EXP-1')).toBeNull();
  says({}, 400);
  await expect(jira.workItem('app', 'EXP-1')).rejects.toMatchObject({ failure: 'broken-question' });
});
