import { adfOf, type Issue, type Jira } from '../../src/jira';
import type { Move } from '../../src/jira/admin/specs';
import type { Stored } from '../../src/jira/model/types';

const DAY = 86_400_000;

type StatusName = 'To Do' | 'In Progress' | 'In Review' | 'Done';

/** Summary, reporter, assignee, age in days, status, and whatever else is set. */
type Row = readonly [
  summary: string,
  reporter: string,
  assignee: string | null,
  age: number,
  status: StatusName,
  more?: Readonly<Record<string, Stored>>,
];

const way: Readonly<Record<StatusName, readonly string[]>> = {
  'To Do': [],
  'In Progress': ['In Progress'],
  'In Review': ['In Progress', 'In Review'],
  Done: ['In Progress', 'In Review', 'Done'],
};

/** Adds an item whose moves are spread evenly over its life. */
function add(jira: Jira, now: number, project: string, type: string, row: Row): Issue {
  const [summary, reporter, assignee, age, status, more = {}] = row;
  const created = now - age * DAY;
  const steps = way[status];
  const moves = steps.map((to, index): Move => ({
    at: created + Math.round(((index + 1) / (steps.length + 1)) * age * DAY),
    by: assignee ?? reporter,
    to,
  }));
  const priority = more['priority'] ?? 'Medium';
  return jira.addIssue({
    project,
    type,
    created,
    moves,
    values: {
      summary,
      reporter,
      description: adfOf(`${summary}.`),
      assignee,
      ...more,
      priority: jira.priorities().find(({ name }) => name === priority)?.id ?? null,
    },
  });
}

const core: readonly Row[] = [
  ['Sign-in for partners', 'u-cto', 'u-platform', 60, 'To Do', { duedate: '2026-12-18', priority: 'High' }],
  ['Second payment provider', 'u-sales', 'u-platform', 52, 'In Progress', { duedate: '2026-12-04', priority: 'Highest' }],
  ['Events for order status', 'u-ops', 'u-platform', 45, 'In Progress'],
  ['Invoice numbers', 'u-ops', 'u-cto', 40, 'In Review', { duedate: '2026-11-20' }],
  ['Data kept in the region', 'u-product', 'u-platform', 33, 'To Do', { duedate: '2027-01-29' }],
  ['Rate limits', 'u-platform', 'u-platform', 70, 'Done'],
  ['Translations', 'u-marketing', 'u-cto', 28, 'To Do'],
  ['Audit log', 'u-platform', 'u-platform', 64, 'Done'],
]; // prettier-ignore

const epics = (leadsOnly: string | null): readonly Row[] => [
  ['Build the partner portal', 'u-coo', null, 30, 'To Do', { duedate: '2027-01-31', priority: 'Highest', labels: ['q1'], customfield_10050: ['u-coo', 'u-cto'] }],
  ['Move billing', 'u-coo', 'u-ops', 28, 'To Do', { duedate: '2027-01-15', priority: 'High', labels: ['q1'] }],
  ['Shop for Mexico', 'u-coo', 'u-sales', 26, 'To Do', { duedate: '2027-02-26', priority: 'High', labels: ['q1'] }],
  ['Sign-up without help', 'u-product', 'u-product', 35, 'To Do', { duedate: '2026-12-18', priority: 'High', labels: ['q1'] }],
  ['Price lists', 'u-sales', 'u-sales', 49, 'In Progress', { duedate: '2026-12-11' }],
  ['Help centre', 'u-marketing', 'u-marketing', 44, 'In Progress', { duedate: '2026-12-22' }],
  ['Warehouse interface', 'u-ops', 'u-ops', 41, 'In Review', { duedate: '2026-11-27' }],
  ['Newsletter', 'u-marketing', 'u-marketing', 21, 'To Do', { duedate: '2027-01-20' }],
  ['Chat around the clock', 'u-ops', null, 18, 'To Do', { duedate: '2027-02-12' }],
  ['Certificates', 'u-sales', null, 16, 'To Do', { labels: ['q2'] }],
  ['Acquisition of a rival', 'u-coo', 'u-coo', 12, 'To Do', { priority: 'Highest', security: leadsOnly }],
  ['Compliance review', 'u-product', 'u-product', 24, 'To Do', { duedate: '2027-01-08' }],
  ['Interviews', 'u-product', 'u-product', 63, 'Done'],
  ['Market study', 'u-coo', 'u-marketing', 84, 'Done'],
  ['First sketches', 'u-coo', 'u-coo', 70, 'Done'],
  ['References', 'u-sales', 'u-sales', 9, 'To Do', { customfield_10050: ['u-sales', 'u-marketing'], labels: ['q2'] }],
]; // prettier-ignore

