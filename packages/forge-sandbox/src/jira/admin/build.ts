import { customField } from '../fields/custom';
import { CREATE_TRANSITION } from '../model/types';
import type { Field } from '../fields/field';
import type {
  CategoryKey,
  Issue,
  Link,
  LinkType,
  Named,
  Project,
  RoleActors,
  Status,
  Stored,
  Transition,
  User,
  Workflow,
} from '../model/types';
import type { Site } from '../site';
import { buildIssue } from './build-issue';
import { createPeopleAdmin, type PeopleAdmin } from './people';
import { standardGrants } from './grants';
import type { FieldSpec, IssueSpec, ProjectSpec, UserSpec, WorkflowSpec } from './specs';

export interface Builder extends PeopleAdmin {
  /** The next free id of a kind of thing (`comment`, `change` …). */
  nextId(kind: string): string;
  addUser(spec: UserSpec): User;
  addGroup(name: string): void;
  /** Reuses a status of the same name and category unless it is to be its workflow's own. */
  addStatus(name: string, category: CategoryKey, own?: boolean): Status;
  addIssueType(name: string, hierarchyLevel: number): void;
  addLinkType(type: Omit<LinkType, 'id'>): LinkType;
  /** Returns the id of the named priority or resolution, creating it when it is new. */
  ensure(kind: 'priority' | 'resolution', name: string): string;
  addCustomField(spec: FieldSpec): Field;
  addWorkflow(spec: WorkflowSpec): Workflow;
  addProject(spec: ProjectSpec): Project;
  /** Makes sure the project has a component or version of that name; returns its id. */
  ensurePart(projectKey: string, part: 'components' | 'versions', name: string): string;
  addIssue(spec: IssueSpec): Issue;
  setValue(key: string, fieldId: string, value: Stored): void;
  /** Links two issues by a type's name or id: `source` reads its outward words ("blocks"). */
  addLink(typeNameOrId: string, sourceKey: string, destinationKey: string): Link;
}

function fail(what: string): never {
  throw new Error(what);
}

