import type { Jira } from '../../packages/forge-sandbox/src/jira';
import { demoMembers } from './jira-people';

const statuses = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'In Review', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
] as const;

/** As the rule's page saves it where the project enforces: what counts while the policy cannot be read. */
const gate = (checkpoint: 'start' | 'finish') => [
  { moduleKey: 'transition-gate', configuration: { checkpoint, savedMode: 'enforce' } },
];

/** Start and Finish ask the gate; the ways back and sideways are free. */
function gatedWorkflow(
  jira: Jira,
  name: string,
  { ownStatuses = false, wayAround = false }: { ownStatuses?: boolean; wayAround?: boolean },
): string {
  return jira.addWorkflow({
    name,
    statuses,
    ownStatuses,
    transitions: [
      {
        name: 'Start',
        from: ['To Do'],
        to: 'In Progress',
        screen: ['assignee', 'customfield_10050'],
        validators: gate('start'),
      },
      { name: 'Review', from: ['In Progress'], to: 'In Review' },
      { name: 'Finish', from: ['In Progress', 'In Review'], to: 'Done', validators: gate('finish') },
      { name: 'Reopen', from: ['Done', 'In Review'], to: 'In Progress' },
      { name: 'Back to To Do', from: ['In Progress'], to: 'To Do' },
      // Somebody was in a hurry once: the same way, and nobody is asked.
      ...(wayAround ? [{ name: 'Expedite', from: ['To Do'], to: 'In Progress' }] : []),
      { name: 'Create', from: 'create', to: 'To Do' },
    ],
  }).id;
}

function plainWorkflow(jira: Jira, name: string): string {
  return jira.addWorkflow({
    name,
    statuses,
    transitions: [
      { name: 'Start', from: ['To Do'], to: 'In Progress' },
      { name: 'Review', from: ['In Progress'], to: 'In Review' },
      { name: 'Finish', from: ['In Progress', 'In Review'], to: 'Done' },
      { name: 'Reopen', from: ['Done'], to: 'To Do' },
    ],
  }).id;
}

/** EXP and TEAM are gated; PLAT and HAND are the neighbours whose work they need. */
export function seedProjects(jira: Jira): void {
  jira.addCustomField({ id: 'customfield_10050', name: 'Co-leads', picker: 'multiuserpicker' });
  const Members = { users: demoMembers };
  const admins = { groups: ['jira-administrators'] };
  jira.addProject({
    key: 'EXP',
    name: 'Expansion',
    description: 'The cross-functional programme that opens new markets.',
    lead: 'u-lead',
    category: 'Growth',
    workflowId: gatedWorkflow(jira, 'Expansion workflow', { wayAround: true }),
    roles: { Members, Viewers: { users: ['u-viewer'] }, Administrators: { ...admins, users: ['u-lead'] } },
    securityLevels: [
      {
        name: 'Leads only',
        description: 'Seen by the programme lead and the two executives.',
        members: ['u-lead', 'u-coo', 'u-cto'].map((accountId) => ({ type: 'user' as const, accountId })),
      },
    ],
  });
  jira.addProject({
    key: 'PLAT',
    name: 'Platform',
    description: 'Shared services: sign-in, payments, data.',
    lead: 'u-platform',
    category: 'Shared services',
    workflowId: plainWorkflow(jira, 'Platform workflow'),
    roles: { Members, Viewers: { users: ['u-lead', 'u-supplier'] }, Administrators: admins },
  });
  jira.addProject({
    key: 'HAND',
    name: 'Customer handoffs',
    description: 'What Sales has closed and Operations takes over.',
    lead: 'u-sales',
    category: 'Growth',
    workflowId: plainWorkflow(jira, 'Handoff workflow'),
    roles: { Members, Viewers: { users: ['u-lead'] }, Administrators: admins },
  });
  jira.addProject({
    key: 'TEAM',
    name: 'Brand team',
    description: 'A team-managed project under the same gate.',
    style: 'next-gen',
    lead: 'u-marketing',
    workflowId: gatedWorkflow(jira, 'Brand team workflow', { ownStatuses: true }),
    roles: { Members, Viewers: { users: ['u-lead'] }, Administrators: admins },
  });
}
