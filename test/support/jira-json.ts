import { idOf } from './items';

/** Jira's JSON as REST v3 gives it, shortened to the keys a reader of it may meet. */

export const user = (accountId: string, more: object = {}) => ({
  self: `https://example.atlassian.net/rest/api/3/user?accountId=${accountId}`,
  accountId,
  avatarUrls: { '48x48': `https://avatar.example/${accountId}/48`, '24x24': 'https://avatar.example/24' },
  displayName: `Name of ${accountId}`,
  active: true,
  timeZone: 'Europe/Berlin',
  accountType: 'atlassian',
  ...more,
});

const status = (key: 'new' | 'indeterminate' | 'done', name: string, id: string) => ({
  self: `https://example.atlassian.net/rest/api/3/status/${id}`,
  description: '',
  name,
  id,
  statusCategory: { id: 2, key, colorName: 'blue-gray', name },
});

export const toDo = status('new', 'To Do', '10000');
export const inProgress = status('indeterminate', 'In Progress', '3');
export const done = status('done', 'Done', '10001');

interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}
export const BLOCKS: LinkType = { id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
/** As Titanium's Jira had it: the outward words say who waits. */
export const DEPENDS: LinkType = {
  id: '10201',
  name: 'Depends',
  inward: 'is dependent of',
  outward: 'depends on',
};
/** As DuraSpace's Jira had it. */
export const DEPENDENCY: LinkType = {
  id: '10202',
  name: 'Dependency',
  inward: 'required by',
  outward: 'depends on',
};
export const GANTT: LinkType = {
  id: '10210',
  name: 'Gantt: finish-start',
  inward: 'has to be done after',
  outward: 'has to be done before',
};
export const RELATES: LinkType = {
  id: '10203',
  name: 'Relates',
  inward: 'relates to',
  outward: 'relates to',
};

export const link = (
  type: LinkType,
  side: 'inwardIssue' | 'outwardIssue',
  key: string,
  itsStatus: object = toDo,
) => ({
  id: `link-${key}`,
  type,
  [side]: {
    id: idOf(key),
    key,
    fields: { summary: `Summary of ${key}`, status: itsStatus, issuetype: { name: 'Story' } },
  },
});

export const issue = (fields: object = {}, more: object = {}) => ({
  expand: 'names,schema',
  id: '10001',
  self: 'https://example.atlassian.net/rest/api/3/issue/10001',
  key: 'EXP-1',
  fields: {
    summary: 'Open the second region',
    issuetype: { id: '10000', name: 'Epic', subtask: false, hierarchyLevel: 1 },
    project: { id: '10100', key: 'EXP', name: 'Expansion' },
    status: toDo,
    assignee: null,
    reporter: user('u-coo'),
    issuelinks: [],
    ...fields,
  },
  ...more,
});
