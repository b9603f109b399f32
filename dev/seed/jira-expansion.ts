import type { Jira } from '../../packages/forge-sandbox/src/jira';
import type { Stored } from '../../packages/forge-sandbox/src/jira/model/types';
import { add, type Row } from './jira-work';

/** EXP: the four epics the demo tells of, a programme around them, and stories below. */
export function seedExpansion(jira: Jira, now: number): void {
  const leadsOnly = jira.project('EXP')?.securityLevels[0]?.id ?? null;
  const epics: readonly Row[] = [
    {
      summary: 'Launch the partner portal in three markets',
      by: 'u-coo',
      age: 30,
      due: '2027-01-31',
      priority: 'Highest',
      labels: ['q1'],
      values: { customfield_10050: ['u-coo', 'u-cto'] },
    },
    {
      summary: 'Move billing to the new provider',
      by: 'u-coo',
      assignee: 'u-ops',
      age: 28,
      due: '2027-01-15',
      priority: 'High',
      labels: ['q1'],
    },
    {
      summary: 'Open the Mexico City sales office',
      by: 'u-coo',
      assignee: 'u-sales',
      age: 26,
      due: '2027-02-26',
      priority: 'High',
      labels: ['q1'],
    },
    {
      summary: 'Self-service onboarding for small teams',
      by: 'u-product',
      assignee: 'u-product',
      age: 35,
      due: '2026-12-18',
      priority: 'High',
      labels: ['q1'],
    },
    {
      summary: 'Pricing for emerging markets',
      by: 'u-sales',
      assignee: 'u-sales',
      age: 49,
      status: 'In Progress',
      due: '2026-12-11',
    },
    {
      summary: 'Localised help centre',
      by: 'u-marketing',
      assignee: 'u-marketing',
      age: 44,
      status: 'In Progress',
      due: '2026-12-22',
    },
    {
      summary: 'Warehouse contract for the Nordics',
      by: 'u-ops',
      assignee: 'u-ops',
      age: 41,
      status: 'In Review',
      due: '2026-11-27',
    },
    {
      summary: 'Launch campaign for the first market',
      by: 'u-marketing',
      assignee: 'u-marketing',
      age: 21,
      due: '2027-01-20',
    },
    { summary: 'Support coverage around the clock', by: 'u-ops', age: 18, due: '2027-02-12' },
    { summary: 'Partner certification programme', by: 'u-sales', age: 16, labels: ['q2'] },
    {
      summary: 'Acquisition shortlist',
      by: 'u-coo',
      assignee: 'u-coo',
      age: 12,
      priority: 'Highest',
      values: { security: leadsOnly },
    },
    {
      summary: 'Compliance review for India',
      by: 'u-product',
      assignee: 'u-product',
      age: 24,
      due: '2027-01-08',
    },
    { summary: 'Customer advisory board', by: 'u-product', assignee: 'u-product', age: 63, status: 'Done' },
    { summary: 'Market entry study', by: 'u-coo', assignee: 'u-marketing', age: 84, status: 'Done' },
    { summary: 'Regional org chart', by: 'u-coo', assignee: 'u-coo', age: 70, status: 'Done' },
    {
      summary: 'Reference customers in Japan',
      by: 'u-sales',
      assignee: 'u-sales',
      age: 9,
      values: { customfield_10050: ['u-sales', 'u-marketing'] },
      labels: ['q2'],
    },
  ];
  const added = epics.map((row) => add(jira, now, 'EXP', 'Epic', row));
  const parent = (index: number): Readonly<Record<string, Stored>> => ({ parent: added[index]?.id ?? null });
  const stories: readonly Row[] = [
    {
      summary: 'Partner can invite colleagues',
      by: 'u-product',
      assignee: 'u-product',
      age: 20,
      values: parent(0),
    },
    { summary: 'Portal pages in Spanish and Portuguese', by: 'u-marketing', age: 19, values: parent(0) },
    {
      summary: 'Contract for the new provider signed',
      by: 'u-ops',
      assignee: 'u-ops',
      age: 15,
      values: parent(1),
    },
    {
      summary: 'Old invoices readable after the move',
      by: 'u-ops',
      assignee: 'u-platform',
      age: 14,
      values: parent(1),
    },
    {
      summary: 'Sign-up without a sales call',
      by: 'u-product',
      assignee: 'u-product',
      age: 25,
      status: 'In Progress',
      values: parent(3),
    },
    {
      summary: 'Price list per country',
      by: 'u-sales',
      assignee: 'u-sales',
      age: 30,
      status: 'In Progress',
      values: parent(4),
    },
    {
      summary: 'Twenty most read articles translated',
      by: 'u-marketing',
      assignee: 'u-marketing',
      age: 30,
      status: 'Done',
      values: parent(5),
    },
  ];
  for (const row of stories) add(jira, now, 'EXP', 'Story', row);
  for (const [blocker, blocked] of [
    ['PLAT-1', 'EXP-1'],
    ['PLAT-2', 'EXP-5'],
    ['PLAT-7', 'EXP-6'],
    ['PLAT-5', 'EXP-12'],
  ] as const) {
    jira.addLink('Blocks', blocker, blocked);
  }
  jira.addLink('Relates', 'EXP-11', 'EXP-14');
}
