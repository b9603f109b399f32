import { changedFields, concernsFields, linkedBy } from '../../../src/entry/field-events';
import { siteDefault } from '../../../src/domain/policy/policy';

const event = (...items: readonly object[]) => ({ changelog: { items } });

it.each([
  [{ fieldId: 'status', field: 'status' }, 'status'],
  [{ field: 'status' }, 'status'],
  [{ fieldId: 'issuetype', field: 'issuetype' }, 'type'],
  [{ fieldId: 'project', field: 'project' }, 'type'],
  [{ fieldId: 'parent', field: 'IssueParentAssociation' }, 'parent'],
  [{ fieldId: 'customfield_10014', field: 'Epic Link' }, 'parent'],
  [{ fieldId: 'assignee', field: 'assignee' }, 'assignee'],
  [{ fieldId: 'customfield_10050', field: 'Lead' }, 'customfield_10050'],
])('a change of %j is one of what a verdict may rest on: %s', (item, name) => {
  expect([...changedFields(event(item))]).toEqual([name]);
});

it.each([{ fieldId: 'summary' }, { fieldId: 'issuelinks', field: 'Link' }, { field: 'Rank' }, {}])(
  'a change of %j is none',
  (item) => {
    expect([...changedFields(event(item))]).toEqual([]);
  },
);

const lead = { ...siteDefault, ownerSource: { kind: 'field', fieldId: 'customfield_10050' } } as const;
const assigned = { ...siteDefault, ownerSource: { kind: 'assignee' } } as const;
const follows = { ...siteDefault, childrenFollow: true };

it.each([
  ['a status under policy', ['status'], siteDefault, true, true],
  ['a status outside it', ['status'], siteDefault, false, false],
  ['a status of an item that may follow another', ['status'], follows, false, true],
  ['a type, which may have left the policy', ['type'], siteDefault, false, true],
  ['a parent where items follow', ['parent'], follows, false, true],
  ['a parent where none does', ['parent'], siteDefault, true, false],
  ['an assignee whom the policy reads', ['assignee'], assigned, true, true],
  ['an assignee whom it does not read', ['assignee'], siteDefault, true, false],
  ['the field the owner stands in', ['customfield_10050'], lead, true, true],
  ['some other field', ['customfield_10051'], lead, true, false],
] as const)('%s concerns our fields or not', (_what, changed, policy, isCovered, concerned) => {
  expect(concernsFields(new Set(changed), policy, isCovered)).toBe(concerned);
});

it('a link tells both its ends, by numbers or texts, and nothing else tells any', () => {
  const ends = { sourceIssueId: 10_001, destinationIssueId: '10002' };
  expect(linkedBy({ eventType: 'avi:jira:created:issuelink', ...ends })).toEqual(['10001', '10002']);
  expect(linkedBy({ eventType: 'avi:jira:deleted:issuelink', ...ends })).toEqual(['10001', '10002']);
  expect(linkedBy({ eventType: 'avi:jira:updated:issue', ...ends })).toEqual([]);
  expect(linkedBy({ eventType: 'avi:jira:created:issuelink' })).toEqual([]);
});
