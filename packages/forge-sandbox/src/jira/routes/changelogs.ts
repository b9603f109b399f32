import { z } from 'zod';
import { badRequest } from '../errors';
import type { Change, Issue } from '../model/types';
import { ok, pageOf, parseBody, visibleIssue, wholeNumber, type Operation } from '../operation';
import { canSee } from '../permissions';
import { changeBean } from '../render/changelog';

const scopes = ['read:jira-work'];

const bulkBody = z.strictObject({
  issueIdsOrKeys: z.array(z.coerce.string()).min(1).max(1000),
  fieldIds: z.array(z.string()).max(10).default([]),
  maxResults: z.number().int().min(1).max(10_000).default(1000),
  nextPageToken: z.string().nullish(),
});

const bulkToken = z.number().int().positive();

function tokenStart(text: string | null | undefined): number {
  if (text === null || text === undefined || text === '') return 0;
  try {
    return bulkToken.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw badRequest('The provided next page token is invalid or expired.');
  }
}

/** The change with only the lines about these fields; undefined when none is. */
function narrowed(change: Change, fieldIds: readonly string[]): Change | undefined {
  if (fieldIds.length === 0) return change;
  const items = change.items.filter((item) => fieldIds.includes(item.fieldId));
  return items.length > 0 ? { ...change, items } : undefined;
}

export const changelogRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/changelog',
    scopes,
    query: ['startAt', 'maxResults'],
    run(call) {
      const issue = visibleIssue(call);
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = wholeNumber(call.query, 'maxResults', 100, 100, 1);
      const page = pageOf(call, issue.changelog, startAt, maxResults);
      const shown = issue.changelog.slice(startAt, startAt + maxResults);
      return ok({ ...page, values: shown.map((change) => changeBean(call.site, call.viewer, change)) });
    },
  },
  {
    method: 'POST',
    path: '/changelog/bulkfetch',
    scopes,
    query: [],
    run(call) {
      const { site, viewer } = call;
      const body = parseBody(bulkBody, call.body);
      const start = tokenStart(body.nextPageToken);
      const issues = new Set<Issue>();
      for (const idOrKey of body.issueIdsOrKeys) {
        const issue = site.store.issue(idOrKey);
        if (issue && canSee(site, viewer, issue)) issues.add(issue);
      }
      const entries = [...issues].flatMap((issue) =>
        issue.changelog.flatMap((entry) => {
          const change = narrowed(entry, body.fieldIds);
          return change ? [{ issue, change }] : [];
        }),
      );
      entries.sort(
        (left, right) =>
          left.change.created - right.change.created || Number(left.issue.id) - Number(right.issue.id),
      );
      const page = entries.slice(start, start + body.maxResults);
      const byIssue = new Map<string, unknown[]>();
      for (const { issue, change } of page) {
        const known = byIssue.get(issue.id) ?? [];
        known.push(changeBean(site, viewer, change));
        byIssue.set(issue.id, known);
      }
      const next = start + page.length;
      return ok({
        issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories })),
        ...(next < entries.length
          ? { nextPageToken: Buffer.from(JSON.stringify(next)).toString('base64url') }
          : {}),
      });
    },
  },
];
