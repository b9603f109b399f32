import type { Role } from '../../../src/contract/permissions';
import type { Sandbox } from '../../../packages/forge-sandbox/src/sandbox';
import { seedPeople } from '../../../dev/seed/jira-people';

/** Who stands for each role; nobody for nobody. */
export const CAST: Readonly<Record<Role, string | null>> = {
  dri: 'u-coo',
  provider: 'u-platform',
  'hidden-provider': 'u-supplier',
  team: 'u-sales',
  sponsor: 'u-cto',
  lead: 'u-lead',
  admin: 'u-admin',
  viewer: 'u-viewer',
  outsider: 'u-outsider',
  anonymous: null,
  app: 'u-bot',
};

/** Somebody without a part, to be named in calls. */
export const SPARE = 'u-product';

export const PROJECT = 'PERM';

/** The demo's people in a project in which every role has what its name says and nothing more. */
export function stage({ jira }: Sandbox): void {
  seedPeople(jira);
  const workflow = jira.addWorkflow({
    name: 'Two steps',
    statuses: [
      { name: 'To Do', category: 'new' },
      { name: 'In Progress', category: 'indeterminate' },
      { name: 'Done', category: 'done' },
    ],
    transitions: [
      { name: 'Start', from: ['To Do'], to: 'In Progress' },
      { name: 'Finish', from: ['In Progress'], to: 'Done' },
    ],
  });
  jira.addProject({
    key: PROJECT,
    name: 'Permissions',
    lead: 'u-lead',
    workflowId: workflow.id,
    roles: {
      Members: { users: ['u-sales', 'u-cto'] },
      Viewers: { users: ['u-coo', 'u-platform', 'u-viewer', SPARE] },
      Administrators: { users: ['u-lead'], groups: ['jira-administrators'] },
    },
  });
  // Where both sides of an agreement, the one who may not see the work item included, have an issue to name.
  jira.addProject({
    key: 'PLAT',
    name: 'Platform',
    lead: 'u-platform',
    workflowId: workflow.id,
    roles: { Members: { users: ['u-coo', 'u-platform', 'u-supplier'] } },
  });
  jira.addIssue({
    project: 'PLAT',
    type: 'Epic',
    values: { summary: 'Sign-in for partners', reporter: 'u-platform' },
  });
}
