import { z } from 'zod';
import { badRequest, notFound } from '../errors';
import { noContent, ok, parseBody, visibleIssue, type Call, type Operation } from '../operation';
import { requireEdit } from './issue-write';

const path = '/issue/{issueIdOrKey}/properties';

function keyOf(call: Call): string {
  const key = call.params['propertyKey'] ?? '';
  if (key.length > 255) throw badRequest('The property key cannot be longer than 255 characters.');
  return key;
}

const missing = (key: string) => notFound(`The property ${key} does not exist.`);

export const propertyRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      const self = `${call.site.baseUrl()}/rest/api/3/issue/${issue.id}/properties/`;
      return ok({
        keys: [...issue.properties.keys()].map((key) => ({ key, self: self + encodeURIComponent(key) })),
      });
    },
  },
  {
    method: 'GET',
    path: `${path}/{propertyKey}`,
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      const key = keyOf(call);
      if (!issue.properties.has(key)) throw missing(key);
      return ok({ key, value: issue.properties.get(key) });
    },
  },
  {
    method: 'PUT',
    path: `${path}/{propertyKey}`,
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      requireEdit(call, issue);
      const key = keyOf(call);
      const value = parseBody(z.json(), call.body);
      if (JSON.stringify(value).length > 32_768)
        throw badRequest('The property value cannot be longer than 32768 characters.');
      const known = issue.properties.has(key);
      issue.properties.set(key, value);
      return { status: known ? 200 : 201, body: {} };
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{propertyKey}`,
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      requireEdit(call, issue);
      const key = keyOf(call);
      if (!issue.properties.delete(key)) throw missing(key);
      return noContent();
    },
  },
];
