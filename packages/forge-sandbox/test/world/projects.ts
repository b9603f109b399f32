import type { Jira } from '../../src/jira';
import { members } from './people';

const statuses = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'In Review', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
] as const;

const check = (at: 'start' | 'finish') => [{ moduleKey: 'transition-check', configuration: { at } }];

/** Start and Finish ask the app's validator; the ways back and sideways ask nobody. */
function checkedWorkflow(jira: Jira, name: string, ownStatuses: boolean): string {
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
        validators: check('start'),
      },
      { name: 'Review', from: ['In Progress'], to: 'In Review' },
      { name: 'Finish', from: ['In Progress', 'In Review'], to: 'Done', validators: check('finish') },
      { name: 'Reopen', from: ['Done', 'In Review'], to: 'In Progress' },
      { name: 'Back to To Do', from: ['In Progress'], to: 'To Do' },
      ...(ownStatuses ? [] : [{ name: 'Shortcut', from: ['To Do'], to: 'In Progress' }]),
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

/** APP and TEAM have validators on their workflows, TEAM is team-managed; CORE and CARE have none. */
export function seedProjects(jira: Jira): void {
  jira.addCustomField({ id: 'customfield_10050', name: 'Co-leads', picker: 'multiuserpicker' });
  const Members = { users: members };
  const admins = { groups: ['jira-administrators'] };
  jira.addProject({
    key: 'APP',
    name: 'Webshop',
    description: 'What customers see.',
    lead: 'u-lead',
    workflowId: checkedWorkflow(jira, 'Webshop workflow', false),
    roles: { Members, Viewers: { users: ['u-viewer'] }, Administrators: { ...admins, users: ['u-lead'] } },
    securityLevels: [
      {
        name: 'Leads only',
        description: 'Seen by the lead and two others.',
        members: ['u-lead', 'u-coo', 'u-cto'].map((accountId) => ({ type: 'user' as const, accountId })),
      },
    ],
  });
  const neighbours = [
    ['CORE', 'Core services', 'u-platform', ['u-lead', 'u-supplier']],
    ['CARE', 'Customer care', 'u-sales', ['u-lead']],
  ] as const;
  for (const [key, name, lead, users] of neighbours) {
    const workflowId = plainWorkflow(jira, `${name} workflow`);
    const roles = { Members, Viewers: { users }, Administrators: admins };
    jira.addProject({ key, name, lead, workflowId, roles });
  }
  jira.addProject({
    key: 'TEAM',
    name: 'Design team',
    style: 'next-gen',
    lead: 'u-marketing',
    workflowId: checkedWorkflow(jira, 'Design team workflow', true),
    roles: { Members, Viewers: { users: ['u-lead'] }, Administrators: admins },
  });
}
