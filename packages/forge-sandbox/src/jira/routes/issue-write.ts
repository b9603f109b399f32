import { z } from 'zod';
import { addComment } from '../comments';
import { changesBody, modifiedFields, readChanges } from '../changeset';
import { applyValues, record } from '../edit';
import { JiraError, badFields, badRequest, forbidden, issueHidden, unsupported } from '../errors';
import { emitIssue, emitUpdated } from '../events';
import { selectFields } from '../fields/select';
import {
  CREATE_TRANSITION,
  type Issue,
  type Json,
  type Project,
  type Stored,
  type Workflow,
} from '../model/types';
import { objections } from '../validators';
import { callings, typeName } from '../names';
import { created, noContent, ok, parseBody, visibleIssue, type Call, type Operation } from '../operation';
import { can, canSee } from '../permissions';
import { expandedIssue } from './issue-read';

const scopes = ['write:jira-work'];

const property = z.object({ key: z.string().min(1).max(255), value: z.json() });

const editBody = changesBody.extend({
  properties: z.array(property).default([]),
  historyMetadata: z.unknown().optional(),
  transition: z.unknown().optional(),
});

const ref = z.object({
  id: z.coerce.string().optional(),
  key: z.string().optional(),
  name: z.string().optional(),
});

function requirePermission(
  call: Call,
  permission: string,
  project: Project,
  issue: Issue | undefined,
  words: string,
): void {
  if (!can(call.viewer, permission, project, issue)) throw forbidden(words);
}

export function requireEdit(call: Call, issue: Issue): Project {
  const project = call.site.store.projectOf(issue);
  requirePermission(
    call,
    'EDIT_ISSUES',
    project,
    issue,
    'You do not have permission to edit issues in this project.',
  );
  return project;
}

/** An epic's children, a story's sub-tasks: a parent stands exactly one level above. */
function parentProblem(call: Call, typeId: string, parent: Stored | undefined): string | undefined {
  if (typeof parent !== 'string') return undefined;
  const { store } = call.site;
  const above = store.issues.get(parent);
  const level = store.issueTypes.get(typeId)?.hierarchyLevel ?? 0;
  if (!above || !canSee(call.site, call.viewer, above)) return issueHidden().errorMessages[0];
  const parentLevel = store.issueTypes.get(above.typeId)?.hierarchyLevel ?? 0;
  return parentLevel === level + 1
    ? undefined
    : 'Given parent work item does not belong to appropriate hierarchy.';
}

function edit(call: Call, issue: Issue): Issue {
  const { site, viewer } = call;
  const project = requireEdit(call, issue);
  const body = parseBody(editBody, call.body);
  if (body.transition !== undefined) throw unsupported('a transition inside an edit');
  const changes = readChanges(site, viewer, project, body, { issue });
  const orphan = parentProblem(call, issue.typeId, changes.values.get('parent'));
  const errors = { ...changes.errors, ...(orphan === undefined ? {} : { parent: orphan }) };
  if (Object.keys(errors).length > 0) throw badFields(errors);
  const change = record(site, viewer, issue, applyValues(site, issue, changes.values));
  for (const { key, value } of body.properties) issue.properties.set(key, value);
  for (const document of changes.comments) addComment(site, viewer, issue, document);
  if (change) emitUpdated(site, viewer, issue, change);
  return issue;
}

/**
 * Asks the validators of the transition that makes items. What they are told there is documented nowhere: the item's
 * fields as they will be, from no status, and by the switch its key to come.
 */
async function requireCreatable(
  { site, viewer }: Call,
  { transitions }: Workflow,
  draft: Issue,
  nextKey: string,
): Promise<void> {
  const transition = transitions.find(({ id }) => id === CREATE_TRANSITION);
  if (!transition) return;
  const empty: Issue = { ...draft, values: new Map() };
  const issue = viewer.switches.createPayload === 'key' ? { key: nextKey } : {};
  const refused = await objections(site, transition, {
    issue,
    modifiedFields: modifiedFields(site, viewer, empty, draft.values),
  });
  if (refused.length > 0) throw new JiraError(400, refused);
}

