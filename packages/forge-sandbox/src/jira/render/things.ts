import { categoryName, linkWords, priorityName, statusName, typeName } from '../names';
import type { Site, Viewer } from '../site';
import type { CategoryKey, IssueType, JsonObject, LinkType, Named, Project, Status } from '../model/types';
import { projectAvatars, userDetails } from './people';

export const categories: Readonly<Record<CategoryKey, { id: number; colorName: string }>> = {
  new: { id: 2, colorName: 'blue-gray' },
  indeterminate: { id: 4, colorName: 'yellow' },
  done: { id: 3, colorName: 'green' },
};

/** The key as a category's, any other being that of work in progress. */
export const categoryKey = (key: string): CategoryKey =>
  key === 'new' || key === 'done' ? key : 'indeterminate';

const api = (site: Site, path: string): string => `${site.baseUrl()}/rest/api/3/${path}`;

const icon = (site: Site, kind: string, name: string): string =>
  `${site.baseUrl()}/sandbox/shell/icon/${kind}/${encodeURIComponent(name.toLowerCase())}.svg`;

/** Whoever the names are for. */
export type Reader = Pick<Viewer, 'language'>;

export function statusCategory(site: Site, reader: Reader, key: CategoryKey): JsonObject {
  const category = categories[key];
  return {
    self: api(site, `statuscategory/${category.id}`),
    id: category.id,
    key,
    colorName: category.colorName,
    name: categoryName(key, reader.language),
  };
}

export function statusDetails(site: Site, reader: Reader, status: Status): JsonObject {
  return {
    self: api(site, `status/${status.id}`),
    description: status.description,
    iconUrl: icon(site, 'status', status.name),
    ...statusName(status, reader.language),
    id: status.id,
    statusCategory: statusCategory(site, reader, status.category),
  };
}

export function issueTypeDetails(site: Site, reader: Reader, type: IssueType): JsonObject {
  return {
    self: api(site, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: icon(site, 'issuetype', type.name),
    ...typeName(type, reader.language),
    subtask: type.hierarchyLevel < 0,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function priorityDetails(site: Site, reader: Reader, priority: Named): JsonObject {
  return {
    self: api(site, `priority/${priority.id}`),
    iconUrl: icon(site, 'priority', priority.name),
    name: priorityName(priority, reader.language),
    id: priority.id,
  };
}

export function resolutionDetails(site: Site, resolution: Named): JsonObject {
  return {
    self: api(site, `resolution/${resolution.id}`),
    id: resolution.id,
    description: '',
    name: resolution.name,
  };
}

export function linkTypeDetails(site: Site, reader: Reader, type: LinkType): JsonObject {
  return {
    id: type.id,
    ...linkWords(type, reader.language),
    self: api(site, `issueLinkType/${type.id}`),
  };
}

/** A project as it stands in an issue's `project` field. */
export function projectDetails(site: Site, project: Project): JsonObject {
  return {
    self: api(site, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
    avatarUrls: projectAvatars(site, project.key),
    ...(project.category && {
      projectCategory: {
        self: api(site, `projectCategory/${project.category.id}`),
        ...project.category,
        description: '',
      },
    }),
  };
}

/** A project as the project resources answer; `GET project/{key}` adds the heavier parts. */
export function projectBean(
  site: Site,
  reader: Reader,
  project: Project,
  parts: ReadonlySet<string>,
): JsonObject {
  const lead = site.store.users.get(project.leadAccountId);
  const types = project.issueTypeIds.flatMap((id) => site.store.issueTypes.get(id) ?? []);
  return {
    ...projectDetails(site, project),
    style: project.style,
    isPrivate: false,
    ...(project.archived === true ? { archived: true } : {}),
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    properties: {},
    ...(parts.has('description') ? { description: project.description } : {}),
    ...(parts.has('projectKeys') ? { projectKeys: [project.key, ...(project.formerKeys ?? [])] } : {}),
    ...(parts.has('lead') && lead ? { lead: userDetails(site, lead) } : {}),
    ...(parts.has('issueTypes')
      ? { issueTypes: types.map((type) => issueTypeDetails(site, reader, type)) }
      : {}),
    ...(parts.has('components')
      ? { components: project.components.map((part) => componentDetails(site, part)) }
      : {}),
    ...(parts.has('versions')
      ? { versions: project.versions.map((version) => versionDetails(site, version)) }
      : {}),
    ...(parts.has('roles')
      ? {
          assigneeType: 'UNASSIGNED',
          roles: Object.fromEntries(
            [...site.store.roles.values()].map((role) => [
              role.name,
              api(site, `project/${project.id}/role/${role.id}`),
            ]),
          ),
        }
      : {}),
  };
}

export function componentDetails(site: Site, component: Named): JsonObject {
  return { self: api(site, `component/${component.id}`), id: component.id, name: component.name };
}

export function versionDetails(site: Site, version: Named): JsonObject {
  return {
    self: api(site, `version/${version.id}`),
    id: version.id,
    name: version.name,
    archived: false,
    released: false,
  };
}
