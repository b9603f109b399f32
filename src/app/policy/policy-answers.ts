import { attached } from '../../domain/gate/border';
import type { PolicyAnswer, PolicyVersionsAnswer } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { PolicyInput } from '../../contract/inputs-policy';
import type { Policy } from '../../domain/policy/policy';
import { keyOfHome } from '../../domain/policy/home';
import { knownLinksOf } from '../../domain/policy/known-links';
import { lostNames } from '../../domain/policy/lost-names';
import { entitledTo, namedByRights, RIGHTS } from '../../domain/access/rights';
import { idsUnderPolicy, isWaiting, LINK_SIDES, typesWithout } from '../../domain/policy/scope';
import type { AccountId } from '../../domain/values';
import type { PolicyOwner, PolicyStore, ProjectPlace, StoredPolicy } from './ports';
import type { Clock, Jira } from '../ports';
import type { FollowUps } from '../jobs/ports';
import { logError } from '../../platform/log';
import { savedPolicyFor, withHome } from '../subject/policy-for';
import { byAccount, readPeople } from '../subject/read-people';
import { readKnownNames, resolvePolicy, type KnownNames, type ResolvePorts } from '../subject/resolve-policy';

export interface PolicyPorts {
  readonly policies: PolicyStore;
  readonly jira: ResolvePorts['jira'] & Pick<Jira, 'people'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** The policy saved for an owner, under the version of its own record: what a save sends back. */
export async function getPolicy(owner: PolicyOwner, ports: PolicyPorts): Promise<PolicyAnswer> {
  const { jira, clock } = ports;
  const { stored, names } = await readOwn(owner, ports);
  const policy = inForce(stored, names);
  const { brake } = stored;
  const people = await readPeople(jira, 'user', [...namedBy(policy), ...(brake ? [brake.by] : [])]);
  return {
    ok: true,
    policy: { ...policy, version: stored.recordVersion },
    above: stored.above,
    inherited: stored.inherited || policy !== savedPolicyFor(stored, null),
    unknown: unknownIn(policy, names),
    byWords: waitingByWords(policy, names),
    ...(brake && { brake }),
    // Of a project that Jira did not tell of nobody knows what was asked there.
    ...(owner !== 'site' && names.projectId !== null && { attached: attached(bordersOf(stored, names)) }),
    people,
    now: clock.now(),
  };
}

/** Where an owner's records lie: a project by its key and the id that is asked for, side by side with the names. */
const placeOf = (owner: PolicyOwner, names: Promise<KnownNames>): ProjectPlace | 'site' =>
  owner === 'site' ? owner : { ...owner, id: names.then(({ projectId }) => projectId) };

/** What an owner saved, wherever it lies; whatever lies under a former key is asked to follow to the one it has. */
async function readOwn(
  owner: PolicyOwner,
  ports: PolicyPorts,
): Promise<{ readonly stored: StoredPolicy; readonly names: KnownNames }> {
  const asked = readKnownNames(projectKeyOf(owner), ports);
  const [stored, names] = await Promise.all([ports.policies.read(placeOf(owner, asked)), asked]);
  const { projectId } = names;
  const { liesUnder } = stored.home;
  if (owner !== 'site' && projectId !== null && liesUnder !== owner.project) {
    try {
      await ports.followUps.push([{ kind: 'rekey-project', projectId, from: keyOfHome(liesUnder) }]);
    } catch (error) {
      logError('A project could not be looked after yet', error);
    }
  }
  return { stored, names };
}

/** The policy found under an owner's key, where it is that owner's. */
const inForce = (stored: StoredPolicy, { projectId }: KnownNames): Policy =>
  savedPolicyFor(stored, projectId);

/** What the gate's rules met in this project; a key can come back with another one behind it. */
const bordersOf = ({ borders }: StoredPolicy, { projectId }: KnownNames) =>
  borders?.projectId === projectId ? borders : undefined;

const projectKeyOf = (owner: PolicyOwner): string | null => (owner === 'site' ? null : owner.project);

/** What counts as waiting as long as nobody chose, of the link types that Jira has today. */
const waitingByWords = (policy: Policy, { links }: KnownNames): PolicyAnswer['byWords'] =>
  links.flatMap((link) =>
    LINK_SIDES.map((direction) => ({ linkTypeId: link.id, direction, words: link[direction] })).filter(
      (side) => isWaiting('by-words', side, knownLinksOf(policy)),
    ),
  );

/** What a policy names that Jira no longer has: the gate goes on with the rest. */
const unknownIn = (policy: Policy, names: KnownNames): PolicyAnswer['unknown'] => ({
  types: idsUnderPolicy(policy.workItemTypes, names.types).unknown,
  ...lostNames(policy, names),
});

interface SaveRequest {
  readonly owner: PolicyOwner;
  /** Version that was read. */
  readonly version: number;
  /** Null: follow the policy above again. */
  readonly policy: PolicyInput | null;
  readonly by: AccountId;
}

/**
 * Saves a policy as the version after the one it was read at.
 *
 * @throws CallRefused `changed-meanwhile` when somebody saved in between, `invalid` for people, types, links and fields that
 * Jira does not know;
 * nothing was written.
 */
export async function savePolicy(request: SaveRequest, ports: PolicyPorts): Promise<PolicyAnswer> {
  const { owner, by } = request;
  const version = request.version + 1;
  const { stored, names } = await readOwn(owner, ports);
  const policy = request.policy && resolvePolicy(request.policy, inForce(stored, names), names);
  await mustKnow(policy, ports);
  const outcome = await ports.policies.write(owner, stored.home, {
    version,
    policy: policy && { ...policy, version, decidedBy: owner === 'site' ? 'site' : 'project' },
    ...(names.projectId !== null && { projectId: names.projectId }),
    savedAt: ports.clock.now(),
    savedBy: by,
  });
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalText('changed-meanwhile') });
  }
  const covered = typesWithout((policy ?? stored.above).workItemTypes, inForce(stored, names).workItemTypes);
  await rewind(
    owner,
    { coversMore: covered.length > 0, shares: policy?.sharesNumbers === true ? names.projectId : null },
    ports,
  );
  return getPolicy(owner, ports);
}

