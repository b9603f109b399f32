import type { Comment, Issue, JsonObject } from '../model/types';
import type { Site, Viewer } from '../site';
import { jiraInstant } from '../time';
import { personOf } from './people';

export function commentBean(site: Site, viewer: Viewer, issue: Issue, comment: Comment): JsonObject {
  const author = personOf(site, comment.author);
  const updateAuthor = personOf(site, comment.updateAuthor);
  return {
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    ...(author ? { author } : {}),
    body: comment.body,
    ...(updateAuthor ? { updateAuthor } : {}),
    created: jiraInstant(comment.created, viewer.timeZone),
    updated: jiraInstant(comment.updated, viewer.timeZone),
    jsdPublic: true,
  };
}

export function commentPage(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  comments: readonly Comment[],
  startAt: number,
  maxResults: number,
): JsonObject {
  return {
    comments: comments
      .slice(startAt, startAt + maxResults)
      .map((comment) => commentBean(site, viewer, issue, comment)),
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}/comment`,
    maxResults,
    total: comments.length,
    startAt,
  };
}
