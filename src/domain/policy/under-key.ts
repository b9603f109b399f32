import type { Policy } from './policy';

const FOUND = Symbol('found under a key');

/**
 * What lies under a project's key, whosever it is: a key can come back with another project behind it. It is no policy
 * until somebody says which project asks, so that nobody forgets to.
 */
export interface PolicyUnderKey {
  readonly [FOUND]: {
    readonly policy: Policy;
    readonly projectId: string | undefined;
    readonly above: Policy;
  };
}

/**
 * @param projectId id of the project it was saved for; undefined where it comes from above, or was saved before ids
 * were kept
 * @param above what holds for another project behind the same key
 */
export const underKey = (policy: Policy, above: Policy, projectId?: string): PolicyUnderKey => ({
  [FOUND]: { policy, projectId, above },
});

/**
 * The policy of one project, found by its key and believed by its id.
 *
 * @param projectId null or empty where nobody can say which project it is: then what lies under the key holds
 */
export function policyBehind({ [FOUND]: found }: PolicyUnderKey, projectId: string | null): Policy {
  const isAnothers = Boolean(projectId) && found.projectId !== undefined && found.projectId !== projectId;
  return isAnothers ? found.above : found.policy;
}
