import { projectOf, type IssueKey } from '../ids';
import { isUnderAnothers, type PolicyUnderKey } from './under-key';

/** Where the projects of a site keep what they decided: the key that one has can have changed since. */
export interface ProjectHomes {
  /** By project id, the key under which it lies. */
  readonly of: Readonly<Record<string, string>>;
  /** By key, the id of the last project whose records were taken from there. */
  readonly left?: Readonly<Record<string, string>> | undefined;
  /** By project id, the key from which its charters still follow; absent where all have. */
  readonly following?: Readonly<Record<string, string>> | undefined;
}

/** Where a project's records wait while another has the key they lay under: no key of a project has a colon. */
export const asideKey = (key: string, projectId: string): string => `${key}:${projectId}`;

/** The key of a project that a home is, also where records wait beside it. */
export const keyOfHome = (home: string): string => home.split(':')[0] ?? home;

/** Whose records lay under a key that is nobody's home now: for who knows a project by nothing but a key it had. */
const whoLeft = ({ of, left }: ProjectHomes, key: string): string | undefined =>
  Object.values(of).includes(key) ? undefined : left?.[key];

/**
 * The key under which a project keeps what it decided, where that is another than the one it is asked by; undefined where
 * it is that one.
 *
 * @param projectId null where nobody can say it
 */
export function formerHome(
  homes: ProjectHomes | undefined,
  projectKey: string,
  projectId: string | null,
): string | undefined {
  const id = projectId ?? (homes && whoLeft(homes, projectKey));
  const home = id === undefined ? undefined : homes?.of[id];
  return home === projectKey ? undefined : home;
}

/** The key under which charters of a project may still lie, where that is another than the one it has. */
export function formerCharterKey(
  homes: ProjectHomes | undefined,
  projectKey: string,
  projectId: string | null,
): string | undefined {
  const following = projectId === null ? undefined : homes?.following?.[projectId];
  const home = formerHome(homes, projectKey, projectId);
  const key = home === undefined ? following : keyOfHome(home);
  return key === projectKey ? undefined : key;
}

/** The same as `formerHome`, where nothing that was found under the key it has is its own. */
export const policyHome = (
  found: {
    readonly homes?: ProjectHomes | undefined;
    readonly inherited: boolean;
    readonly underKey: PolicyUnderKey;
  },
  projectKey: string,
  projectId: string | null,
): string | undefined =>
  found.inherited || isUnderAnothers(found.underKey, projectId)
    ? formerHome(found.homes, projectKey, projectId)
    : undefined;

/** The key an item had while its project had that one: numbers stay. */
export const keyIn = (home: string, issueKey: IssueKey): IssueKey =>
  `${home}${issueKey.slice(projectOf(issueKey).length)}`;
