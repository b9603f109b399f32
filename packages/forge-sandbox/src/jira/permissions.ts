import type { Holder, Issue, Project } from './model/types';
import type { Site, Viewer } from './site';

interface Permission {
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
}

/** The permissions the double decides on; ids and names as Jira lists them. */
export const permissions: Readonly<Record<string, Permission>> = {
  ADMINISTER: {
    id: '0',
    name: 'Administer Jira',
    type: 'GLOBAL',
    description: 'Administers the whole site.',
  },
  USER_PICKER: {
    id: '27',
    name: 'Browse users and groups',
    type: 'GLOBAL',
    description: 'Finds people by name.',
  },
  BULK_CHANGE: {
    id: '33',
    name: 'Make bulk changes',
    type: 'GLOBAL',
    description: 'Changes several work items at once.',
  },
  ADMINISTER_PROJECTS: {
    id: '23',
    name: 'Administer Projects',
    type: 'PROJECT',
    description: 'Administers the project.',
  },
  BROWSE_PROJECTS: {
    id: '10',
    name: 'Browse Projects',
    type: 'PROJECT',
    description: 'Sees the project and its work.',
  },
  CREATE_ISSUES: { id: '11', name: 'Create Issues', type: 'PROJECT', description: 'Creates work items.' },
  EDIT_ISSUES: { id: '12', name: 'Edit Issues', type: 'PROJECT', description: 'Edits work items.' },
  ASSIGN_ISSUES: { id: '13', name: 'Assign Issues', type: 'PROJECT', description: 'Assigns work items.' },
  ASSIGNABLE_USER: {
    id: '17',
    name: 'Assignable User',
    type: 'PROJECT',
    description: 'May be assigned work.',
  },
  ADD_COMMENTS: { id: '15', name: 'Add Comments', type: 'PROJECT', description: 'Comments on work items.' },
  EDIT_ALL_COMMENTS: {
    id: '34',
    name: 'Edit All Comments',
    type: 'PROJECT',
    description: 'Edits everyone’s comments.',
  },
  EDIT_OWN_COMMENTS: {
    id: '35',
    name: 'Edit Own Comments',
    type: 'PROJECT',
    description: 'Edits their own comments.',
  },
  DELETE_ALL_COMMENTS: {
    id: '36',
    name: 'Delete All Comments',
    type: 'PROJECT',
    description: 'Deletes everyone’s comments.',
  },
  DELETE_OWN_COMMENTS: {
    id: '37',
    name: 'Delete Own Comments',
    type: 'PROJECT',
    description: 'Deletes their own comments.',
  },
  DELETE_ISSUES: { id: '16', name: 'Delete Issues', type: 'PROJECT', description: 'Deletes work items.' },
  MOVE_ISSUES: {
    id: '25',
    name: 'Move Issues',
    type: 'PROJECT',
    description: 'Moves work to other projects.',
  },
  LINK_ISSUES: { id: '21', name: 'Link Issues', type: 'PROJECT', description: 'Links work items.' },
  SET_ISSUE_SECURITY: {
    id: '26',
    name: 'Set Issue Security',
    type: 'PROJECT',
    description: 'Chooses a security level.',
  },
  TRANSITION_ISSUES: {
    id: '46',
    name: 'Transition Issues',
    type: 'PROJECT',
    description: 'Moves work through its workflow.',
  },
  MODIFY_REPORTER: {
    id: '30',
    name: 'Modify Reporter',
    type: 'PROJECT',
    description: 'Changes the reporter.',
  },
};

/** Whether somebody has a role in a project, by themselves or through a group. */
export function holdsRole({ user }: Viewer, project: Project, roleId: string): boolean {
  const actors = project.roles.get(roleId);
  return (
    user !== null &&
    actors !== undefined &&
    (actors.users.includes(user.accountId) || actors.groups.some((group) => user.groups.includes(group)))
  );
}

function holds(holder: Holder, viewer: Viewer, project: Project, issue: Issue | undefined): boolean {
  if (holder.type === 'anyone') return true;
  const { user } = viewer;
  if (!user) return false;
  switch (holder.type) {
    case 'loggedIn':
      return true;
    case 'user':
      return holder.accountId === user.accountId;
    case 'group':
      return user.groups.includes(holder.group);
    case 'projectLead':
      return project.leadAccountId === user.accountId;
    case 'reporter':
    case 'assignee':
      return issue?.values.get(holder.type) === user.accountId;
    case 'role':
      return holdsRole(viewer, project, holder.roleId);
  }
}

const MEMBERS = ['jira-users', 'jira-administrators'];

/** Site-wide permissions. The app holds none that administer. */
export function canGlobally(viewer: Viewer, permission: string): boolean {
  const groups = viewer.user?.groups ?? [];
  if (permission === 'ADMINISTER') return groups.includes('jira-administrators');
  if (permission === 'USER_PICKER') return MEMBERS.some((group) => groups.includes(group));
  return permission === 'BULK_CHANGE' && viewer.user !== null;
}

/**
 * Whether the project is shut to the app. Taking its user out of the permission scheme stops the app alone; an app
 * access rule of a data security policy also stops what it asks in a person's name.
 */
export function closedToApp({ actor, fromApp, switches }: Viewer, { key }: Project): boolean {
  if (fromApp && switches.appRules[key] === 'blocked') return true;
  return actor.kind === 'app' && switches.appBrowses[key] === false;
}

/** What is left of an archived project. */
const IN_ARCHIVE = new Set(['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS']);

/** Project permissions, by the project's grants. An installed app holds them all where it may browse, automation everywhere. */
export function can(viewer: Viewer, permission: string, project: Project, issue?: Issue): boolean {
  if (permissions[permission]?.type === 'GLOBAL') return canGlobally(viewer, permission);
  if (project.trashed === true || closedToApp(viewer, project)) return false;
  if (project.archived === true && !IN_ARCHIVE.has(permission)) return false;
  if (['app', 'site', 'automation'].includes(viewer.actor.kind)) return permission in permissions;
  return project.grants.some(
    (grant) => grant.permission === permission && holds(grant.holder, viewer, project, issue),
  );
}

/** Browse permission and, where the issue has a security level, membership in that level. */
export function canSee(site: Site, viewer: Viewer, issue: Issue): boolean {
  const project = site.store.projectOf(issue);
  if (!can(viewer, 'BROWSE_PROJECTS', project, issue)) return false;
  const levelId = issue.values.get('security');
  if (levelId === undefined || levelId === null || viewer.actor.kind === 'site') return true;
  const members = project.securityLevels.find((candidate) => candidate.id === levelId)?.members ?? [];
  if (viewer.actor.kind === 'automation') return members.some((member) => namesApp(member, viewer));
  return viewer.actor.kind === 'app'
    ? viewer.switches.appRights === 'all' || members.some((member) => namesApp(member, viewer))
    : members.some((member) => holds(member, viewer, project, issue));
}

/** The app's user is no member of groups and roles; only who puts its very account into a level lets it in. */
const namesApp = (member: Holder, { user }: Viewer): boolean =>
  member.type === 'user' && member.accountId === user?.accountId;

export function canBrowse(viewer: Viewer, project: Project): boolean {
  return can(viewer, 'BROWSE_PROJECTS', project);
}
