import type { Jira } from '../jira';
import type { CategoryKey } from '../jira/model/types';
import { importedGroup } from './people';
import { accountOf } from './people';
import type { RawIssue } from './raw';

export const projectKeyOf = (issue: RawIssue): string => issue.key.slice(0, issue.key.lastIndexOf('-'));

/** Who is assigned most of the project's work: the nearest an export comes to naming its lead. */
function busiest(issues: readonly RawIssue[]): string {
  const counts = new Map<string, number>();
  for (const issue of issues) {
    const accountId = accountOf(issue.fields.assignee) ?? accountOf(issue.fields.reporter);
    if (accountId !== null) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}

/** Statuses in the order work passes them: to do, in progress, done. */
function statusesOf(
  issues: readonly RawIssue[],
  categories: ReadonlyMap<string, CategoryKey>,
): { name: string; category: CategoryKey }[] {
  const names = new Set<string>();
  for (const { fields, changelog } of issues) {
    names.add(fields.status.name);
    for (const history of changelog?.histories ?? []) {
      for (const item of history.items) {
        if (item.field !== 'status') continue;
        for (const text of [item.fromString, item.toString])
          if (typeof text === 'string' && categories.has(text)) names.add(text);
      }
    }
  }
  const order: readonly CategoryKey[] = ['new', 'indeterminate', 'done'];
  return [...names]
    .map((name) => ({ name, category: categories.get(name) ?? 'indeterminate' }))
    .sort((left, right) => order.indexOf(left.category) - order.indexOf(right.category));
}

/**
 * Makes the project with a workflow of the statuses it knew. An export tells nothing of transitions,
 * so every status can be reached from everywhere, without validators.
 *
 * @param viewers accounts that work in the project beside the people of the export
 */
export function addProject(
  jira: Jira,
  key: string,
  issues: readonly RawIssue[],
  categories: ReadonlyMap<string, CategoryKey>,
  viewers: readonly string[],
): void {
  const statuses = statusesOf(issues, categories);
  const workflow = jira.addWorkflow({
    name: `${key} workflow`,
    statuses,
    transitions: statuses.map(({ name }) => ({ name, from: 'any' as const, to: name })),
  });
  jira.addProject({
    key,
    name: issues.find((issue) => issue.fields.project?.name)?.fields.project?.name ?? key,
    lead: busiest(issues),
    workflowId: workflow.id,
    issueTypes: [...new Set(issues.map((issue) => issue.fields.issuetype.name))],
    roles: {
      Members: { users: viewers, groups: [importedGroup] },
      Administrators: { groups: ['jira-administrators'] },
    },
  });
}
