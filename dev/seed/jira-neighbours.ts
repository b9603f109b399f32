import type { Jira } from '../../packages/forge-sandbox/src/jira';
import { add, DAY, type Row } from './jira-work';

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
