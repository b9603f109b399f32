import { createHash } from 'node:crypto';
import { z } from 'zod';
import { badRequest } from '../errors';
import { idsOnly, selectFields } from '../fields/select';
import { runSearch } from '../jql/search';
import { listOf, ok, parseBody, readExpand, wholeNumber, type Call, type Operation } from '../operation';
import type { JiraResponse } from '../../kernel';
import { expandedIssue, issueExpands, namesAndSchema } from './issue-read';

const searchBody = z.strictObject({
  jql: z.string().default(''),
  nextPageToken: z.string().nullish(),
  maxResults: z.number().int().default(50),
  fields: z.array(z.string()).default([]),
  expand: z.string().default(''),
  properties: z.array(z.string()).max(5).default([]),
  fieldsByKeys: z.boolean().default(false),
  reconcileIssues: z.array(z.number().int()).max(50).default([]),
});

type Search = z.infer<typeof searchBody>;

const token = z.tuple([z.string(), z.number().int().nonnegative(), z.number().int()]);

/** Where a page begins, and the moment that the search it belongs to was begun at. */
interface Place {
  readonly from: number;
  readonly now: number;
}

const fingerprint = (call: Call, jql: string): string =>
  createHash('sha256')
    .update(JSON.stringify([jql, call.viewer.user?.accountId ?? call.viewer.actor.kind]))
    .digest('base64url')
    .slice(0, 12);

const writeToken = (call: Call, search: Search, { from, now }: Place): string =>
  Buffer.from(JSON.stringify([fingerprint(call, search.jql), from, now])).toString('base64url');

/** Where the page starts. A token serves the query and the person it was given to, nobody else. */
function readToken(call: Call, search: Search): Place {
  if (search.nextPageToken === null || search.nextPageToken === undefined || search.nextPageToken === '')
    return { from: 0, now: call.site.clock.now() };
  try {
    const [print, from, now] = token.parse(
      JSON.parse(Buffer.from(search.nextPageToken, 'base64url').toString()),
    );
    if (print === fingerprint(call, search.jql)) return { from, now };
  } catch {
    // Not a token of ours: refused below.
  }
  throw badRequest('The provided next page token is invalid or expired.');
}

/**
 * Ids of the last few searches, so that paging through one does not run it anew. Holds for one state of the site; dates
 * are counted from the moment of the first page, also where time goes on.
 */
class SearchCache {
  private revision = -1;
  private readonly known = new Map<string, readonly string[]>();

  find(call: Call, jql: string, reconcile: readonly number[], now: number): readonly string[] {
    const { site, viewer } = call;
    const { actor, fromApp, language, switches } = viewer;
    const who = [viewer.user?.accountId, actor.kind, fromApp, language, switches];
    const key = JSON.stringify([jql, who, now, reconcile]);
    if (site.store.revision !== this.revision) this.known.clear();
    this.revision = site.store.revision;
    const cached = this.known.get(key);
    if (cached) return cached;
    const ids = runSearch({ site, viewer, now }, jql, new Set(reconcile.map(String)));
    if (this.known.size >= 20) this.known.clear();
    this.known.set(key, ids);
    return ids;
  }
}

function answer(call: Call, search: Search, cache: SearchCache): JiraResponse {
  const expand = readExpand([search.expand], issueExpands);
  const bare = idsOnly(search.fields) && expand.size === 0 && search.properties.length === 0;
  if (search.maxResults < 0) throw badRequest('The maxResults parameter must not be negative.');
  const size = Math.max(1, Math.min(search.maxResults, bare ? 5000 : 100));
  const { from, now } = readToken(call, search);
  const ids = cache.find(call, search.jql, search.reconcileIssues, now);
  const fields = selectFields(call.site.store, search.fields, 'id', search.fieldsByKeys);
  const page = ids.slice(from, from + size).flatMap((id) => call.site.store.issues.get(id) ?? []);
  const isLast = from + size >= ids.length;
  const withKey = listOf(search.fields).includes('key');
  return ok({
    issues: page.map((issue) => {
      if (!bare) return expandedIssue(call, issue, fields, expand, search.properties);
      return withKey
        ? { id: issue.id, key: issue.key, self: `${call.site.baseUrl()}/rest/api/3/issue/${issue.id}` }
        : { id: issue.id };
    }),
    isLast,
    ...(isLast ? {} : { nextPageToken: writeToken(call, search, { from: from + size, now }) }),
    ...namesAndSchema(fields, expand),
  });
}

/** `search/jql` in both forms and `search/approximate-count`, over one cache. */
export function searchRoutes(): readonly Operation[] {
  const cache = new SearchCache();
  return [
    {
      method: 'GET',
      path: '/search/jql',
      scopes: ['read:jira-work'],
      query: [
        'jql',
        'nextPageToken',
        'maxResults',
        'fields',
        'expand',
        'properties',
        'fieldsByKeys',
        'reconcileIssues',
        'failFast',
      ],
      run(call) {
        const { query } = call;
        const search = searchBody.safeParse({
          jql: query.get('jql') ?? '',
          nextPageToken: query.get('nextPageToken'),
          maxResults: wholeNumber(query, 'maxResults', 50, 5000),
          fields: listOf(query.getAll('fields')),
          expand: query.getAll('expand').join(','),
          properties: listOf(query.getAll('properties')),
          fieldsByKeys: query.get('fieldsByKeys') === 'true',
          reconcileIssues: listOf(query.getAll('reconcileIssues')).map(Number),
        });
        if (!search.success)
          throw badRequest(`Invalid query parameters: ${search.error.issues[0]?.message ?? ''}`);
        return answer(call, search.data, cache);
      },
    },
    {
      method: 'POST',
      path: '/search/jql',
      scopes: ['read:jira-work'],
      query: [],
      run: (call) => answer(call, parseBody(searchBody, call.body), cache),
    },
    {
      method: 'POST',
      path: '/search/approximate-count',
      scopes: ['read:jira-work'],
      query: [],
      run(call) {
        const { jql } = parseBody(z.strictObject({ jql: z.string() }), call.body);
        return ok({ count: cache.find(call, jql, [], call.site.clock.now()).length });
      },
    },
  ];
}
