import { notFound } from '../errors';
import type { Field } from '../fields/field';
import type { IssueType, JsonObject, Project } from '../model/types';
import { ok, visibleIssue, visibleProject, wholeNumber, type Call, type Operation } from '../operation';
import { can } from '../permissions';
import { issueTypeDetails, projectDetails } from '../render/things';
import { fieldMeta } from '../render/transitions';
import { requireEdit } from './issue-write';

const scopes = ['read:jira-work'];

const editable = (call: Call): Field[] =>
  [...call.site.store.fields.values()].filter((field) => field.editable);

function typesOf(call: Call): IssueType[] {
  const project = visibleProject(call);
  if (!can(call.viewer, 'CREATE_ISSUES', project)) return [];
  return project.issueTypeIds.flatMap((id) => call.site.store.issueTypes.get(id) ?? []);
}

function createFields(call: Call, project: Project, type: IssueType): JsonObject[] {
  const { site } = call;
  const given = (id: string, name: string, allowed: JsonObject): JsonObject => ({
    required: true,
    schema: { type: id, system: id },
    name,
    key: id,
    fieldId: id,
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: [allowed],
  });
  return [
    given('issuetype', 'Work type', issueTypeDetails(site, call.viewer, type)),
    given('project', 'Project', projectDetails(site, project)),
    ...editable(call).map((field) => ({ ...fieldMeta(field), fieldId: field.id, hasDefaultValue: false })),
  ];
}

/** What the create and edit screens offer. The double has one screen: every field people may set. */
export const screenRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/editmeta',
    scopes,
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      requireEdit(call, issue);
      return ok({ fields: Object.fromEntries(editable(call).map((field) => [field.id, fieldMeta(field)])) });
    },
  },
  {
    method: 'GET',
    path: '/issue/createmeta/{projectIdOrKey}/issuetypes',
    scopes,
    query: ['startAt', 'maxResults'],
    run(call) {
      const types = typesOf(call);
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = wholeNumber(call.query, 'maxResults', 50, 200, 1);
      const page = types
        .slice(startAt, startAt + maxResults)
        .map((type) => issueTypeDetails(call.site, call.viewer, type));
      return ok({ startAt, maxResults, total: types.length, issueTypes: page });
    },
  },
  {
    method: 'GET',
    path: '/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    scopes,
    query: ['startAt', 'maxResults'],
    run(call) {
      const type = typesOf(call).find((one) => one.id === call.params['issueTypeId']);
      if (!type) throw notFound('The issue type was not found or cannot be created here.');
      const fields = createFields(call, visibleProject(call), type);
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = wholeNumber(call.query, 'maxResults', 50, 200, 1);
      return ok({
        startAt,
        maxResults,
        total: fields.length,
        fields: fields.slice(startAt, startAt + maxResults),
      });
    },
  },
];
