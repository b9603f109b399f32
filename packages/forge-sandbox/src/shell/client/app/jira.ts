import { z } from 'zod';
import type { Client } from './http';
import * as shapes from './shapes';

const nothing = z.unknown();
const enc = encodeURIComponent;

/** Boards stop here, as Jira's do before a filter is set. */
export const BOARD_LIMIT = 300;

export const visibleProjects = async (client: Client): Promise<shapes.Project[]> =>
  (await client.get('/rest/api/3/project/search?maxResults=100', shapes.projectPage)).values;

export const getFields = (client: Client) => client.get('/rest/api/3/field', z.array(shapes.field));

export const getIssue = (client: Client, key: string, fields = '*all') =>
  client.get(`/rest/api/3/issue/${enc(key)}?fields=${enc(fields)}`, shapes.issue);

export const getTransitions = async (client: Client, key: string): Promise<shapes.Transition[]> =>
  (await client.get(`/rest/api/3/issue/${enc(key)}/transitions`, shapes.transitions)).transitions;

/** Moves a work item; refused with HttpError 400 carrying the validators' messages. */
export const doTransition = (client: Client, key: string, id: string) =>
  client.send('POST', `/rest/api/3/issue/${enc(key)}/transitions`, { transition: { id } }, nothing);

export const editIssue = (client: Client, key: string, fields: Record<string, unknown>) =>
  client.send('PUT', `/rest/api/3/issue/${enc(key)}`, { fields }, nothing);

export const addComment = (client: Client, key: string, text: string) => {
  const content = text
    .split(/\n{2,}/)
    .map((block) => ({ type: 'paragraph', content: [{ type: 'text', text: block }] }));
  const body = { type: 'doc', version: 1, content };
  return client.send('POST', `/rest/api/3/issue/${enc(key)}/comment`, { body }, nothing);
};

/** Which of the named permissions the person holds, globally or in a project. */
export const heldPermissions = async (client: Client, names: readonly string[], projectKey?: string) => {
  const query = new URLSearchParams({ permissions: names.join(',') });
  if (projectKey !== undefined) query.set('projectKey', projectKey);
  const { permissions } = await client.get(`/rest/api/3/mypermissions?${query}`, shapes.permissions);
  return new Set(names.filter((name) => permissions[name]?.havePermission === true));
};

/** The statuses of a project's workflows in board order: to do, in progress, done. */
export const projectStatuses = async (client: Client, projectKey: string): Promise<shapes.Status[]> => {
  const perType = await client.get(`/rest/api/3/project/${enc(projectKey)}/statuses`, shapes.typeStatuses);
  const unique = new Map(perType.flatMap(({ statuses }) => statuses.map((status) => [status.id, status])));
  const rank = ({ statusCategory: { key } }: shapes.Status) => ['new', 'indeterminate', 'done'].indexOf(key);
  return [...unique.values()].sort((a, b) => rank(a) - rank(b));
};

/** A project's work items, at most {@link BOARD_LIMIT}; `more` when there are others. */
export const boardIssues = async (
  client: Client,
  projectKey: string,
  fields: readonly string[],
  onlyEpics: boolean,
) => {
  const jql = `project = "${projectKey}"${onlyEpics ? ' AND issuetype = Epic' : ''} ORDER BY key ASC`;
  const found: shapes.Issue[] = [];
  let token: string | null | undefined;
  do {
    const query = new URLSearchParams({ jql, fields: fields.join(','), maxResults: '100' });
    if (token) query.set('nextPageToken', token);
    const page = await client.get(`/rest/api/3/search/jql?${query}`, shapes.issuePage);
    found.push(...page.issues);
    token = page.nextPageToken;
  } while (token && found.length < BOARD_LIMIT);
  return { issues: found, more: Boolean(token) };
};

export const deleteIssue = (client: Client, key: string) =>
  client.send('DELETE', `/rest/api/3/issue/${enc(key)}?deleteSubtasks=true`, undefined, nothing);

/** Moves a work item with its sub-tasks to another project; the key it gets there. */
export const moveIssue = async (client: Client, issue: shapes.Issue, projectKey: string): Promise<string> => {
  const target = {
    issueIdsOrKeys: [issue.key],
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
  };
  const targetToSourcesMapping = { [`${projectKey},${issue.fields.issuetype.id}`]: target };
  await client.send('POST', '/rest/api/3/bulk/issues/move', { targetToSourcesMapping }, nothing);
  return (await getIssue(client, issue.id, 'summary,status,issuetype')).key;
};

/** Clones a work item, for which Jira has a menu but no REST resource. */
export const cloneIssue = (client: Client, key: string) =>
  client.send('POST', `/sandbox/issues/${enc(key)}/clone`, undefined, z.object({ key: z.string() }));