/** Each with the number of its epic, from 0. */
const stories: readonly (readonly [epic: number, row: Row])[] = [
  [0, ['Partner can invite colleagues', 'u-product', 'u-product', 20, 'To Do']],
  [0, ['Portal in two languages', 'u-marketing', null, 19, 'To Do']],
  [1, ['Contract signed', 'u-ops', 'u-ops', 15, 'To Do']],
  [1, ['Old invoices readable', 'u-ops', 'u-platform', 14, 'To Do']],
  [3, ['Sign-up form', 'u-product', 'u-product', 25, 'In Progress']],
  [4, ['Price per country', 'u-sales', 'u-sales', 30, 'In Progress']],
  [5, ['Twenty most read articles', 'u-marketing', 'u-marketing', 30, 'Done']],
];

const team: readonly Row[] = [
  ['New logo', 'u-marketing', 'u-marketing', 20, 'To Do', { duedate: '2027-02-05' }],
  ['Photo library', 'u-marketing', null, 14, 'To Do'],
  ['Press kit', 'u-marketing', 'u-product', 34, 'In Progress', { duedate: '2026-12-15' }],
  ['Trade fair', 'u-sales', 'u-sales', 50, 'Done'],
];

/** Two tickets a week for sixteen weeks: old ones done, the latest still waiting. */
function seedTickets(jira: Jira, now: number): void {
  for (let weeksAgo = 16; weeksAgo > 0; weeksAgo -= 1) {
    const status = weeksAgo > 4 ? 'Done' : weeksAgo > 1 ? 'In Progress' : 'To Do';
    for (const [offset, what] of [
      [0, 'question'],
      [2, 'answer'],
    ] as const) {
      const age = weeksAgo * 7 - offset;
      const duedate = new Date(now - (age - 21) * DAY).toISOString().slice(0, 10);
      const more = { duedate, labels: [`week-${String(17 - weeksAgo).padStart(2, '0')}`] };
      add(jira, now, 'CARE', 'Epic', [
        `Ticket ${17 - weeksAgo}: ${what}`,
        'u-sales',
        'u-ops',
        age,
        status,
        more,
      ]);
    }
  }
}

/** CORE-1 … 8, APP-1 … 23 with links between them, CARE-1 … 32 and TEAM-1 … 4. */
export function seedIssues(jira: Jira, now: number): void {
  for (const row of core) add(jira, now, 'CORE', 'Epic', row);
  const leadsOnly = jira.project('APP')?.securityLevels[0]?.id ?? null;
  const parents = epics(leadsOnly).map((row) => add(jira, now, 'APP', 'Epic', row).id);
  for (const [epic, [summary, reporter, assignee, age, status]] of stories) {
    const parent = parents[epic] ?? null;
    add(jira, now, 'APP', 'Story', [summary, reporter, assignee, age, status, { parent }]);
  }
  const blocks = [
    ['CORE-1', 'APP-1'],
    ['CORE-2', 'APP-5'],
    ['CORE-7', 'APP-6'],
    ['CORE-5', 'APP-12'],
  ] as const;
  for (const [blocker, blocked] of blocks) jira.addLink('Blocks', blocker, blocked);
  jira.addLink('Relates', 'APP-11', 'APP-14');
  seedTickets(jira, now);
  for (const row of team) add(jira, now, 'TEAM', 'Epic', row);
}
