import type { Policy } from '../../domain/policy/policy';
import type { StoredPolicy } from '../policy/ports';

/**
 * The policy of a project, found by its key and believed by its id: a key can come back with another project behind it,
 * which then follows what stands above.
 */
export const policyFor = ({ policy, projectId, above }: StoredPolicy, id: string): Policy =>
  projectId !== undefined && id !== '' && projectId !== id ? above : policy;
