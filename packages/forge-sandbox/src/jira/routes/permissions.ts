import { z } from 'zod';
import { badRequest, forbidden, mustAuthenticate } from '../errors';
import type { Issue, Project } from '../model/types';
import { listOf, ok, parseBody, visibleIssue, visibleProject, type Call, type Operation } from '../operation';
import { can, canGlobally, canSee, permissions } from '../permissions';
import { viewerOf, type Viewer } from '../site';

/** The project and issue the question is about; hidden ones are 404 like everywhere. */
function subject(call: Call): { project?: Project; issue?: Issue } {
  const issueRef = call.query.get('issueKey') ?? call.query.get('issueId');
  if (issueRef !== null) {
    const issue = visibleIssue(call, issueRef);
    return { issue, project: call.site.store.projectOf(issue) };
  }
  const projectRef = call.query.get('projectKey') ?? call.query.get('projectId');
  return projectRef === null ? {} : { project: visibleProject(call, projectRef) };
}

const checkBody = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()),
        issues: z.array(z.number()).default([]),
        projects: z.array(z.number()).default([]),
      }),
    )
    .default([]),
});

function known(keys: readonly string[]): readonly string[] {
  for (const key of keys) if (!(key in permissions)) throw badRequest(`Unrecognized permission: ${key}`);
  return keys;
}

export const permissionRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/mypermissions',
    scopes: ['read:jira-work'],
    query: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
    run(call) {
      const asked = listOf(call.query.getAll('permissions'));
      if (asked.length === 0) throw badRequest("The 'permissions' query parameter is required.");
      const { project, issue } = subject(call);
      const { viewer, site } = call;
      const anywhere = (key: string): boolean =>
        [...site.store.projects.values()].some((one) => can(viewer, key, one));
      const entries = known(asked).map((key) => {
        const permission = permissions[key];
        // Without a project Jira answers whether the permission is held anywhere.
        const have =
          permission?.type === 'GLOBAL'
            ? canGlobally(viewer, key)
            : project
              ? can(viewer, key, project, issue)
              : anywhere(key);
        return [key, { ...permission, key, havePermission: have }] as const;
      });
      return ok({ permissions: Object.fromEntries(entries) });
    },
  },
  {
    method: 'POST',
    path: '/permissions/check',
    scopes: [],
    query: [],
    run(call) {
      const { site } = call;
      if (!call.viewer.user) throw mustAuthenticate();
      const body = parseBody(checkBody, call.body);
      const own = body.accountId === undefined || body.accountId === call.viewer.user.accountId;
      const trusted = call.viewer.actor.kind === 'app' && call.viewer.switches.checkOthers === 'allowed';
      if (!own && !trusted && !canGlobally(call.viewer, 'ADMINISTER'))
        throw forbidden('Only Jira administrators may check the permissions of others.');
      const viewer: Viewer = own
        ? call.viewer
        : viewerOf(site, { kind: 'user', accountId: body.accountId ?? '' }, false);
      const grants = body.projectPermissions.flatMap((asked) =>
        known(asked.permissions).map((permission) => ({
          permission,
          issues: asked.issues.filter((id) => {
            const issue = site.store.issues.get(String(id));
            return (
              issue &&
              canSee(site, viewer, issue) &&
              can(viewer, permission, site.store.projectOf(issue), issue)
            );
          }),
          projects: asked.projects.filter((id) => {
            const project = site.store.projects.get(String(id));
            return project && can(viewer, permission, project);
          }),
        })),
      );
      return ok({
        globalPermissions: known(body.globalPermissions).filter((key) => canGlobally(viewer, key)),
        projectPermissions: grants,
      });
    },
  },
];
