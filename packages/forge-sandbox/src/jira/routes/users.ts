import { badRequest, mustAuthenticate, notFound } from '../errors';
import type { User } from '../model/types';
import {
  listOf,
  ok,
  pageOf,
  readExpand,
  visibleIssue,
  visibleProject,
  wholeNumber,
  type Call,
  type Operation,
} from '../operation';
import { can, canBrowse, canGlobally, canSee } from '../permissions';
import { userBean } from '../render/people';
import { viewerOf } from '../site';

const none: ReadonlySet<string> = new Set();
const scopes = ['read:jira-user'];
/** No search of users looks further. */
const RANGE_MAX = 1000;

function requireUser(call: Call): User {
  if (!call.viewer.user) throw mustAuthenticate();
  return call.viewer.user;
}

const matches = (user: User, query: string): boolean => {
  const wanted = query.toLowerCase();
  const words = user.displayName.toLowerCase().split(/\s+/);
  return (
    words.some((word) => word.startsWith(wanted)) ||
    user.displayName.toLowerCase().startsWith(wanted) ||
    user.emailAddress.toLowerCase().startsWith(wanted)
  );
};

const byName = (left: User, right: User): number => left.displayName.localeCompare(right.displayName);

/** Active accounts by name or email, apps among them, as Jira finds them. */
function found(call: Call, query: string): User[] {
  if (!canGlobally(call.viewer, 'USER_PICKER')) return [];
  return [...call.site.store.users.values()]
    .filter((user) => user.active && matches(user, query))
    .sort(byName);
}

/** Users by the parameters of a search. Without the permission to browse users Jira finds nobody, and says no more. */
function searched(call: Call): User[] {
  const { query } = call;
  requireUser(call);
  const accountId = query.get('accountId');
  if (accountId !== null && !canGlobally(call.viewer, 'USER_PICKER')) return [];
  if (accountId !== null)
    return [...call.site.store.users.values()].filter((user) => user.accountId === accountId);
  const words = query.get('query');
  if (words === null) throw badRequest('Either the query or the accountId parameter must be provided.');
  return found(call, words);
}

function slice<T>(call: Call, all: readonly T[]): readonly T[] {
  const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  return all.slice(startAt, startAt + wholeNumber(call.query, 'maxResults', 50, 1000));
}

