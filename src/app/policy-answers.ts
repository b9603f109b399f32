import type { PolicyAnswer, PolicyVersionsAnswer } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import type { Policy } from '../domain/policy/policy';
import type { AccountId } from '../domain/values';
import type { Clock, Jira, PolicyOwner, PolicyStore } from './ports';
import { byAccount } from './views';

export interface PolicyPorts {
  readonly policies: PolicyStore;
  readonly jira: Pick<Jira, 'people'>;
  readonly clock: Clock;
}

/** The policy in force for an owner, under the version of its own record: what a save sends back. */
export async function getPolicy(owner: PolicyOwner, { policies, jira }: PolicyPorts): Promise<PolicyAnswer> {
  const { policy, inherited, recordVersion } = await policies.read(owner);
  const people = byAccount(await jira.people('user', policy.waivers.people));
  return { ok: true, policy: { ...policy, version: recordVersion }, inherited, people };
}

interface SaveRequest {
  readonly owner: PolicyOwner;
  /** Version that was read. */
  readonly version: number;
  /** Null: follow the policy above again. */
  readonly policy: Policy | null;
  readonly by: AccountId;
}

/**
 * Saves a policy as the version after the one it was read at.
 *
 * @throws CallRefused `changed-meanwhile` when somebody saved in between, `invalid` for people Jira does not know;
 * nothing was written.
 */
export async function savePolicy(request: SaveRequest, ports: PolicyPorts): Promise<PolicyAnswer> {
  const { owner, policy, by } = request;
  const version = request.version + 1;
  await mustKnow(policy?.waivers.people ?? [], ports);
  const outcome = await ports.policies.write(owner, {
    version,
    policy: policy && { ...policy, version, decidedBy: owner === 'site' ? 'site' : 'project' },
    savedAt: ports.clock.now(),
    savedBy: by,
  });
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalWords['changed-meanwhile'] });
  }
  return getPolicy(owner, ports);
}

/** A right is given to people who can use it. */
async function mustKnow(accountIds: readonly AccountId[], { jira }: PolicyPorts): Promise<void> {
  if (accountIds.length === 0) return;
  const known = byAccount(await jira.people('user', accountIds));
  const strangers = accountIds.filter((accountId) => known[accountId]?.kind !== 'human');
  if (strangers.length > 0) {
    throw new CallRefused({
      code: 'invalid',
      field: 'policy.waivers.people',
      message: refusalWords['unknown-people'],
    });
  }
}

/** The versions an owner saved, newest first. */
export async function policyVersions(
  owner: PolicyOwner,
  { policies, jira }: PolicyPorts,
): Promise<PolicyVersionsAnswer> {
  const versions = await policies.versions(owner);
  const savers = [...new Set(versions.map(({ savedBy }) => savedBy))];
  return { ok: true, versions, people: byAccount(await jira.people('user', savers)) };
}
