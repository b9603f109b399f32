import type { Site } from '../site';
import type { CategoryKey, IssueType, JsonObject, LinkType, Named, Project, Status } from '../model/types';
import { projectAvatars, userDetails } from './people';

export const categories: Readonly<Record<CategoryKey, { id: number; name: string; colorName: string }>> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

const api = (site: Site, path: string): string => `${site.baseUrl()}/rest/api/3/${path}`;

const icon = (site: Site, kind: string, name: string): string =>
  `${site.baseUrl()}/sandbox/shell/icon/${kind}/${encodeURIComponent(name.toLowerCase())}.svg`;

export function statusCategory(site: Site, key: CategoryKey): JsonObject {
  const category = categories[key];
  return {
    self: api(site, `statuscategory/${category.id}`),
    id: category.id,
    key,
    colorName: category.colorName,
    name: category.name,
  };
}

export function statusDetails(site: Site, status: Status): JsonObject {
  return {
    self: api(site, `status/${status.id}`),
    description: status.description,
    iconUrl: icon(site, 'status', status.name),
    name: status.name,
    id: status.id,
    statusCategory: statusCategory(site, status.category),
  };
}

export function issueTypeDetails(site: Site, type: IssueType): JsonObject {
  return {
    self: api(site, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: icon(site, 'issuetype', type.name),
    name: type.name,
    subtask: type.hierarchyLevel < 0,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function priorityDetails(site: Site, priority: Named): JsonObject {
  return {
    self: api(site, `priority/${priority.id}`),
    iconUrl: icon(site, 'priority', priority.name),
    name: priority.name,
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

export function linkTypeDetails(site: Site, type: LinkType): JsonObject {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
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
  };
}

/** A project as the project resources answer; `GET project/{key}` adds the heavier parts. */
export function projectBean(site: Site, project: Project, parts: ReadonlySet<string>): JsonObject {
  const lead = site.store.users.get(project.leadAccountId);
  const types = project.issueTypeIds.flatMap((id) => site.store.issueTypes.get(id) ?? []);
  return {
    ...projectDetails(site, project),
    style: project.style,
    isPrivate: false,
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    properties: {},
    ...(parts.has('description') ? { description: project.description } : {}),
    ...(parts.has('lead') && lead ? { lead: userDetails(site, lead) } : {}),
    ...(parts.has('issueTypes') ? { issueTypes: types.map((type) => issueTypeDetails(site, type)) } : {}),
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
