import { applyStatus, applyValues, record } from './edit';
import { emitUpdated } from './events';
import type { ChangeItem, Issue, IssueType, Project, Stored, Workflow } from './model/types';
import type { Site, Viewer } from './site';

/** Where issues are to go. */
export interface Target {
  readonly project: Project;
  readonly type: IssueType;
  /** Id of the issue that becomes their parent; undefined leaves parents as they are. */
  readonly parentId: string | undefined;
  /** Status id here → status id there, for statuses that the other workflow does not have. */
  readonly statuses: ReadonlyMap<string, string>;
  /** Whether sub-tasks come along. */
  readonly subtasks: boolean;
}

const line = (
  field: string,
  fieldId: string,
  from: readonly [string | null, string],
  to: readonly [string | null, string],
): ChangeItem => ({
  field,
  fieldtype: 'jira',
  fieldId,
  from: from[0],
  fromString: from[1],
  to: to[0],
  toString: to[1],
});

/** What belongs to the former project alone stays behind: components, versions, security levels. */
function leftBehind(issue: Issue, project: Project): Map<string, Stored> {
  const left = new Map<string, Stored>();
  const kept = new Set(
    [...project.components, ...project.versions, ...project.securityLevels].map((one) => one.id),
  );
  for (const fieldId of ['components', 'fixVersions', 'versions', 'security']) {
    const value = issue.values.get(fieldId);
    const ids = value === undefined || value === null ? [] : [value].flat();
    if (ids.some((id) => typeof id === 'string' && !kept.has(id))) left.set(fieldId, null);
  }
  return left;
}

const statusThere = (issue: Issue, workflow: Workflow, target: Target): string =>
  workflow.statusIds.includes(issue.statusId)
    ? issue.statusId
    : (target.statuses.get(issue.statusId) ?? workflow.initialStatusId);

/**
 * Moves an issue as Jira's Move does: no validator is asked, the key changes and the former one goes on leading here,
 * everything lands in one changelog entry and one event.
 */
export function moveIssue(site: Site, viewer: Viewer, issue: Issue, target: Target): void {
  const { store } = site;
  const { project, type } = target;
  const workflow = store.workflows.get(project.workflowId);
  if (!workflow) throw new Error(`The project ${project.key} has no workflow`);
  const items: ChangeItem[] = [];
  const former = {
    key: issue.key,
    project: store.projectOf(issue),
    type: store.issueTypes.get(issue.typeId),
  };
  const stays = former.project.id === project.id;
  if (!stays) {
    items.push(...applyValues(site, issue, leftBehind(issue, project)));
    store.moveIssue(issue, project);
    items.push(
      line('project', 'project', [former.project.id, former.project.name], [project.id, project.name]),
      line('Key', 'issuekey', [null, former.key], [null, issue.key]),
    );
  }
  if (former.type && former.type.id !== type.id) {
    store.touch(issue);
    issue.typeId = type.id;
    items.push(line('issuetype', 'issuetype', [former.type.id, former.type.name], [type.id, type.name]));
  }
  if (target.parentId !== undefined)
    items.push(...applyValues(site, issue, new Map([['parent', target.parentId]])));
  items.push(...applyStatus(site, issue, statusThere(issue, workflow, target)));
  const change = record(site, viewer, issue, items);
  if (change) emitUpdated(site, viewer, issue, change);
  if (stays || !target.subtasks) return;
  for (const child of store.children(issue)) {
    const level = store.issueTypes.get(child.typeId);
    if (level && level.hierarchyLevel < 0)
      moveIssue(site, viewer, child, { ...target, type: level, parentId: undefined });
  }
}
