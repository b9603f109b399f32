import type { JiraStore } from '../model/store';
import type { Grant } from '../model/types';

const byRole: Readonly<Record<string, readonly string[]>> = {
  Viewers: ['BROWSE_PROJECTS'],
  Members: [
    'BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER', 'ADD_COMMENTS', 'EDIT_OWN_COMMENTS',
    'DELETE_OWN_COMMENTS', 'LINK_ISSUES', 'MOVE_ISSUES', 'TRANSITION_ISSUES', 'MODIFY_REPORTER',
  ],
  Administrators: [
    'BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER', 'ADD_COMMENTS', 'EDIT_OWN_COMMENTS',
    'EDIT_ALL_COMMENTS', 'DELETE_OWN_COMMENTS', 'DELETE_ALL_COMMENTS', 'LINK_ISSUES', 'TRANSITION_ISSUES', 'MODIFY_REPORTER',
    'DELETE_ISSUES', 'MOVE_ISSUES', 'SET_ISSUE_SECURITY', 'ADMINISTER_PROJECTS',
  ],
}; // prettier-ignore

/** The scheme every project has unless told otherwise: viewers look, members work, administrators administer. */
export function standardGrants(store: JiraStore): Grant[] {
  return [...store.roles.values()].flatMap((role) =>
    (byRole[role.name] ?? []).map((permission) => ({
      permission,
      holder: { type: 'role' as const, roleId: role.id },
    })),
  );
}
