import type { z } from 'zod';
import type { JiraRequest, JiraResponse } from '../kernel';
import { badRequest, issueHidden, notFound, unsupported } from './errors';
import type { Issue, Project } from './model/types';
import { canBrowse, canSee } from './permissions';
import type { Site, Viewer } from './site';

/** One request on its way through an operation. */
export interface Call {
  readonly site: Site;
  readonly viewer: Viewer;
  /** The path's placeholders, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly request: JiraRequest;
}

/** One route of the double. The table of all of them is what scopes and parity are checked against. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/rest/api/3`, with `{placeholders}`, as Atlassian's description writes it. */
  readonly path: string;
  /** OAuth scopes, all of them needed, when the app calls. */
  readonly scopes: readonly string[];
  /** Query parameters the double honours; any other is refused. */
  readonly query: readonly string[];
  run(call: Call): JiraResponse | Promise<JiraResponse>;
}

export const ok = (body: unknown): JiraResponse => ({ status: 200, body });
export const created = (body: unknown): JiraResponse => ({ status: 201, body });
export const noContent = (): JiraResponse => ({ status: 204 });

/** Parses a body or answers with Jira's own words. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  throw badRequest(`Invalid request payload. Refer to the REST API documentation and try again.${where}`);
}

/** A whole number from the query, held inside [min, max] as Jira silently does. */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  fallback: number,
  max: number,
  min = 0,
): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value))
    throw badRequest(`The ${name} parameter must be a whole number, but was '${text}'.`);
  return Math.max(min, Math.min(max, value));
}

/** Jira's comma lists: repeated parameters and commas mean the same. */
export function listOf(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);
}

/** Reads `expand`, refusing what the double cannot expand. */
export function readExpand(wanted: readonly string[], supported: readonly string[]): ReadonlySet<string> {
  const asked = listOf(wanted);
  for (const name of asked) if (!supported.includes(name)) throw unsupported(`expand=${name}`);
  return new Set(asked);
}

/** The issue named in the path, or 404 when it is not there for this viewer. */
export function visibleIssue(call: Call, idOrKey = call.params['issueIdOrKey'] ?? ''): Issue {
  const issue = call.site.store.issue(idOrKey);
  if (!issue || !canSee(call.site, call.viewer, issue)) throw issueHidden();
  return issue;
}

export function visibleProject(call: Call, idOrKey = call.params['projectIdOrKey'] ?? ''): Project {
  const project = call.site.store.project(idOrKey);
  if (!project || !canBrowse(call.viewer, project))
    throw notFound(`No project could be found with key '${idOrKey}'.`);
  return project;
}

/** A page in the shape of Jira's `PageBean…`. */
export function pageOf<T>(
  call: Call,
  all: readonly T[],
  startAt: number,
  maxResults: number,
): Record<string, unknown> {
  const values = all.slice(startAt, startAt + maxResults);
  const url = (from: number): string => {
    const query = new URLSearchParams(call.query);
    query.set('startAt', String(from));
    query.set('maxResults', String(maxResults));
    return `${call.site.baseUrl()}${call.request.path}?${query.toString()}`;
  };
  const isLast = startAt + values.length >= all.length;
  return {
    self: url(startAt),
    ...(isLast ? {} : { nextPage: url(startAt + maxResults) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values,
  };
}
