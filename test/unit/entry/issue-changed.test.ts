import { followUpsOf } from '../../../src/entry/issue-changed';

const statuses = [
  { id: '1', statusCategory: { key: 'new' } },
  { id: '3', statusCategory: { key: 'indeterminate' } },
  { id: '4', statusCategory: { key: 'indeterminate' } },
  { id: '9', statusCategory: { key: 'done' } },
];
const event = (items: readonly object[], more: object = {}, fields: object = {}) => ({
  eventType: 'avi:jira:updated:issue',
  issue: { key: 'EXP-1', fields: { project: { key: 'EXP' }, issuetype: { name: 'Epic' }, ...fields } },
  changelog: { items },
  associatedStatuses: statuses,
  ...more,
});
const move = (from: string, to: string, field: object = { fieldId: 'status' }) => ({ ...field, from, to });
const moved = (checkpoint: string, toStatusId: string) => ({
  kind: 'transition-check',
  issueKey: 'EXP-1',
  toStatusId,
  checkpoint,
});

it.each([
  ['leaving To Do', '1', '3', [moved('start', '3')]],
  ['entering Done', '3', '9', [moved('finish', '9')]],
  ['from To Do straight to Done', '1', '9', [moved('finish', '9')]],
  ['within the work', '3', '4', []],
  ['back to To Do', '3', '1', []],
  ['reopening', '9', '3', []],
] as const)('a move asks whether the gate was met: %s', (_what, from, to, expected) => {
  expect(followUpsOf(event([move(from, to)]))).toEqual(expected);
  expect(followUpsOf(event([move(from, to, { field: 'status' })]))).toEqual(expected);
});

const assignee = { assignee: { accountId: 'u-ops' } };
const assigned = { kind: 'nominate-assignee', issueKey: 'EXP-1' };

it('an assignment asks whether to nominate, also one made with the item', () => {
  expect(followUpsOf(event([{ fieldId: 'assignee' }], {}, assignee))).toEqual([assigned]);
  expect(followUpsOf(event([], { eventType: 'avi:jira:created:issue' }, assignee))).toEqual([assigned]);
  expect(followUpsOf(event([{ fieldId: 'assignee' }], {}, { assignee: null }))).toEqual([]);
  expect(followUpsOf(event([], { eventType: 'avi:jira:created:issue' }))).toEqual([]);
});

it('both at once are two questions', () => {
  const both = event([move('1', '3'), { fieldId: 'assignee' }], {}, assignee);
  expect(followUpsOf(both)).toEqual([moved('start', '3'), assigned]);
});

it.each([
  ['nothing', {}],
  ['no key', { issue: {} }],
  ['no changelog', { issue: { key: 'EXP-1' } }],
  ['a changelog of another shape', { issue: { key: 'EXP-1' }, changelog: { items: 'status' } }],
  ['statuses that are not described', { ...event([move('1', '3')]), associatedStatuses: undefined }],
])('an event with %s asks nothing', (_what, given) => {
  expect(followUpsOf(given)).toEqual([]);
});