export const userRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/myself',
    scopes,
    query: ['expand'],
    run(call) {
      const user = requireUser(call);
      return ok(userBean(call.site, user, call.viewer, readExpand(call.query.getAll('expand'), ['groups'])));
    },
  },
  {
    method: 'GET',
    path: '/user',
    scopes,
    query: ['accountId', 'expand'],
    run(call) {
      requireUser(call);
      const accountId = call.query.get('accountId');
      if (accountId === null)
        throw badRequest('Either the accountId, username or key query parameter must be provided.');
      const user = call.site.store.users.get(accountId);
      if (!user) throw notFound('Specified user does not exist or you do not have required permissions');
      return ok(userBean(call.site, user, call.viewer, readExpand(call.query.getAll('expand'), ['groups'])));
    },
  },
  {
    method: 'GET',
    path: '/user/bulk',
    scopes,
    query: ['accountId', 'startAt', 'maxResults'],
    run(call) {
      requireUser(call);
      const wanted = listOf(call.query.getAll('accountId'));
      if (wanted.length === 0) throw badRequest('At least one accountId must be provided.');
      const users = [...new Set(wanted)].flatMap((accountId) => call.site.store.users.get(accountId) ?? []);
      const startAt = wholeNumber(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const beans = users.map((user) => userBean(call.site, user, call.viewer, none));
      return ok(pageOf(call, beans, startAt, wholeNumber(call.query, 'maxResults', 10, 200)));
    },
  },
  {
    method: 'GET',
    path: '/user/search',
    scopes,
    query: ['query', 'accountId', 'startAt', 'maxResults'],
    run: (call) =>
      ok(slice(call, searched(call)).map((user) => userBean(call.site, user, call.viewer, none))),
  },
  {
    method: 'GET',
    path: '/users/search',
    scopes,
    query: ['startAt', 'maxResults'],
    run(call) {
      requireUser(call);
      const everyone = [...call.site.store.users.values()];
      return ok(slice(call, everyone).map((user) => userBean(call.site, user, call.viewer, none)));
    },
  },
  {
    method: 'GET',
    path: '/user/assignable/search',
    scopes,
    query: ['query', 'accountId', 'project', 'issueKey', 'issueId', 'startAt', 'maxResults'],
    run(call) {
      requireUser(call);
      const issueRef = call.query.get('issueKey') ?? call.query.get('issueId');
      const projectRef = call.query.get('project');
      if (issueRef === null && projectRef === null)
        throw badRequest('Either the project or the issueKey parameter must be provided.');
      const issue = issueRef === null ? undefined : visibleIssue(call, issueRef);
      const project = issue ? call.site.store.projectOf(issue) : visibleProject(call, projectRef ?? '');
      const candidates = call.query.has('accountId')
        ? searched(call)
        : found(call, call.query.get('query') ?? '');
      const assignable = candidates.filter((user) =>
        can(
          viewerOf(call.site, { kind: 'user', accountId: user.accountId }, false),
          'ASSIGNABLE_USER',
          project,
          issue,
        ),
      );
      return ok(slice(call, assignable).map((user) => userBean(call.site, user, call.viewer, none)));
    },
  },
  {
    method: 'GET',
    path: '/user/viewissue/search',
    scopes,
    query: ['query', 'accountId', 'projectKey', 'issueKey', 'startAt', 'maxResults'],
    run(call) {
      requireUser(call);
      const [issueRef, projectRef] = [call.query.get('issueKey'), call.query.get('projectKey')];
      if (issueRef === null && projectRef === null)
        throw badRequest('Either the projectKey or the issueKey parameter must be provided.');
      const issue = issueRef === null ? undefined : visibleIssue(call, issueRef);
      const project = issue ? call.site.store.projectOf(issue) : visibleProject(call, projectRef ?? '');
      const matching = new Set(searched(call));
      const sees = (user: User): boolean => {
        const viewer = viewerOf(call.site, { kind: 'user', accountId: user.accountId }, false);
        return user.active && (issue ? canSee(call.site, viewer, issue) : canBrowse(viewer, project));
      };
      // Jira's description: the range is taken of all users, and only then thinned to those who match and see.
      const seers =
        call.viewer.switches.viewIssueSearch === 'exact'
          ? slice(call, [...matching].filter(sees))
          : slice(call, [...call.site.store.users.values()].slice(0, RANGE_MAX)).filter(
              (user) => matching.has(user) && sees(user),
            );
      return ok(seers.map((user) => userBean(call.site, user, call.viewer, none)));
    },
  },
  {
    method: 'GET',
    path: '/user/picker',
    scopes,
    query: ['query', 'maxResults', 'showAvatar', 'excludeAccountIds'],
    run(call) {
      requireUser(call);
      const excluded = listOf(call.query.getAll('excludeAccountIds'));
      const users = found(call, call.query.get('query') ?? '').filter(
        (user) => !excluded.includes(user.accountId),
      );
      const shown = users.slice(0, wholeNumber(call.query, 'maxResults', 50, 1000));
      return ok({
        users: shown.map((user) => ({
          accountId: user.accountId,
          accountType: user.accountType,
          displayName: user.displayName,
          html: user.displayName,
          ...(call.query.get('showAvatar') === 'true'
            ? {
                avatarUrl: `${call.site.baseUrl()}/sandbox/shell/avatar/${encodeURIComponent(user.accountId)}.svg`,
              }
            : {}),
        })),
        total: users.length,
        header: `Showing ${shown.length} of ${users.length} matching users`,
      });
    },
  },
  {
    method: 'GET',
    path: '/groups/picker',
    scopes,
    query: ['query', 'maxResults'],
    run(call) {
      const query = (call.query.get('query') ?? '').toLowerCase();
      const all = [...call.site.store.groups.values()].filter((group) =>
        group.name.toLowerCase().includes(query),
      );
      const groups = all.slice(0, wholeNumber(call.query, 'maxResults', 20, 1000));
      return ok({
        header: `Showing ${groups.length} of ${all.length} matching groups`,
        total: all.length,
        groups: groups.map((group) => ({
          name: group.name,
          html: group.name,
          labels: [],
          groupId: group.id,
        })),
      });
    },
  },
];
