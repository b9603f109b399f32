import type { Policy } from '../../domain/policy/policy';
import { policyBehind } from '../../domain/policy/under-key';
import type { StoredPolicy } from '../policy/ports';

/**
 * The policy of a project, found by its key and believed by its id: a key can come back with another project behind it,
 * which then follows what stands above.
 *
 * @param projectId null where it is the site's, or where nobody can say which project it is
 */
export const policyFor = ({ underKey }: StoredPolicy, projectId: string | null): Policy =>
  policyBehind(underKey, projectId);
