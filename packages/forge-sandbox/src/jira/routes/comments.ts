import { z } from 'zod';
import { readAdf } from '../adf';
import { addComment } from '../comments';
import { badFields, forbidden, notFound } from '../errors';
import { emitComment } from '../events';
import type { Comment, Issue, JsonObject } from '../model/types';
import {
  created,
  noContent,
  ok,
  parseBody,
  visibleIssue,
  wholeNumber,
  type Call,
  type Operation,
} from '../operation';
import { can, canSee } from '../permissions';
import { commentBean, commentPage } from '../render/comments';
import { badRequest, unsupported } from '../errors';

const commentBody = z.strictObject({ body: z.unknown() });
const newComment = z.strictObject({
  body: z.unknown(),
  properties: z.array(z.strictObject({ key: z.string().min(1).max(255), value: z.unknown() })).optional(),
});
const commentIds = z.strictObject({ ids: z.array(z.number().int()).max(1000) });

function documentIn(body: unknown): JsonObject {
  const document = readAdf(body);
  if (!document) throw badFields({ comment: 'Comment body is not valid!' });
  return document;
}

/** Jira shows a comment to a role or group; here everybody who sees the issue reads it. */
function refuseVisibility(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'visibility' in body)
    throw unsupported("'visibility' of a comment");
}

function documentOf(call: Call): JsonObject {
  refuseVisibility(call.body);
  return documentIn(parseBody(commentBody, call.body).body);
}

function commentOf(call: Call, issue: Issue): Comment {
  const id = call.params['id'] ?? '';
  const comment = issue.comments.find((one) => one.id === id);
  if (!comment) throw notFound(`Can not find a comment for the id: ${id}.`);
  return comment;
}

/** Editing and deleting ask for one permission on one's own comments and another on everybody's. */
function requireRight(call: Call, issue: Issue, comment: Comment, verb: 'EDIT' | 'DELETE'): void {
  const project = call.site.store.projectOf(issue);
  const own = comment.author === call.viewer.user?.accountId;
  if (can(call.viewer, `${verb}_ALL_COMMENTS`, project, issue)) return;
  if (own && can(call.viewer, `${verb}_OWN_COMMENTS`, project, issue)) return;
  throw forbidden(
    `You do not have the permission to ${verb.toLowerCase()} the comment with id: ${comment.id}.`,
  );
}

function ordered(call: Call, issue: Issue): readonly Comment[] {
  const orderBy = call.query.get('orderBy') ?? 'created';
  if (orderBy.replace(/^[+-]/, '') !== 'created')
    throw badRequest(`Comments cannot be ordered by '${orderBy}'.`);
  return orderBy.startsWith('-') ? [...issue.comments].reverse() : issue.comments;
}

export const commentRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/comment',
    scopes: ['read:jira-work'],
    query: ['startAt', 'maxResults', 'orderBy'],
    run(call) {
      const issue = visibleIssue(call);
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = wholeNumber(call.query, 'maxResults', 100, 5000);
      return ok(commentPage(call.site, call.viewer, issue, ordered(call, issue), startAt, maxResults));
    },
  },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/comment',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      if (!can(call.viewer, 'ADD_COMMENTS', call.site.store.projectOf(issue), issue)) {
        throw forbidden('You do not have the permission to comment on this issue.');
      }
      refuseVisibility(call.body);
      const { body, properties } = parseBody(newComment, call.body);
      const comment = addComment(call.site, call.viewer, issue, documentIn(body), properties);
      return created(commentBean(call.site, call.viewer, issue, comment));
    },
  },
  {
    method: 'POST',
    path: '/comment/list',
    scopes: ['read:jira-work'],
    query: ['expand'],
    run(call) {
      const { site, viewer } = call;
      const ids = parseBody(commentIds, call.body).ids.map(String);
      const expand = (call.query.get('expand') ?? '').split(',').filter(Boolean);
      const unknown = expand.find((one) => one !== 'properties');
      if (unknown !== undefined) throw badRequest(`Comments cannot be expanded by '${unknown}'.`);
      const values = [...site.store.issues.values()]
        .filter((issue) => canSee(site, viewer, issue))
        .flatMap((issue) =>
          issue.comments
            .filter(({ id }) => ids.includes(id))
            .map((comment) => ({
              ...commentBean(site, viewer, issue, comment),
              ...(expand.length > 0 && { properties: comment.properties ?? [] }),
            })),
        );
      return ok({ maxResults: 1000, startAt: 0, total: values.length, isLast: true, values });
    },
  },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/comment/{id}',
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      return ok(commentBean(call.site, call.viewer, issue, commentOf(call, issue)));
    },
  },
  {
    method: 'PUT',
    path: '/issue/{issueIdOrKey}/comment/{id}',
    scopes: ['write:jira-work'],
    query: ['notifyUsers'],
    run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      const comment = commentOf(call, issue);
      requireRight(call, issue, comment, 'EDIT');
      const now = site.clock.now();
      const edited: Comment = {
        ...comment,
        body: documentOf(call),
        updated: now,
        updateAuthor: viewer.user?.accountId ?? comment.author,
      };
      site.store.touch(issue);
      issue.comments = issue.comments.map((one) => (one.id === comment.id ? edited : one));
      issue.updated = now;
      emitComment(site, viewer, 'avi:jira:commented:issue', issue, edited);
      return ok(commentBean(site, viewer, issue, edited));
    },
  },
  {
    method: 'DELETE',
    path: '/issue/{issueIdOrKey}/comment/{id}',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      const comment = commentOf(call, issue);
      requireRight(call, issue, comment, 'DELETE');
      site.store.touch(issue);
      issue.comments = issue.comments.filter((one) => one.id !== comment.id);
      emitComment(site, viewer, 'avi:jira:deleted:comment', issue, comment);
      return noContent();
    },
  },
];
