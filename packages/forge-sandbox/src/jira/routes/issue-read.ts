import { z } from 'zod';
import { badRequest } from '../errors';
import type { Field } from '../fields/field';
import { selectFields } from '../fields/select';
import type { Issue, Json, JsonObject } from '../model/types';
import { canSee } from '../permissions';
import { listOf, ok, parseBody, readExpand, visibleIssue, type Call, type Operation } from '../operation';
import { embeddedChangelog } from '../render/changelog';
import { fieldNames, fieldSchemas, issueBean } from '../render/issue';
import { availableTransitions, transitionBean } from '../render/transitions';

export const issueExpands = ['names', 'schema', 'changelog', 'transitions'] as const;

export function propertiesOf(issue: Issue, wanted: readonly string[]): JsonObject {
  const keys = wanted.includes('*all') ? [...issue.properties.keys()] : wanted;
  const found: Record<string, Json> = {};
  for (const key of keys) {
    const value = issue.properties.get(key);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** An issue with the expansions asked for; `names` and `schema` stand beside it, or once for a whole search. */
export function expandedIssue(
  call: Call,
  issue: Issue,
  fields: readonly Field[],
  expand: ReadonlySet<string>,
  properties: readonly string[],
): JsonObject {
  const { site, viewer } = call;
  return {
    ...issueBean(site, viewer, issue, fields),
    ...(properties.length > 0 ? { properties: propertiesOf(issue, properties) } : {}),
    ...(expand.has('changelog') ? { changelog: embeddedChangelog(site, viewer, issue) } : {}),
    ...(expand.has('transitions')
      ? {
          transitions: availableTransitions(site, viewer, issue).map((one) =>
            transitionBean(site, viewer, issue, one, false),
          ),
        }
      : {}),
  };
}

export const namesAndSchema = (fields: readonly Field[], expand: ReadonlySet<string>): JsonObject => ({
  ...(expand.has('names') ? { names: fieldNames(fields) } : {}),
  ...(expand.has('schema') ? { schema: fieldSchemas(fields) } : {}),
});

const bulkFetch = z.strictObject({
  issueIdsOrKeys: z.array(z.coerce.string()).min(1),
  fields: z.array(z.string()).default([]),
  fieldsByKeys: z.boolean().default(false),
  expand: z.array(z.string()).default([]),
  properties: z.array(z.string()).max(5).default([]),
});

export const issueReads: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}',
    scopes: ['read:jira-work'],
    // failFast and updateHistory change nothing the double could show.
    query: ['fields', 'fieldsByKeys', 'expand', 'properties', 'updateHistory', 'failFast'],
    run(call) {
      const issue = visibleIssue(call);
      const expand = readExpand(call.query.getAll('expand'), issueExpands);
      const byKeys = call.query.get('fieldsByKeys') === 'true';
      const fields = selectFields(call.site.store, call.query.getAll('fields'), '*all', byKeys);
      const properties = listOf(call.query.getAll('properties'));
      return ok({
        ...expandedIssue(call, issue, fields, expand, properties),
        ...namesAndSchema(fields, expand),
      });
    },
  },
  {
    method: 'POST',
    path: '/issue/bulkfetch',
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const body = parseBody(bulkFetch, call.body);
      if (body.issueIdsOrKeys.length > 100)
        throw badRequest('A maximum of 100 issues can be fetched at once.');
      const expand = readExpand(body.expand, issueExpands);
      const fields = selectFields(call.site.store, body.fields, '*navigable', body.fieldsByKeys);
      const found = new Set<Issue>();
      for (const idOrKey of body.issueIdsOrKeys) {
        const issue = call.site.store.issue(idOrKey);
        if (issue && canSee(call.site, call.viewer, issue)) found.add(issue);
      }
      // Jira answers in the order of ids; what is hidden or missing is silently left out.
      const issues = [...found].sort((left, right) => Number(left.id) - Number(right.id));
      return ok({
        issues: issues.map((issue) => ({
          ...expandedIssue(call, issue, fields, expand, body.properties),
          ...namesAndSchema(fields, expand),
        })),
        issueErrors: [],
      });
    },
  },
];
