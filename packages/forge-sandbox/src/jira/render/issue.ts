import type { Field } from '../fields/field';
import { issueStub, writeValue } from '../fields/write';
import type { Issue, Json, JsonObject } from '../model/types';
import { canSee } from '../permissions';
import type { Site, Viewer } from '../site';
import { jiraInstant } from '../time';
import { commentPage } from './comments';
import { personOf } from './people';
import { issueTypeDetails, linkTypeDetails, projectDetails, statusCategory, statusDetails } from './things';

/** Links as this viewer sees them: those to hidden issues are left out. */
export function visibleLinks(site: Site, viewer: Viewer, issue: Issue): JsonObject[] {
  const { store } = site;
  const shown: JsonObject[] = [];
  for (const link of store.linksFor(issue)) {
    const type = store.linkTypes.get(link.typeId);
    const outward = link.sourceId === issue.id;
    const other = store.issues.get(outward ? link.destinationId : link.sourceId);
    if (!type || !other || !canSee(site, viewer, other)) continue;
    shown.push({
      id: link.id,
      self: `${site.baseUrl()}/rest/api/3/issueLink/${link.id}`,
      type: linkTypeDetails(site, viewer, type),
      [outward ? 'outwardIssue' : 'inwardIssue']: issueStub(site, viewer, other.id),
    });
  }
  return shown;
}

function computed(site: Site, viewer: Viewer, issue: Issue, fieldId: string): Json {
  const { store } = site;
  const status = store.statuses.get(issue.statusId);
  const type = store.issueTypes.get(issue.typeId);
  switch (fieldId) {
    case 'issuetype':
      return type ? issueTypeDetails(site, viewer, type) : null;
    case 'project':
      return projectDetails(site, store.projectOf(issue));
    case 'status':
      return status ? statusDetails(site, viewer, status) : null;
    case 'statusCategory':
      return status ? statusCategory(site, viewer, status.category) : null;
    case 'creator':
      return personOf(site, issue.creator);
    case 'created':
      return jiraInstant(issue.created, viewer.timeZone);
    case 'updated':
      return jiraInstant(issue.updated, viewer.timeZone);
    case 'resolutiondate':
      return issue.resolved === null ? null : jiraInstant(issue.resolved, viewer.timeZone);
    case 'statuscategorychangedate':
      return jiraInstant(issue.statusChanged, viewer.timeZone);
    case 'issuelinks':
      return visibleLinks(site, viewer, issue);
    case 'subtasks':
      return store
        .children(issue)
        .filter(
          (child) =>
            (store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0) < 0 && canSee(site, viewer, child),
        )
        .map((child) => issueStub(site, viewer, child.id));
    case 'watches':
      return {
        self: `${site.baseUrl()}/rest/api/3/issue/${issue.key}/watchers`,
        watchCount: issue.watchers.size,
        isWatching: viewer.user !== null && issue.watchers.has(viewer.user.accountId),
      };
    case 'comment':
      return commentPage(site, viewer, issue, issue.comments, 0, Math.max(issue.comments.length, 1));
    default:
      return null;
  }
}

/** The value of one field as `GET issue` shows it to this viewer; undefined leaves the field out. */
export function fieldValue(site: Site, viewer: Viewer, issue: Issue, field: Field): Json | undefined {
  if (!field.value) return computed(site, viewer, issue, field.id);
  const stored = issue.values.get(field.id) ?? null;
  // Jira shows `parent` only where there is one.
  if (field.id === 'parent' && stored === null) return undefined;
  return writeValue(site, viewer, field, stored);
}

/** The issue without expansions: id, key, self and the chosen fields. */
export function issueBean(site: Site, viewer: Viewer, issue: Issue, fields: readonly Field[]): JsonObject {
  const values: Record<string, Json> = {};
  for (const field of fields) {
    const value = fieldValue(site, viewer, issue, field);
    if (value !== undefined) values[field.id] = value;
  }
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: values,
  };
}

export const fieldNames = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(fields.map((field) => [field.id, field.name]));

export const fieldSchemas = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(fields.map((field) => [field.id, { ...field.schema }]));
