import type { Policy } from '../../domain/policy/policy';
import { policyBehind, savedBehind } from '../../domain/policy/under-key';
import type { StoredPolicy } from '../policy/ports';

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
