import { adfOf, type Issue, type Jira } from '../../packages/forge-sandbox/src/jira';
import type { Move } from '../../packages/forge-sandbox/src/jira/admin/specs';
import type { Stored } from '../../packages/forge-sandbox/src/jira/model/types';

export const DAY = 86_400_000;

/** One work item of the demo, told briefly. */
export interface Row {
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

/** Adds an item with a history that leads to where it stands. */
export function add(jira: Jira, now: number, project: string, type: string, row: Row): Issue {
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
