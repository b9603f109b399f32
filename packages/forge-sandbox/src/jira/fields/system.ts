import type { BaseType, Field } from './field';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly items?: string;
  readonly clauses?: readonly string[];
  readonly hidden?: boolean;
  readonly value?: readonly [BaseType, 'list'?];
  readonly fixed?: boolean;
}

const rows: readonly Row[] = [
  { id: 'summary', name: 'Summary', type: 'string', value: ['string'] },
  { id: 'issuetype', name: 'Work type', type: 'issuetype', clauses: ['issuetype', 'type'] },
  { id: 'project', name: 'Project', type: 'project' },
  { id: 'status', name: 'Status', type: 'status' },
  { id: 'statusCategory', name: 'Status Category', type: 'statusCategory', clauses: ['statusCategory'] },
  { id: 'priority', name: 'Priority', type: 'priority', value: ['priority'] },
  { id: 'resolution', name: 'Resolution', type: 'resolution', value: ['resolution'] },
  { id: 'assignee', name: 'Assignee', type: 'user', value: ['user'] },
  { id: 'reporter', name: 'Reporter', type: 'user', value: ['user'] },
  { id: 'creator', name: 'Creator', type: 'user' },
  { id: 'created', name: 'Created', type: 'datetime', clauses: ['created', 'createdDate'] },
  { id: 'updated', name: 'Updated', type: 'datetime', clauses: ['updated', 'updatedDate'] },
  { id: 'resolutiondate', name: 'Resolved', type: 'datetime', clauses: ['resolutiondate', 'resolved'] },
  { id: 'statuscategorychangedate', name: 'Status Category Changed', type: 'datetime' },
  { id: 'duedate', name: 'Due date', type: 'date', clauses: ['due', 'duedate'], value: ['date'] },
  { id: 'labels', name: 'Labels', type: 'array', items: 'string', value: ['string', 'list'] },
  {
    id: 'components',
    name: 'Components',
    type: 'array',
    items: 'component',
    clauses: ['component'],
    value: ['component', 'list'],
  },
  {
    id: 'fixVersions',
    name: 'Fix versions',
    type: 'array',
    items: 'version',
    clauses: ['fixVersion'],
    value: ['version', 'list'],
  },
  {
    id: 'versions',
    name: 'Affects versions',
    type: 'array',
    items: 'version',
    clauses: ['affectedVersion'],
    value: ['version', 'list'],
  },
  { id: 'parent', name: 'Parent', type: 'issuelink', clauses: ['parent'], value: ['issue'] },
  { id: 'security', name: 'Security Level', type: 'securitylevel', clauses: ['level'], value: ['security'] },
  { id: 'issuelinks', name: 'Linked Issues', type: 'array', items: 'issuelinks', clauses: ['issueLink'] },
  { id: 'subtasks', name: 'Sub-tasks', type: 'array', items: 'issuelinks', clauses: ['subtasks'] },
  { id: 'watches', name: 'Watchers', type: 'watches', clauses: ['watchers'] },
  { id: 'description', name: 'Description', type: 'string', hidden: true, value: ['richtext'] },
  { id: 'comment', name: 'Comment', type: 'comments-page', clauses: ['comment'], hidden: true },
];

/** Jira's own fields that the double keeps, in the order `GET field` lists them. */
export function systemFields(): Field[] {
  return rows.map((row) => ({
    id: row.id,
    key: row.id,
    name: row.name,
    description: '',
    custom: false,
    navigable: row.hidden !== true,
    clauseNames: row.clauses ?? [row.id],
    schema: { type: row.type, ...(row.items === undefined ? {} : { items: row.items }), system: row.id },
    ...(row.value === undefined ? {} : { value: { base: row.value[0], list: row.value[1] === 'list' } }),
    editable: row.value !== undefined,
  }));
}