/** A policy that is tried and not saved, by ids. */
export async function resolved(
  projectKey: string,
  input: PolicyInput,
  ports: Pick<PolicyPorts, 'policies' | 'jira'>,
): Promise<Policy> {
  const asked = readKnownNames(projectKey, ports);
  const place = placeOf({ project: projectKey }, asked);
  const [stored, names] = await Promise.all([ports.policies.read(place), asked]);
  return withHome(resolvePolicy(input, inForce(stored, names), names), stored, projectKey, names.projectId);
}

/**
 * Clocks run by the policy, the fields say what it says, and what it covers may have begun before it did. It is saved:
 * where these cannot be looked at now, clocks go on by the one before, and the rest is looked for once a day.
 */
export async function rewind(
  owner: PolicyOwner,
  {
    coversMore,
    shares = null,
  }: {
    readonly coversMore: boolean;
    /** Id of the project whose numbers are to be kept from now on. */
    readonly shares?: string | null;
  },
  { followUps }: Pick<PolicyPorts, 'followUps'>,
): Promise<void> {
  const where = owner === 'site' ? { everywhere: true as const } : { projectKey: owner.project };
  const review = { kind: 'scope-review', ...(owner !== 'site' && { projectKey: owner.project }) } as const;
  try {
    await followUps.push([
      { kind: 'learn-links' },
      { kind: 'reschedule', where },
      { kind: 'search-fields', where },
      ...(coversMore ? [review] : []),
      ...(owner !== 'site' && shares !== null
        ? [{ kind: 'keep-summary' as const, projectKey: owner.project, projectId: shares }]
        : []),
    ]);
  } catch (error) {
    logError('Clocks could not be set to a new policy', error);
  }
}

/** People a policy names. */
const namedBy = (policy: Policy): readonly AccountId[] => [
  ...new Set([
    ...namedByRights(policy),
    ...(policy.clocks.programmeLead === null ? [] : [policy.clocks.programmeLead]),
  ]),
];

/** Rights and notices go to people who can use them. */
async function mustKnow(policy: Policy | null, { jira }: PolicyPorts): Promise<void> {
  const accountIds = policy ? namedBy(policy) : [];
  if (!policy || accountIds.length === 0) return;
  const known = byAccount(await jira.people('user', accountIds));
  const unknownAccount = accountIds.find((accountId) => known[accountId]?.kind !== 'human');
  if (unknownAccount === undefined) return;
  const right = RIGHTS.find((one) => entitledTo(policy, one).people.includes(unknownAccount));
  const field =
    right === undefined
      ? 'clocks.programmeLead'
      : right === 'waive'
        ? 'waivers.people'
        : `rights.${right}.people`;
  throw new CallRefused({
    code: 'invalid',
    field: `policy.${field}`,
    message: refusalText('unknown-people'),
  });
}

/** The versions an owner saved, newest first. */
export async function policyVersions(
  owner: PolicyOwner,
  { policies, jira }: PolicyPorts,
): Promise<PolicyVersionsAnswer> {
  const place = owner === 'site' ? owner : { ...owner, id: jira.projectId(owner.project) };
  const { home } = await policies.read(place);
  const versions = await policies.versions(home);
  const named = versions.flatMap(({ savedBy, policy }) => [savedBy, ...(policy ? namedBy(policy) : [])]);
  return { ok: true, versions, people: byAccount(await jira.people('user', [...new Set(named)])) };
}
