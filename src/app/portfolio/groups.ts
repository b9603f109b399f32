import type { Policy } from '../../domain/policy/policy';
import { idsUnderPolicy } from '../../domain/policy/scope';
import type { Home, ListedIssueType, ProjectPlace, StoredPolicy } from '../policy/ports';
import { homeOf, policyFor, withHome } from '../subject/policy-for';
import type { ProjectFact } from './ports';

/** A project with the policy that holds in it. */
export interface Governed {
  readonly project: ProjectFact;
  readonly policy: Policy;
  /** Where its records lie. */
  readonly home: Home;
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
    if (!found) return [];
    const { projectKey, projectId } = project;
    const policy = withHome(policyFor(found, projectId), found, projectKey, projectId);
    return [{ project, policy, home: found.home }];
  });

/**
 * Projects put together where their policies name the same types and read owners, links and charters alike: most follow the
 * site's, and a search for all of them costs what one for a single project does. A project whose policy covers no type of Jira's
 * is in none.
 */
export function groupsOf(projects: readonly Governed[], types: readonly ListedIssueType[]): readonly Group[] {
  const groups = new Map<string, { projects: Governed[]; issueTypes: readonly string[] }>();
  for (const one of projects) {
    const { workItemTypes, ownerSource, waitsFor } = one.policy;
    const issueTypes = idsUnderPolicy(workItemTypes, types).ids;
    if (issueTypes.length === 0) continue;
    const alike = JSON.stringify([issueTypes, ownerSource, waitsFor, homeOf(one.policy)]);
    const group = groups.get(alike) ?? { projects: [], issueTypes };
    group.projects.push(one);
    groups.set(alike, group);
  }
  return [...groups.values()];
}

type Told = Promise<{ readonly projects: readonly ProjectFact[] }>;

/**
 * What is kept of the projects that Jira tells of, by the key each has now. They are read beside that by the keys that were
 * asked for; a project that Jira found by a key it had before is read once more, by its own.
 */
export async function keptOf<T>(
  projectKeys: readonly string[],
  told: Told,
  readMany: (places: readonly ProjectPlace[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  const [found, { projects }] = await Promise.all([readMany(placesOf(projectKeys, told)), told]);
  const renamed = projects.filter(({ projectKey }) => !projectKeys.includes(projectKey));
  if (renamed.length === 0) return found;
  const more = await readMany(
    renamed.map(({ projectKey, projectId }) => ({ project: projectKey, id: projectId })),
  );
  return new Map([...found, ...more]);
}

/** Projects by their keys, whose ids are known once Jira has told them: what was kept under a key is then found by them. */
function placesOf(projectKeys: readonly string[], told: Told): readonly ProjectPlace[] {
  return projectKeys.map((project) => ({
    project,
    id: told.then(({ projects }) => projects.find((one) => one.projectKey === project)?.projectId ?? null),
  }));
}
