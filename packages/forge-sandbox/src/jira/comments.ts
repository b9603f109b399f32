import { emitComment } from './events';
import type { Comment, CommentProperty, Issue, JsonObject } from './model/types';
import type { Site, Viewer } from './site';

/** Adds a comment by the viewer and tells the app. */
export function addComment(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  body: JsonObject,
  properties: readonly CommentProperty[] = [],
): Comment {
  const now = site.clock.now();
  const author = viewer.user?.accountId ?? site.app.accountId;
  const comment: Comment = {
    id: site.store.nextId('comment'),
    author,
    updateAuthor: author,
    body,
    ...(properties.length > 0 && { properties }),
    created: now,
    updated: now,
  };
  site.store.touch(issue);
  issue.comments = [...issue.comments, comment];
  issue.updated = now;
  emitComment(site, viewer, 'avi:jira:commented:issue', issue, comment);
  return comment;
}
