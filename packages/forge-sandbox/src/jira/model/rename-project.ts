import type { Issue, Project } from './types';

/** What of the memory hangs on the key of a project. */
export interface Keyed {
  readonly projects: Map<string, Project>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly idsByKey: Map<string, string>;
  readonly lastNumber: Map<string, number>;
  /** Called before each issue changes. */
  readonly touch: (issue: Issue) => void;
}

/** Ends what led to other projects by a key that this one takes. */
function releaseKey({ projects, issues, idsByKey }: Keyed, { id: taker }: Project, key: string): void {
  for (const other of projects.values()) {
    if (other.id === taker || !other.formerKeys?.includes(key)) continue;
    projects.set(other.id, { ...other, formerKeys: other.formerKeys.filter((one) => one !== key) });
    for (const [name, id] of idsByKey)
      if (name.startsWith(`${key}-`) && issues.get(id)?.projectId !== taker) idsByKey.delete(name);
  }
}

/** Gives the project another key, and with it every issue; the former keys go on leading there. */
export function renameProject(keyed: Keyed, project: Project, key: string): Project {
  const { projects, issues, idsByKey, lastNumber, touch } = keyed;
  releaseKey(keyed, project, key);
  for (const issue of issues.values()) {
    if (issue.projectId !== project.id) continue;
    touch(issue);
    issue.key = `${key}-${issue.key.slice(issue.key.lastIndexOf('-') + 1)}`;
    idsByKey.set(issue.key, issue.id);
  }
  lastNumber.set(key, lastNumber.get(project.key) ?? 0);
  const formerKeys = [...(project.formerKeys ?? []), project.key].filter((one) => one !== key);
  const renamed: Project = { ...project, key, formerKeys };
  projects.set(project.id, renamed);
  return renamed;
}
