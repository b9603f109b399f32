import { z } from 'zod';
import { badRequest, forbidden, notFound, unsupported } from '../errors';
import { emitProject } from '../events';
import type { Project } from '../model/types';
import { noContent, ok, parseBody, type Call, type Operation } from '../operation';
import { can, canGlobally } from '../permissions';
import { projectBean } from '../render/things';

const scopes = ['manage:jira-configuration'];
const whole = new Set(['description', 'lead', 'issueTypes', 'components', 'versions', 'roles']);

/** The project for those who may end or restore it; nobody else learns whether it is there. */
function ownProject(call: Call, may: (project: Project) => boolean): Project {
  const idOrKey = call.params['projectIdOrKey'] ?? '';
  const project = call.site.store.project(idOrKey);
  if (!project || !may(project)) throw notFound(`No project could be found with key '${idOrKey}'.`);
  return project;
}

function put(call: Call, next: Project): Project {
  const { store } = call.site;
  store.projects.set(next.id, next);
  store.revision += 1;
  return next;
}

/** The rest of what Jira takes there is refused by its name. */
const changeBody = z.looseObject({ key: z.string().optional(), name: z.string().min(1).optional() });

/** Jira's default: an uppercase letter, then uppercase letters and digits, ten at most. */
const KEY = /^[A-Z][A-Z0-9]{1,9}$/;

function rekeyed(call: Call, project: Project, key: string): Project {
  const { site, viewer } = call;
  if (key === project.key) return project;
  if (!canGlobally(viewer, 'ADMINISTER'))
    throw forbidden('Only a Jira administrator may change the key of a project.');
  if (!KEY.test(key)) throw badRequest(`'${key}' is not a valid project key.`);
  const taken = [...site.store.projects.values()].some((one) => one.key === key);
  if (taken) throw badRequest(`A project with the key '${key}' exists already.`);
  return site.store.renameProject(project, key);
}

export const projectLifeRoutes: readonly Operation[] = [
  {
    method: 'PUT',
    path: '/project/{projectIdOrKey}',
    scopes: ['manage:jira-project'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const project = ownProject(call, (one) => can(viewer, 'ADMINISTER_PROJECTS', one));
      const { key, name, ...others } = parseBody(changeBody, call.body);
      const [other] = Object.keys(others);
      if (other !== undefined) throw unsupported(`${other} of a project`);
      const renamed = key === undefined ? project : rekeyed(call, project, key);
      const changed: Project = name === undefined ? renamed : { ...renamed, name };
      site.store.projects.set(project.id, changed);
      site.store.revision += 1;
      if (site.switches().projectUpdated === 'told') emitProject(site, viewer, 'updated', changed);
      return ok(projectBean(site, viewer, changed, whole));
    },
  },
  {
    method: 'DELETE',
    path: '/project/{projectIdOrKey}',
    scopes,
    query: ['enableUndo'],
    run(call) {
      const { site, viewer } = call;
      const project = ownProject(call, () => canGlobally(viewer, 'ADMINISTER'));
      if (call.query.get('enableUndo') === 'false') {
        site.store.removeProject(project);
        emitProject(site, viewer, 'deleted', project);
        return noContent();
      }
      if (project.trashed === true)
        throw badRequest(`The project ${project.key} is in the recycle bin already.`);
      if (project.archived === true)
        throw badRequest(`The project ${project.key} is archived. Restore it, then delete it.`);
      emitProject(site, viewer, 'softdeleted', put(call, { ...project, trashed: true }));
      return noContent();
    },
  },
  {
    method: 'POST',
    path: '/project/{projectIdOrKey}/archive',
    scopes: ['manage:jira-project'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const project = ownProject(call, () => canGlobally(viewer, 'ADMINISTER'));
      if (project.trashed === true || project.archived === true)
        throw badRequest(`The project ${project.key} is archived or in the recycle bin already.`);
      emitProject(site, viewer, 'archived', put(call, { ...project, archived: true }));
      return noContent();
    },
  },
  {
    method: 'POST',
    path: '/project/{projectIdOrKey}/restore',
    scopes,
    query: [],
    run(call) {
      const { site, viewer } = call;
      const project = ownProject(
        call,
        (one) =>
          canGlobally(viewer, 'ADMINISTER') ||
          (one.style === 'next-gen' && can(viewer, 'ADMINISTER_PROJECTS', { ...one, trashed: false })),
      );
      if (project.trashed !== true && project.archived !== true)
        throw badRequest(`The project ${project.key} is neither archived nor in the recycle bin.`);
      const restored = put(call, { ...project, trashed: false, archived: false });
      emitProject(site, viewer, project.archived === true ? 'unarchived' : 'restored', restored);
      return ok(projectBean(site, viewer, restored, whole));
    },
  },
];
