import {
  linkTypes,
  mayAdminister,
  projectTypes,
  siteTypes,
  userFields,
} from '../../../../../static/policy/model/jira-shapes';

const field = (id: string, type: string, items?: string) => ({
  id,
  name: `Name of ${id}`,
  custom: true,
  schema: { type, ...(items !== undefined && { items }) },
});

test('only fields that hold people, single or several, by name', () => {
  expect(
    userFields([
      field('customfield_3', 'user'),
      field('customfield_2', 'array', 'user'),
      field('customfield_1', 'array', 'string'),
      field('summary', 'string'),
      { id: 'no-schema', name: 'No schema' },
    ]),
  ).toEqual([
    { id: 'customfield_2', name: 'Name of customfield_2', several: true },
    { id: 'customfield_3', name: 'Name of customfield_3', several: false },
  ]);
});

test('people who do not own the work are not offered', () => {
  expect(userFields(['assignee', 'reporter', 'creator'].map((id) => field(id, 'user')))).toEqual([]);
});

test.each([undefined, null, {}, 'x', [null, 1, { id: 2 }]])(
  'an answer of another shape offers nothing: %j',
  (answer) => {
    expect(userFields(answer)).toEqual([]);
  },
);

test('a project’s types come with their ids and levels, each once, a level of Jira’s own before what is guessed', () => {
  const issueTypes = [
    { id: '10000', name: 'Vorhaben', untranslatedName: 'Epic', hierarchyLevel: 1, subtask: false },
    { id: '10003', name: 'Sub-task', subtask: true },
    { id: '10001', name: 'Story' },
    { id: '10000', name: 'Vorhaben', hierarchyLevel: 1 },
    { name: 'Without an id' },
  ];
  expect(projectTypes({ key: 'EXP', issueTypes })).toEqual([
    { id: '10000', name: 'Vorhaben', level: 1, shared: true },
    { id: '10003', name: 'Sub-task', level: -1, shared: true },
    { id: '10001', name: 'Story', level: null, shared: true },
  ]);
  expect(projectTypes('not a project')).toEqual([]);
});

test('types of single projects are told from those that projects share', () => {
  const types = [
    { id: '1', name: 'Epic', hierarchyLevel: 1 },
    { id: '2', name: 'Epic', hierarchyLevel: 1, scope: { type: 'PROJECT', project: { id: '10010' } } },
  ];
  expect(siteTypes(types).map(({ id, shared }) => [id, shared])).toEqual([
    ['1', true],
    ['2', false],
  ]);
  expect(siteTypes({ errorMessages: [] })).toEqual([]);
});

test('link types come with the words of both sides; anything else is left out', () => {
  const blocks = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
  expect(linkTypes({ issueLinkTypes: [{ ...blocks, self: 'https://…' }, { id: '2' }, null] })).toEqual([
    blocks,
  ]);
  expect([undefined, [], { issueLinkTypes: 'none' }].map(linkTypes)).toEqual([[], [], []]);
});

test('someone may not change the policy only where Jira says so', () => {
  const told = (havePermission: boolean) => ({ permissions: { ADMINISTER_PROJECTS: { havePermission } } });
  expect([told(true), told(false), {}, null].map(mayAdminister)).toEqual([true, false, true, true]);
});
