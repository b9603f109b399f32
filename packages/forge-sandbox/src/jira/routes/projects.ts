import { badRequest } from '../errors';
import type { Project } from '../model/types';
import {
  listOf,
  ok,
  pageOf,
  readExpand,
  visibleProject,
  wholeNumber,
  type Call,
  type Operation,
} from '../operation';
import { typeName } from '../names';
import { can, canBrowse } from '../permissions';
import { projectBean, statusDetails } from '../render/things';

const scopes = ['read:jira-work'];
const whole = new Set(['description', 'lead', 'issueTypes', 'components', 'versions', 'roles']);

const EXPANDED = ['description', 'lead', 'issueTypes'];

const orders: Readonly<Record<string, (left: Project, right: Project) => number>> = {
  key: (left, right) => left.key.localeCompare(right.key),
  name: (left, right) => left.name.localeCompare(right.name),
};

/** What `action` asks for: the projects one may view, browse or administer. */
function mayActOn(call: Call, project: Project, action: string): boolean {
  if (action === 'edit') return can(call.viewer, 'ADMINISTER_PROJECTS', project);
  if (action === 'create') return can(call.viewer, 'CREATE_ISSUES', project);
  if (action === 'view' || action === 'browse') return canBrowse(call.viewer, project);
  throw badRequest(`The action '${action}' is not one of view, browse, edit, create.`);
}

export const projectRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/project/search',
    scopes,
    query: [
      'startAt',
      'maxResults',
      'orderBy',
      'id',
      'keys',
      'query',
      'typeKey',
      'categoryId',
      'action',
      'status',
      'expand',
    ],
    run(call) {
      const { query, site } = call;
      const expand = readExpand(query.getAll('expand'), [...EXPANDED, 'projectKeys']);
      const [ids, keys] = [listOf(query.getAll('id')), listOf(query.getAll('keys'))];
      const words = (query.get('query') ?? '').toLowerCase();
      const types = listOf(query.getAll('typeKey'));
      const categoryId = query.get('categoryId');
      const statuses = query.has('status') ? listOf(query.getAll('status')) : ['live'];
      const orderBy = query.get('orderBy') ?? 'key';
      const order = orders[orderBy.replace(/^[+-]/, '')];
      if (!order) throw badRequest(`Projects cannot be ordered by '${orderBy}'.`);
      const found = [...site.store.projects.values()]
        .filter((project) => mayActOn(call, project, query.get('action') ?? 'view'))
        .filter((project) => ids.length === 0 || ids.includes(project.id))
        .filter((project) => keys.length === 0 || keys.includes(project.key))
        .filter(({ category }) => categoryId === null || category?.id === categoryId)
        .filter(({ archived }) => statuses.includes(archived === true ? 'archived' : 'live'))
        .filter(() => types.length === 0 || types.includes('software'))
        .filter(
          (project) =>
            project.key.toLowerCase().includes(words) || project.name.toLowerCase().includes(words),
        )
        .sort((left, right) => order(left, right) * (orderBy.startsWith('-') ? -1 : 1));
      const startAt = wholeNumber(query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const beans = found.map((project) => projectBean(site, call.viewer, project, expand));
      return ok(pageOf(call, beans, startAt, wholeNumber(query, 'maxResults', 50, 100, 1)));
    },
  },
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}',
    scopes,
    query: ['expand'],
    run(call) {
      const expand = readExpand(call.query.getAll('expand'), [...EXPANDED, 'projectKeys']);
      return ok(projectBean(call.site, call.viewer, visibleProject(call), new Set([...whole, ...expand])));
    },
  },
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}/statuses',
    scopes,
    query: [],
    run(call) {
      const { site } = call;
      const project = visibleProject(call);
      const statusIds = site.store.workflows.get(project.workflowId)?.statusIds ?? [];
      const statuses = statusIds
        .flatMap((id) => site.store.statuses.get(id) ?? [])
        .map((status) => statusDetails(site, call.viewer, status));
      const types = project.issueTypeIds.flatMap((id) => site.store.issueTypes.get(id) ?? []);
      return ok(
        types.map((type) => ({
          self: `${site.baseUrl()}/rest/api/3/issuetype/${type.id}`,
          id: type.id,
          ...typeName(type, call.viewer.language),
          subtask: type.hierarchyLevel < 0,
          statuses,
        })),
      );
    },
  },
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}/role',
    scopes,
    query: [],
    run(call) {
      const project = visibleProject(call);
      const roles = [...call.site.store.roles.values()];
      return ok(
        Object.fromEntries(
          roles.map((role) => [
            role.name,
            `${call.site.baseUrl()}/rest/api/3/project/${project.id}/role/${role.id}`,
          ]),
        ),
      );
    },
  },
];
