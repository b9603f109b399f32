import { adfOf, type Issue, type Jira } from '../jira';
import type { Move } from '../jira/admin/specs';
import type { Stored } from '../jira/model/types';

const DAY = 86_400_000;

interface Row {
  readonly summary: string;
  readonly by: string;
  readonly assignee?: string;
  /** Days before the demo's now. */
  readonly age: number;
  readonly status?: 'In Progress' | 'In Review' | 'Done';
  /** `YYYY-MM-DD` */
  readonly due?: string;
  readonly priority?: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly labels?: readonly string[];
  readonly values?: Readonly<Record<string, Stored>>;
}

const path = {
  'In Progress': ['In Progress'],
  'In Review': ['In Progress', 'In Review'],
  Done: ['In Progress', 'In Review', 'Done'],
};

function add(jira: Jira, now: number, project: string, type: string, row: Row): Issue {
  const created = now - row.age * DAY;
  const steps = row.status ? path[row.status] : [];
  // Spread the moves evenly over the issue's life, so that histories read naturally.
  const moves = steps.map((to, index): Move => ({
    at: created + Math.round(((index + 1) / (steps.length + 1)) * row.age * DAY),
    by: row.assignee ?? row.by,
    to,
  }));
  const priority = jira.priorities().find((one) => one.name === (row.priority ?? 'Medium'));
  return jira.addIssue({
    project,
    type,
    created,
    moves,
    values: {
      summary: row.summary,
      reporter: row.by,
      description: adfOf(`${row.summary}.`),
      assignee: row.assignee ?? null,
      duedate: row.due ?? null,
      priority: priority?.id ?? null,
      labels: row.labels ?? null,
      ...row.values,
    },
  });
}

/** PLAT-1 … PLAT-8: what everybody waits for. */
export function seedPlatform(jira: Jira, now: number): void {
  const rows: readonly Row[] = [
    {
      summary: 'Single sign-on for partner accounts',
      by: 'u-cto',
      assignee: 'u-platform',
      age: 60,
      due: '2026-12-18',
      priority: 'High',
    },
    {
      summary: 'Payment provider for Mexico and Brazil',
      by: 'u-sales',
      assignee: 'u-platform',
      age: 52,
      status: 'In Progress',
      due: '2026-12-04',
      priority: 'Highest',
    },
    {
      summary: 'Event stream for order status',
      by: 'u-ops',
      assignee: 'u-platform',
      age: 45,
      status: 'In Progress',
    },
    {
      summary: 'Invoice numbers per legal entity',
      by: 'u-ops',
      assignee: 'u-cto',
      age: 40,
      status: 'In Review',
      due: '2026-11-20',
    },
    {
      summary: 'Data residency for the Indian market',
      by: 'u-product',
      assignee: 'u-platform',
      age: 33,
      due: '2027-01-29',
    },
    {
      summary: 'Rate limits on the public API',
      by: 'u-platform',
      assignee: 'u-platform',
      age: 70,
      status: 'Done',
    },
    { summary: 'Translation pipeline', by: 'u-marketing', assignee: 'u-cto', age: 28 },
    { summary: 'Audit log export', by: 'u-platform', assignee: 'u-platform', age: 64, status: 'Done' },
  ];
  for (const row of rows) add(jira, now, 'PLAT', 'Epic', row);
}

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

const customers = ['Aalto', 'Brightwater', 'Cardenas', 'Dunmore', 'Eikon', 'Faro', 'Grünwald', 'Halcyon', 'Ibarra', 'Juniper', 'Kestrel', 'Lumen', 'Meridian', 'Nakamura', 'Orchard', 'Pinnacle']; // prettier-ignore

/** HAND: sixteen weeks, two handoffs a week; older ones are done, the last ones still wait. */
export function seedHandoffs(jira: Jira, now: number): void {
  for (const [index, customer] of customers.entries()) {
    const weeksAgo = customers.length - index;
    const status = weeksAgo > 4 ? 'Done' : weeksAgo > 1 ? 'In Progress' : undefined;
    for (const [offset, what] of [
      [0, 'onboarding'],
      [2, 'first delivery'],
    ] as const) {
      const age = weeksAgo * 7 - offset;
      add(jira, now, 'HAND', 'Epic', {
        summary: `${customer}: ${what}`,
        by: 'u-sales',
        assignee: 'u-ops',
        age,
        ...(status ? { status } : {}),
        due: new Date(now - (age - 21) * DAY).toISOString().slice(0, 10),
        labels: [`week-${String(index + 1).padStart(2, '0')}`],
      });
    }
  }
}

export function seedTeam(jira: Jira, now: number): void {
  const rows: readonly Row[] = [
    {
      summary: 'New visual identity',
      by: 'u-marketing',
      assignee: 'u-marketing',
      age: 20,
      due: '2027-02-05',
    },
    { summary: 'Photo library', by: 'u-marketing', age: 14 },
    {
      summary: 'Press kit for the launch',
      by: 'u-marketing',
      assignee: 'u-product',
      age: 34,
      status: 'In Progress',
      due: '2026-12-15',
    },
    { summary: 'Trade fair in Guadalajara', by: 'u-sales', assignee: 'u-sales', age: 50, status: 'Done' },
  ];
  for (const row of rows) add(jira, now, 'TEAM', 'Epic', row);
}
