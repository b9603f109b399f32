import type { PolicyAnswer } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import type { Policy } from '../domain/policy/policy';
import type { AccountId } from '../domain/values';
import type { Clock, PolicyStore } from './ports';

/**
 * Saves a project's policy as the version after the one it was read at.
 *
 * @throws CallRefused `changed-meanwhile` when somebody saved in between; nothing was written.
 */
export async function savePolicy(
  request: { readonly projectKey: string; readonly policy: Policy; readonly by: AccountId },
  ports: { readonly policies: PolicyStore; readonly clock: Clock },
): Promise<PolicyAnswer> {
  const policy = { ...request.policy, version: request.policy.version + 1 };
  const outcome = await ports.policies.write(request.projectKey, policy, request.by, ports.clock.now());
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalWords['changed-meanwhile'] });
  }
  return { ok: true, policy, inherited: false };
}
