import type { Policy } from '../../domain/policy/policy';
import { policyBehind, savedBehind } from '../../domain/policy/under-key';
import { formerCharterKey } from '../../domain/policy/home';
import type { StoredPolicy } from '../policy/ports';

/**
 * The policy that holds in a project, a brake in force included, found by its key and believed by its id: a key can come back with another project behind it,
 * which then follows what stands above.
 *
 * @param projectId null where it is the site's, or where nobody can say which project it is
 */
export const policyFor = ({ underKey }: Pick<StoredPolicy, 'underKey'>, projectId: string | null): Policy =>
  policyBehind(underKey, projectId);

/** The same as it was saved, whatever brake is in force. */
export const savedPolicyFor = (
  { underKey }: Pick<StoredPolicy, 'underKey'>,
  projectId: string | null,
): Policy => savedBehind(underKey, projectId);

const HOME = Symbol('where the records of the project lie');

/** A policy of a project whose charters may still lie under a key it had: they are looked for there too. */
export function withHome(
  policy: Policy,
  { homes }: Pick<StoredPolicy, 'homes'>,
  projectKey: string,
  projectId: string | null,
): Policy & { readonly [HOME]?: string } {
  const former = formerCharterKey(homes, projectKey, projectId);
  return former === undefined ? policy : { ...policy, [HOME]: former };
}

/** That key; undefined where all lie under the one it has. */
export const homeOf = (policy: Policy & { readonly [HOME]?: string }): string | undefined => policy[HOME];