async function create(call: Call): Promise<Issue> {
  const { site, viewer } = call;
  const { store } = site;
  const body = parseBody(editBody, call.body);
  if (body.transition !== undefined) throw unsupported('a transition inside a creation');
  const { project: projectRef, issuetype: typeRef, ...fields } = body.fields ?? {};
  const wanted = ref.safeParse(projectRef).data;
  const project = store.project(wanted?.key ?? wanted?.id ?? '');
  if (!project || !can(viewer, 'BROWSE_PROJECTS', project))
    throw badFields({ project: 'Specify a valid project ID or key' });
  if (!can(viewer, 'CREATE_ISSUES', project))
    throw badFields({ project: 'You do not have permission to create issues in this project.' });
  const typeWanted = ref.safeParse(typeRef).data;
  const type = project.issueTypeIds
    .flatMap((id) => store.issueTypes.get(id) ?? [])
    .find(
      (one) =>
        one.id === typeWanted?.id ||
        (typeWanted?.name !== undefined &&
          callings(one.name, typeName(one, viewer.language).name).includes(typeWanted.name)),
    );
  if (!type) throw badFields({ issuetype: 'Specify a valid issue type' });
  const changes = readChanges(site, viewer, project, { ...body, fields }, {});
  const errors: Record<string, string> = { ...changes.errors };
  if (!changes.values.get('summary') && !errors['summary'])
    errors['summary'] = 'You must specify a summary of the issue.';
  const orphan = parentProblem(call, type.id, changes.values.get('parent'));
  if (orphan !== undefined) errors['parent'] = orphan;
  if (type.hierarchyLevel < 0 && !changes.values.get('parent'))
    errors['parent'] = 'Specify a parent for the sub-task.';
  const workflow = store.workflows.get(project.workflowId);
  if (!workflow) throw badRequest(`The project ${project.key} has no workflow.`);
  if (Object.keys(errors).length > 0) throw badFields(errors);

  const now = site.clock.now();
  const me = viewer.user?.accountId ?? site.app.accountId;
  const values = new Map<string, Stored>([['reporter', me], ['priority', '3'], ...changes.values]);
  for (const [id, value] of values) if (value === null) values.delete(id);
  const issue: Issue = {
    id: store.nextId('issue'),
    key: store.nextKey(project),
    projectId: project.id,
    typeId: type.id,
    statusId: workflow.initialStatusId,
    creator: me,
    created: now,
    updated: now,
    resolved: null,
    statusChanged: now,
    values,
    properties: new Map<string, Json>(body.properties.map(({ key, value }) => [key, value])),
    watchers: new Set([me]),
    comments: [],
    changelog: [],
  };
  await requireCreatable(call, workflow, issue, issue.key);
  store.addIssue(issue);
  emitIssue(site, viewer, 'created', issue);
  for (const document of changes.comments) addComment(site, viewer, issue, document);
  return issue;
}

export const issueWrites: readonly Operation[] = [
  {
    method: 'POST',
    path: '/issue',
    scopes,
    query: ['updateHistory'],
    async run(call) {
      const issue = await create(call);
      return created({
        id: issue.id,
        key: issue.key,
        self: `${call.site.baseUrl()}/rest/api/3/issue/${issue.id}`,
      });
    },
  },
  {
    method: 'PUT',
    path: '/issue/{issueIdOrKey}',
    scopes,
    query: ['notifyUsers', 'returnIssue'],
    run(call) {
      const issue = edit(call, visibleIssue(call));
      if (call.query.get('returnIssue') !== 'true') return noContent();
      return ok(expandedIssue(call, issue, selectFields(call.site.store, [], '*all', false), new Set(), []));
    },
  },
  {
    method: 'PUT',
    path: '/issue/{issueIdOrKey}/assignee',
    scopes,
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      const body = parseBody(z.object({ accountId: z.string().nullable() }), call.body);
      const { site, viewer } = call;
      const project = site.store.projectOf(issue);
      requirePermission(
        call,
        'ASSIGN_ISSUES',
        project,
        issue,
        'You do not have permission to assign issues.',
      );
      const assignee = body.accountId === null ? null : { accountId: body.accountId };
      const changes = readChanges(site, viewer, project, { fields: { assignee } }, { issue });
      if (Object.keys(changes.errors).length > 0) throw badFields(changes.errors);
      const change = record(site, viewer, issue, applyValues(site, issue, changes.values));
      if (change) emitUpdated(site, viewer, issue, change);
      return noContent();
    },
  },
  {
    method: 'DELETE',
    path: '/issue/{issueIdOrKey}',
    scopes,
    query: ['deleteSubtasks'],
    run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      const words = 'You do not have permission to delete issues in this project.';
      requirePermission(call, 'DELETE_ISSUES', site.store.projectOf(issue), issue, words);
      const subtasks = site.store
        .children(issue)
        .filter((child) => (site.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0) < 0);
      if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
        throw badRequest(
          `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
        );
      }
      for (const doomed of [...subtasks, issue]) {
        site.store.removeIssue(doomed);
        emitIssue(site, viewer, 'deleted', doomed);
      }
      return noContent();
    },
  },
];
