import { z } from 'zod';
import { JiraError, badRequest, forbidden, mustAuthenticate, notFound } from '../errors';
import type { IssueType } from '../model/types';
import { typeName } from '../names';
import { created, noContent, ok, parseBody, type Call, type Operation } from '../operation';
import { canBrowse, canGlobally } from '../permissions';
import { issueTypeDetails } from '../render/things';
import type { Site } from '../site';

const reading = ['read:jira-work'];
const managing = ['manage:jira-configuration'];
const NAME_MAX = 60;

const typeBody = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  hierarchyLevel: z.number().int().optional(),
  type: z.enum(['standard', 'subtask']).optional(),
});
const changeBody = z.strictObject({ name: z.string().optional(), description: z.string().optional() });

function requireAdministrator(call: Call): void {
  if (!call.viewer.user) throw mustAuthenticate();
  if (!canGlobally(call.viewer, 'ADMINISTER'))
    throw forbidden(
      'You are not authorized to perform this operation. Administrator privileges are required.',
    );
}

/** Types of the projects one may browse; administrators know them all. */
function known(call: Call): IssueType[] {
  const { site, viewer } = call;
  const all = [...site.store.issueTypes.values()];
  if (canGlobally(viewer, 'ADMINISTER') || viewer.actor.kind === 'site') return all;
  const projects = [...site.store.projects.values()].filter((project) => canBrowse(viewer, project));
  const offered = new Set(projects.flatMap(({ issueTypeIds }) => issueTypeIds));
  return all.filter(({ id }) => offered.has(id));
}

function typeOf({ site, params }: Call, id = params['id'] ?? ''): IssueType {
  const type = site.store.issueTypes.get(id);
  if (!type) throw notFound('Issue type with the given id does not exist.');
  return type;
}

function checkedName(call: Call, name: string, own?: IssueType): string {
  const trimmed = name.trim();
  if (trimmed === '') throw badRequest('You must specify a valid issue type name.');
  if (trimmed.length > NAME_MAX)
    throw badRequest(`The issue type name cannot be longer than ${NAME_MAX} characters.`);
  for (const other of call.site.store.issueTypes.values()) {
    if (other.id !== own?.id && other.name.toLowerCase() === trimmed.toLowerCase())
      throw new JiraError(409, [`An issue type with the name '${trimmed}' already exists.`]);
  }
  return trimmed;
}

/** A new type joins the projects on the default scheme: those that offer every type there was. */
function add(site: Site, type: IssueType): void {
  const { store } = site;
  const before = [...store.issueTypes.keys()];
  store.issueTypes.set(type.id, type);
  for (const project of store.projects.values()) {
    const whole = before.every((id) => project.issueTypeIds.includes(id));
    if (project.style === 'classic' && whole)
      store.projects.set(project.id, { ...project, issueTypeIds: [...project.issueTypeIds, type.id] });
  }
  store.revision += 1;
}

/** The type is gone; items of it, and the projects that offered it, have the other one. */
function replace(site: Site, gone: IssueType, heir: IssueType | undefined): void {
  const { store } = site;
  for (const project of [...store.projects.values()]) {
    if (!project.issueTypeIds.includes(gone.id)) continue;
    const issueTypeIds = project.issueTypeIds.flatMap((id) => (id === gone.id ? (heir?.id ?? []) : id));
    store.projects.set(project.id, { ...project, issueTypeIds: [...new Set(issueTypeIds)] });
  }
  for (const issue of store.issues.values()) {
    if (issue.typeId !== gone.id || heir === undefined) continue;
    store.touch(issue);
    issue.typeId = heir.id;
  }
  store.issueTypes.delete(gone.id);
  store.revision += 1;
}

export const issueTypeRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issuetype',
    scopes: reading,
    query: [],
    run: (call) => ok(known(call).map((type) => issueTypeDetails(call.site, call.viewer, type))),
  },
  {
    method: 'GET',
    path: '/issuetype/{id}',
    scopes: reading,
    query: [],
    run(call) {
      const type = typeOf(call);
      if (!known(call).includes(type)) throw notFound('Issue type with the given id does not exist.');
      return ok(issueTypeDetails(call.site, call.viewer, type));
    },
  },
  {
    method: 'POST',
    path: '/issuetype',
    scopes: managing,
    query: [],
    run(call) {
      requireAdministrator(call);
      const { site, viewer } = call;
      const body = parseBody(typeBody, call.body);
      const hierarchyLevel = body.hierarchyLevel ?? (body.type === 'subtask' ? -1 : 0);
      if (hierarchyLevel !== 0 && hierarchyLevel !== -1)
        throw badRequest('The hierarchy level of a new issue type is 0 or -1.');
      const type: IssueType = {
        id: site.store.nextId('issuetype'),
        name: checkedName(call, body.name),
        description: body.description ?? '',
        hierarchyLevel,
        renamed: true,
      };
      add(site, type);
      return created(issueTypeDetails(site, viewer, type));
    },
  },
  {
    method: 'PUT',
    path: '/issuetype/{id}',
    scopes: managing,
    query: [],
    run(call) {
      requireAdministrator(call);
      const { site, viewer } = call;
      const type = typeOf(call);
      const body = parseBody(changeBody, call.body);
      const name = body.name === undefined ? type.name : checkedName(call, body.name, type);
      // A client that sends back the name it was shown has renamed nothing.
      const renamed = name !== type.name && name !== typeName(type, viewer.language).name;
      const next: IssueType = {
        ...type,
        ...(renamed ? { name, renamed } : {}),
        description: body.description ?? type.description,
      };
      site.store.issueTypes.set(type.id, next);
      site.store.revision += 1;
      return ok(issueTypeDetails(site, viewer, next));
    },
  },
  {
    method: 'DELETE',
    path: '/issuetype/{id}',
    scopes: managing,
    query: ['alternativeIssueTypeId'],
    run(call) {
      requireAdministrator(call);
      const { site } = call;
      const type = typeOf(call);
      const other = call.query.get('alternativeIssueTypeId');
      const inUse = [...site.store.issues.values()].some(({ typeId }) => typeId === type.id);
      if (inUse && other === null)
        throw notFound('The issue type is in use: an alternative issue type must be specified.');
      const heir = inUse && other !== null ? typeOf(call, other) : undefined;
      if (heir === type) throw new JiraError(409, ['The issue type cannot be its own alternative.']);
      if (heir && heir.hierarchyLevel !== type.hierarchyLevel)
        throw new JiraError(409, ['The alternative issue type stands on another level.']);
      replace(site, type, heir);
      return noContent();
    },
  },
];