/** Everything that can be made to exist beside REST. Errors are programming errors and say what is wrong. */
export function createBuilder(site: Site): Builder {
  const { store } = site;
  const byName = <T extends Named>(all: ReadonlyMap<string, T>, name: string): T | undefined => {
    for (const one of all.values()) if (one.name === name) return one;
    return undefined;
  };
  const parts = (kind: string, names: readonly string[] = []): Named[] =>
    names.map((name) => ({ id: store.nextId(kind), name }));
  /** Projects of one category share it by its name. */
  const categoryNamed = (name: string): Named =>
    [...store.projects.values()].find(({ category }) => category?.name === name)?.category ?? {
      id: store.nextId('category'),
      name,
    };
  const issueNamed = (key: string): Issue => store.issue(key) ?? fail(`There is no issue ${key}`);

  const builder: Builder = {
    ...createPeopleAdmin(site),
    nextId: (kind) => store.nextId(kind),
    addUser(spec) {
      const user: User = {
        emailAddress: `${spec.accountId}@example.com`,
        accountType: 'atlassian',
        active: true,
        timeZone: 'UTC',
        locale: 'en_US',
        groups: ['jira-users'],
        ...spec,
      };
      store.users.set(user.accountId, user);
      return user;
    },
    addGroup(name) {
      store.groups.set(name, { id: `group-${name}`, name });
    },
    addStatus(name, category, own = false) {
      for (const known of store.statuses.values()) {
        if (!own && known.name === name && known.category === category) return known;
      }
      const status: Status = { id: store.nextId('status'), name, description: '', category };
      store.statuses.set(status.id, status);
      return status;
    },
    addIssueType(name, hierarchyLevel) {
      if (byName(store.issueTypes, name)) return;
      const id = store.nextId('issuetype');
      store.issueTypes.set(id, { id, name, description: '', hierarchyLevel });
    },
    addLinkType(type) {
      for (const known of store.linkTypes.values()) {
        if (known.name === type.name && known.inward === type.inward && known.outward === type.outward)
          return known;
      }
      const { name, inward, outward } = type;
      const added: LinkType = { id: store.nextId('linktype'), name, inward, outward };
      store.linkTypes.set(added.id, added);
      return added;
    },
    ensure(kind, name) {
      const all = kind === 'priority' ? store.priorities : store.resolutions;
      const known = byName(all, name);
      if (known) return known.id;
      const id = store.nextId(kind);
      all.set(id, { id, name });
      return id;
    },
    addCustomField(spec) {
      const id = spec.id ?? `customfield_${store.nextId('field')}`;
      store.reserveId('field', id.replace('customfield_', ''));
      const field = customField(id, spec.name, spec.picker);
      store.fields.set(id, field);
      return field;
    },
    addWorkflow(spec) {
      const statuses = spec.statuses.map((status) =>
        builder.addStatus(status.name, status.category, spec.ownStatuses),
      );
      const statusId = (name: string): string =>
        statuses.find((status) => status.name === name)?.id ?? fail(`There is no status "${name}"`);
      const transitions = spec.transitions.map((one, index): Transition => ({
        // Jira numbers a workflow's transitions 11, 21, 31 …, and the one that makes items 1.
        id: one.from === 'create' ? CREATE_TRANSITION : String(index * 10 + 11),
        name: one.name,
        from: one.from === 'any' ? 'any' : one.from === 'create' ? [] : one.from.map(statusId),
        to: statusId(one.to),
        screen: one.screen ?? [],
        validators: (one.validators ?? []).map((rule) => ({ id: store.nextId('rule'), ...rule })),
      }));
      const workflow: Workflow = {
        id: store.nextId('workflow'),
        name: spec.name,
        statusIds: statuses.map((status) => status.id),
        initialStatusId: statuses[0]?.id ?? fail(`The workflow "${spec.name}" has no statuses`),
        transitions,
      };
      store.workflows.set(workflow.id, workflow);
      return workflow;
    },
    addProject(spec) {
      if (store.project(spec.key)) fail(`The project ${spec.key} exists already`);
      const roleIds = new Map([...store.roles.values()].map((role) => [role.name, role.id]));
      const roles = new Map<string, RoleActors>();
      for (const [name, actors] of Object.entries(spec.roles ?? {})) {
        roles.set(roleIds.get(name) ?? fail(`There is no role "${name}"`), {
          users: actors.users ?? [],
          groups: actors.groups ?? [],
        });
      }
      const typeIds = spec.issueTypes?.map(
        (name) => byName(store.issueTypes, name)?.id ?? fail(`There is no issue type "${name}"`),
      );
      const project: Project = {
        id: store.nextId('project'),
        key: spec.key,
        name: spec.name,
        description: spec.description ?? '',
        style: spec.style ?? 'classic',
        leadAccountId: spec.lead,
        ...(spec.category !== undefined && { category: categoryNamed(spec.category) }),
        issueTypeIds: typeIds ?? [...store.issueTypes.keys()],
        workflowId: spec.workflowId,
        grants: spec.grants ?? standardGrants(store),
        roles,
        components: parts('component', spec.components),
        versions: parts('version', spec.versions),
        securityLevels: (spec.securityLevels ?? []).map((level) => ({
          id: store.nextId('security'),
          ...level,
        })),
      };
      store.projects.set(project.id, project);
      store.revision += 1;
      return project;
    },
    ensurePart(projectKey, part, name) {
      const project = store.project(projectKey) ?? fail(`There is no project ${projectKey}`);
      const known = project[part].find((one) => one.name === name);
      if (known) return known.id;
      const added = { id: store.nextId(part === 'components' ? 'component' : 'version'), name };
      store.projects.set(project.id, { ...project, [part]: [...project[part], added] });
      return added.id;
    },
    addIssue: (spec) => buildIssue(site, spec),
    setValue(key, fieldId, value) {
      store.setValue(issueNamed(key), fieldId, value);
    },
    addLink(typeNameOrId, sourceKey, destinationKey) {
      const type =
        store.linkTypes.get(typeNameOrId) ??
        byName(store.linkTypes, typeNameOrId) ??
        fail(`There is no link type "${typeNameOrId}"`);
      const link: Link = {
        id: store.nextId('link'),
        typeId: type.id,
        sourceId: issueNamed(sourceKey).id,
        destinationId: issueNamed(destinationKey).id,
      };
      store.addLink(link);
      return link;
    },
  };
  return builder;
}
