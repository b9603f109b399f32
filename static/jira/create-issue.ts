import * as z from 'zod/mini';
import type { IssueKey } from '../../src/domain/values';
import { askJira } from './requests';

export interface Named {
  readonly id: string;
  readonly name: string;
}

const projects = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});
const types = z.object({
  issueTypes: z.array(
    z.object({ id: z.string(), name: z.string(), subtask: z.boolean(), hierarchyLevel: z.optional(z.int()) }),
  ),
});
const created = z.object({ key: z.string() });

/** Projects in which the reader may create work items, by name. */
export async function creatableProjects(): Promise<readonly Named[]> {
  const path = '/rest/api/3/project/search?action=create&orderBy=name&maxResults=100';
  return projects
    .parse(await askJira(path))
    .values.map(({ id, key, name }) => ({ id, name: `${name} (${key})` }));
}

/** The types a project offers, without subtasks: those need a parent. */
export async function creatableTypes(projectId: string): Promise<readonly Named[]> {
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes?maxResults=100`;
  return (
    types
      .parse(await askJira(path))
      .issueTypes.filter(({ subtask }) => !subtask)
      // The everyday ones before epics and what stands above them.
      .sort((a, b) => (a.hierarchyLevel ?? 0) - (b.hierarchyLevel ?? 0))
      .map(({ id, name }) => ({ id, name }))
  );
}

/** Creates a work item as the reader. Throws as `askJira`. */
export async function createIssue(issue: {
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
}): Promise<IssueKey> {
  const fields = {
    project: { id: issue.projectId },
    issuetype: { id: issue.typeId },
    summary: issue.summary,
  };
  return created.parse(await askJira('/rest/api/3/issue', { fields })).key;
}

/** Says in Jira that one work item blocks another. Throws as `askJira`. */
export async function linkBlocks(blocker: IssueKey, blocked: IssueKey): Promise<void> {
  await askJira('/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: blocker },
    outwardIssue: { key: blocked },
  });
}
