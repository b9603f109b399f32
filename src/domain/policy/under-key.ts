import { braked, type BrakeOn } from './brake';
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
    /** The same two as they hold while a brake is in force. */
    readonly braked: { readonly policy: Policy; readonly above: Policy };
  };
}

/** The brakes in force under a key: the project's own or the site's, whichever holds longer, and the site's alone. */
export interface BrakesUnderKey {
  readonly own: BrakeOn | undefined;
  readonly site: BrakeOn | undefined;
  /** Whose the project's is, where it is known. */
  readonly projectId?: string | undefined;
}

const NONE: BrakesUnderKey = { own: undefined, site: undefined };

/**
 * @param projectId id of the project it was saved for; undefined where it comes from above, or was saved before ids
 * were kept
 * @param above what holds for another project behind the same key
 */
export const underKey = (
  policy: Policy,
  above: Policy,
  projectId?: string,
  brakes: BrakesUnderKey = NONE,
): PolicyUnderKey => ({
  [FOUND]: {
    policy,
    projectId: projectId ?? (brakes.own?.of === 'project' ? brakes.projectId : undefined),
    above,
    braked: { policy: braked(policy, brakes.own), above: braked(above, brakes.site) },
  },
});

/**
 * The policy that holds for one project, found by its key and believed by its id: while a brake is in force, it observes.
 *
 * @param projectId null or empty where nobody can say which project it is: then what lies under the key holds
 */
export function policyBehind({ [FOUND]: found }: PolicyUnderKey, projectId: string | null): Policy {
  return isAnothers(found, projectId) ? found.braked.above : found.braked.policy;
}

/** The same as it was saved, whatever brake is in force: what is shown to be changed, and what a rule is saved with. */
export const savedBehind = ({ [FOUND]: found }: PolicyUnderKey, projectId: string | null): Policy =>
  isAnothers(found, projectId) ? found.above : found.policy;

/** Whether what lies under the key is known to be another project's. */
export const isUnderAnothers = ({ [FOUND]: found }: PolicyUnderKey, projectId: string | null): boolean =>
  isAnothers(found, projectId);

const isAnothers = (found: PolicyUnderKey[typeof FOUND], projectId: string | null): boolean =>
  Boolean(projectId) && found.projectId !== undefined && found.projectId !== projectId;
