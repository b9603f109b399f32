import type { PolicyAnswer, PolicyVersionsAnswer } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import { siteDefault, type Policy } from '../domain/policy/policy';
import type { AccountId } from '../domain/values';
import type { Clock, Jira, PolicyOwner, PolicyStore } from './ports';
import type { FollowUps } from './ports-follow-ups';
import { trouble } from './trouble';
import { byAccount } from './views';

export interface PolicyPorts {
  readonly policies: PolicyStore;
  readonly jira: Pick<Jira, 'people'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** The policy in force for an owner, under the version of its own record: what a save sends back. */
export async function getPolicy(
  owner: PolicyOwner,
  { policies, jira, clock }: PolicyPorts,
): Promise<PolicyAnswer> {
  const [{ policy, inherited, recordVersion }, above] = await Promise.all([
    policies.read(owner),
    owner === 'site' ? siteDefault : policies.read('site').then(({ policy: site }) => site),
  ]);
  const people = byAccount(await jira.people('user', namedBy(policy)));
  return {
    ok: true,
    policy: { ...policy, version: recordVersion },
    above,
    inherited,
    people,
    now: clock.now(),
  };
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
  await mustKnow(policy, ports);
  const outcome = await ports.policies.write(owner, {
    version,
    policy: policy && { ...policy, version, decidedBy: owner === 'site' ? 'site' : 'project' },
    savedAt: ports.clock.now(),
    savedBy: by,
  });
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalWords['changed-meanwhile'] });
  }
  await rewind(owner, ports);
  return getPolicy(owner, ports);
}

/** Clocks run by the policy. It is saved: where they cannot be looked at now, they go on by the one before. */
async function rewind(owner: PolicyOwner, { followUps }: PolicyPorts): Promise<void> {
  const where = owner === 'site' ? { everywhere: true as const } : { projectKey: owner.project };
  try {
    await followUps.push([{ kind: 'rewind', where }]);
  } catch (error) {
    trouble('Clocks could not be set to a new policy', error);
  }
}

/** People a policy names. */
const namedBy = ({ waivers, clocks }: Policy): readonly AccountId[] => [
  ...new Set([...waivers.people, ...(clocks.programmeLead === null ? [] : [clocks.programmeLead])]),
];

/** Rights and notices go to people who can use them. */
async function mustKnow(policy: Policy | null, { jira }: PolicyPorts): Promise<void> {
  const accountIds = policy ? namedBy(policy) : [];
  if (!policy || accountIds.length === 0) return;
  const known = byAccount(await jira.people('user', accountIds));
  const stranger = accountIds.find((accountId) => known[accountId]?.kind !== 'human');
  if (stranger === undefined) return;
  const field = policy.waivers.people.includes(stranger) ? 'waivers.people' : 'clocks.programmeLead';
  throw new CallRefused({
    code: 'invalid',
    field: `policy.${field}`,
    message: refusalWords['unknown-people'],
  });
}

/** The versions an owner saved, newest first. */
export async function policyVersions(
  owner: PolicyOwner,
  { policies, jira }: PolicyPorts,
): Promise<PolicyVersionsAnswer> {
  const versions = await policies.versions(owner);
  const named = versions.flatMap(({ savedBy, policy }) => [savedBy, ...(policy ? namedBy(policy) : [])]);
  return { ok: true, versions, people: byAccount(await jira.people('user', [...new Set(named)])) };
}
