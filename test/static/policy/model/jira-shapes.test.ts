import { mayAdminister, typeNames, userFields } from '../../../../static/policy/model/jira-shapes';

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

test('type names in Jira’s order, subtasks last, each once', () => {
  const issueTypes = [
    { name: 'Sub-task', subtask: true },
    { name: 'Epic', subtask: false },
    { name: 'Story' },
    { name: 'Epic' },
  ];
  expect(typeNames({ key: 'EXP', issueTypes })).toEqual(['Epic', 'Story', 'Sub-task']);
  expect(typeNames('not a project')).toEqual([]);
});

test('someone may not change the policy only where Jira says so', () => {
  const told = (havePermission: boolean) => ({ permissions: { ADMINISTER_PROJECTS: { havePermission } } });
  expect([told(true), told(false), {}, null].map(mayAdminister)).toEqual([true, false, true, true]);
});
