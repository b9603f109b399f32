import type { Field } from '../fields/field';
import type { JsonObject } from '../model/types';
import { listOf, ok, pageOf, wholeNumber, type Call, type Operation } from '../operation';
import { canBrowse, canGlobally } from '../permissions';
import { categories, categoryKey, priorityDetails, statusCategory, statusDetails } from '../render/things';
import { jiraInstant } from '../time';
import { badRequest, forbidden, mustAuthenticate, notFound } from '../errors';

const scopes = ['read:jira-work'];

function fieldDetails(field: Field): JsonObject {
  return {
    id: field.id,
    key: field.key,
    name: field.name,
    custom: field.custom,
    orderable: field.value !== undefined,
    navigable: field.navigable,
    searchable: true,
    clauseNames: [...field.clauseNames],
    schema: { ...field.schema },
  };
}

function fieldBean(field: Field): JsonObject {
  return {
    id: field.id,
    key: field.key,
    name: field.name,
    schema: { ...field.schema },
    description: field.description,
    isLocked: field.forge?.readOnly ?? false,
  };
}

function foundFields(call: Call): Field[] {
  const ids = listOf(call.query.getAll('id'));
  const types = listOf(call.query.getAll('type'));
  const words = (call.query.get('query') ?? '').toLowerCase();
  for (const type of types)
    if (type !== 'custom' && type !== 'system')
      throw badRequest(`The field type '${type}' is not one of custom, system.`);
  return [...call.site.store.fields.values()]
    .filter((field) => types.length === 0 || types.includes(field.custom ? 'custom' : 'system'))
    .filter((field) => ids.length === 0 || ids.includes(field.id))
    .filter(
      (field) => field.name.toLowerCase().includes(words) || field.description.toLowerCase().includes(words),
    )
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** Moves a custom field between the fields there are and the trash. An app's fields are the app's alone. */
function moveField({ site, viewer, params }: Call, from: 'fields' | 'trashedFields'): void {
  if (!viewer.user) throw mustAuthenticate();
  if (!canGlobally(viewer, 'ADMINISTER'))
    throw forbidden('Only Jira administrators may change custom fields.');
  const { store } = site;
  const field = store[from].get(params['id'] ?? '');
  if (!field?.custom) throw notFound('The custom field was not found.');
  if (field.forge) throw badRequest('The custom field is locked.');
  store[from].delete(field.id);
  store[from === 'fields' ? 'trashedFields' : 'fields'].set(field.id, field);
  store.revision += 1;
}

/** Statuses of the workflows of projects the viewer may browse. */
function seenStatusIds(call: Call): ReadonlySet<string> {
  const { store } = call.site;
  const seen = [...store.projects.values()].filter((project) => canBrowse(call.viewer, project));
  return new Set(seen.flatMap((project) => store.workflows.get(project.workflowId)?.statusIds ?? []));
}

export const catalogRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/field',
    scopes,
    query: [],
    run: (call) => ok([...call.site.store.fields.values()].map(fieldDetails)),
  },
  {
    method: 'GET',
    path: '/field/search',
    scopes,
    query: ['startAt', 'maxResults', 'type', 'id', 'query'],
    run(call) {
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      return ok(
        pageOf(
          call,
          foundFields(call).map(fieldBean),
          startAt,
          wholeNumber(call.query, 'maxResults', 50, 50, 1),
        ),
      );
    },
  },
  {
    method: 'POST',
    path: '/field/{id}/trash',
    scopes: ['manage:jira-configuration'],
    query: [],
    run(call) {
      moveField(call, 'fields');
      return ok({});
    },
  },
  {
    method: 'POST',
    path: '/field/{id}/restore',
    scopes: ['manage:jira-configuration'],
    query: [],
    run(call) {
      moveField(call, 'trashedFields');
      return ok({});
    },
  },
  {
    method: 'GET',
    path: '/status',
    scopes,
    query: [],
    run(call) {
      const seen = seenStatusIds(call);
      const statuses = [...call.site.store.statuses.values()].filter((status) => seen.has(status.id));
      return ok(statuses.map((status) => statusDetails(call.site, call.viewer, status)));
    },
  },
  {
    method: 'GET',
    path: '/statuscategory',
    scopes,
    query: [],
    run: (call) =>
      ok(Object.keys(categories).map((key) => statusCategory(call.site, call.viewer, categoryKey(key)))),
  },
  {
    method: 'GET',
    path: '/priority',
    scopes,
    query: [],
    run: (call) =>
      ok(
        [...call.site.store.priorities.values()].map((priority) =>
          priorityDetails(call.site, call.viewer, priority),
        ),
      ),
  },
  {
    method: 'GET',
    path: '/serverInfo',
    scopes: [],
    query: [],
    run: (call) =>
      ok({
        baseUrl: call.site.baseUrl(),
        displayUrl: call.site.baseUrl(),
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_000,
        buildDate: '2026-11-01T00:00:00.000+0000',
        serverTime: jiraInstant(call.site.clock.now(), call.viewer.timeZone),
        serverTimeZone: 'UTC',
        scmInfo: 'forge-sandbox',
        serverTitle: 'Jira stand-in',
      }),
  },
];
