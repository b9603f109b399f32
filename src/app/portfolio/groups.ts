import type { Policy } from '../../domain/policy/policy';
import { idsUnderPolicy } from '../../domain/policy/scope';
import type { ListedIssueType, StoredPolicy } from '../policy/ports';
import { policyFor } from '../subject/policy-for';
import type { ProjectFact } from './ports';

/** A project with the policy that holds in it. */
export interface Governed {
  readonly project: ProjectFact;
  readonly policy: Policy;
}

/** Projects whose items one search finds and one reading reads. */
export interface Group {
  readonly projects: readonly Governed[];
  /** Ids; never empty. */
  readonly issueTypes: readonly string[];
}

export const keysOf = ({ projects }: Group): readonly string[] =>
  projects.map(({ project }) => project.projectKey);

export const governed = (
  projects: readonly ProjectFact[],
  stored: ReadonlyMap<string, StoredPolicy>,
): readonly Governed[] =>
  projects.flatMap((project) => {
    const found = stored.get(project.projectKey);
    return found ? [{ project, policy: policyFor(found, project.projectId) }] : [];
  });

/**
 * Projects put together where their policies name the same types and read owners and links alike: most follow the site's,
 * and a search for all of them costs what one for a single project does. A project whose policy covers no type of Jira's
 * is in none.
 */
export function groupsOf(projects: readonly Governed[], types: readonly ListedIssueType[]): readonly Group[] {
  const groups = new Map<string, { projects: Governed[]; issueTypes: readonly string[] }>();
  for (const one of projects) {
    const { workItemTypes, ownerSource, waitsFor } = one.policy;
    const issueTypes = idsUnderPolicy(workItemTypes, types).ids;
    if (issueTypes.length === 0) continue;
    const alike = JSON.stringify([issueTypes, ownerSource, waitsFor]);
    const group = groups.get(alike) ?? { projects: [], issueTypes };
    group.projects.push(one);
    groups.set(alike, group);
  }
  return [...groups.values()];
}
