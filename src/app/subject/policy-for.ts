import type { Policy } from '../../domain/policy/policy';
import { policyBehind, savedBehind } from '../../domain/policy/under-key';
import { projectOf, type IssueKey } from '../../domain/values';
import type { PolicyStore, StoredPolicy } from '../policy/ports';

/**
 * The policy that holds in a project, a brake in force included, found by its key and believed by its id: a key can come back with another project behind it,
 * which then follows what stands above.
 *
 * @param projectId null where it is the site's, or where nobody can say which project it is
 */
export const policyFor = ({ underKey }: StoredPolicy, projectId: string | null): Policy =>
  policyBehind(underKey, projectId);

/** The same as it was saved, whatever brake is in force. */
export const savedPolicyFor = ({ underKey }: StoredPolicy, projectId: string | null): Policy =>
  savedBehind(underKey, projectId);

/**
 * The key under which a project keeps what it decided, where that is not the one it has: it was given another, and nobody
 * told yet.
 */
export function formerHome(
  { homes }: StoredPolicy,
  projectKey: string,
  projectId: string | null,
): string | undefined {
  const home = projectId === null ? undefined : homes?.[projectId];
  return home === projectKey ? undefined : home;
}

/** The key an item had while its project had that one: numbers stay. */
export const keyIn = (home: string, issueKey: IssueKey): IssueKey =>
  `${home}${issueKey.slice(projectOf(issueKey).length)}`;

/**
 * What a project decided, wherever it lies. A read more where it lies under a former key, and nothing else costs one.
 *
 * @throws Unavailable
 */
export async function policyAtHome(
  stored: StoredPolicy,
  { projectKey, projectId }: { readonly projectKey: string; readonly projectId: string | null },
  policies: Pick<PolicyStore, 'read'>,
): Promise<StoredPolicy> {
  const home = formerHome(stored, projectKey, projectId);
  return home === undefined || !stored.inherited ? stored : policies.read({ project: home });
}

const HOME = Symbol('former key of the project');

/** A policy whose project keeps its records under a former key: they are looked for there too. */
export const withHome = (policy: Policy, home: string | undefined): Policy & { readonly [HOME]?: string } =>
  home === undefined ? policy : { ...policy, [HOME]: home };

/** The former key of the project under which its records lie, where that is known. */
export const homeOf = (policy: Policy & { readonly [HOME]?: string }): string | undefined => policy[HOME];
