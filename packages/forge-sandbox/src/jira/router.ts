import type { JiraRequest, JiraResponse } from '../kernel';
import { LANGUAGES, siteLanguage, type Language } from '../switches';
import { JiraError, forbidden, mustAuthenticate, notFound, unsupported } from './errors';
import type { Operation } from './operation';
import { isLacking } from './lacking';
import { viewerOf, type Site } from './site';
import { versioned } from './version';

interface Route {
  readonly segments: readonly string[];
  readonly operation: Operation;
}

const isSlot = (segment: string): boolean => segment.startsWith('{');

function match(route: Route, segments: readonly string[]): Record<string, string> | undefined {
  if (route.segments.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of route.segments.entries()) {
    const actual = segments[index] ?? '';
    if (isSlot(expected)) params[expected.slice(1, -1)] = actual;
    else if (expected !== actual) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The language a request insists on: Jira heeds `Accept-Language` only beside `X-Force-Accept-Language: true`, and then
 * answers in the site's where it has none of those asked for. Undefined where nothing is forced.
 */
function forcedLanguage(site: Site, headers: JiraRequest['headers']): Language | undefined {
  if (headers['x-force-accept-language']?.toLowerCase() !== 'true') return undefined;
  const ranked = (headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((q) => q !== undefined);
    return { language: tag.split('-')[0], quality: Number(quality ?? 1) };
  });
  ranked.sort((left, right) => right.quality - left.quality);
  for (const { language, quality } of ranked) {
    const known = LANGUAGES.find((one) => one === language);
    if (known !== undefined && quality > 0) return known;
  }
  return siteLanguage(site.switches());
}

/** Jira's words when an app was not granted what an operation asks for. */
function missingScopes(operation: Operation, granted: ReadonlySet<string>): JiraError {
  return forbidden(
    `Access to the resource was denied due to missing scope grants. Your app was granted the following scopes: [${[...granted].join(', ')}].\n` +
      `The resource can be accessed by having one of these groups of scopes:\n * [${operation.scopes.join(', ')}]\n`,
  );
}

/** Finds the operation for a request, checks who calls and with what, runs it, and turns refusals into answers. */
export function createRouter(
  site: Site,
  operations: readonly Operation[],
): (request: JiraRequest) => Promise<JiraResponse> {
  const routes = operations.map((operation) => ({ operation, segments: operation.path.split('/').slice(1) }));
  // Literal segments win over placeholders: `issue/bulkfetch` is no issue's key.
  const slots = (route: Route): number => route.segments.filter(isSlot).length;
  routes.sort((left, right) => slots(left) - slots(right));

  async function route(path: string | undefined, request: JiraRequest): Promise<JiraResponse> {
    const segments = path?.slice(1).split('/').map(decode);
    const matches = routes.flatMap((candidate) => {
      const params = segments && match(candidate, segments);
      return params ? [{ params, operation: candidate.operation, slots: slots(candidate) }] : [];
    });
    const best = matches.filter((one) => one.slots === matches[0]?.slots);
    const found = best.find((one) => one.operation.method === request.method);
    const named = found ?? best[0];
    if (isLacking(request.method, request.path, segments, named?.operation.path))
      throw unsupported(`${request.method} ${request.path}`);
    if (!found) {
      if (best.length > 0) throw new JiraError(405, [`${request.method} is not allowed on ${request.path}.`]);
      throw notFound(`The Jira stand-in has no such route: ${request.method} ${request.path}`);
    }
    const { operation, params } = found;
    const own = viewerOf(site, request.actor, request.scopes !== undefined);
    const viewer = { ...own, language: forcedLanguage(site, request.headers) ?? own.language };
    if (request.actor.kind === 'user' && !viewer.user?.active) throw mustAuthenticate();
    if (request.scopes && operation.scopes.some((scope) => !request.scopes?.has(scope))) {
      throw missingScopes(operation, request.scopes);
    }
    for (const name of request.query.keys()) {
      if (!operation.query.includes(name))
        throw unsupported(`query parameter '${name}' of ${operation.method} ${operation.path}`);
    }
    return operation.run({ site, viewer, params, query: request.query, body: request.body, request });
  }

  return async (asked) => {
    const { path, request, answer } = versioned(site, asked);
    try {
      return answer(await route(path, request));
    } catch (error) {
      if (error instanceof JiraError) return error.toResponse();
      throw error;
    }
  };
}
