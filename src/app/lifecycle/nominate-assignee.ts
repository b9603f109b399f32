import { HOLDFAST_ACTOR } from '../../domain/ids';
import type { Charter } from '../../domain/charter/charter';
import { isUnderPolicy } from '../../domain/gate/coverage';
import type { AccountId } from '../../domain/values';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import { settledRecord, type RekeyPorts } from '../charter/rekey-charter';
import { Refused } from '../../platform/unavailable';
import type { CharterStore } from '../charter/ports';
import type { Clock, Jira } from '../ports';
import { followUpsOf } from '../charter/after-change';
import type { FollowUps } from '../jobs/ports';
import { policyFor } from '../subject/policy-for';
import { byAccount } from '../charter/views';

export interface AssignmentPorts {
  readonly jira: Pick<Jira, 'workItem' | 'assignees' | 'people'>;
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Nobody answered for it yet, or only somebody whom Holdfast itself asked; and they did not just say no. */
const isOpenTo = ({ dri, declinedNomination }: Charter, accountId: AccountId): boolean =>
  (dri === null || (dri.status === 'nominated' && dri.nominatedBy === HOLDFAST_ACTOR)) &&
  declinedNomination?.accountId !== accountId;

/**
 * Owner by default: nominates whoever Jira assigns, where the policy says so and nobody was chosen by hand.
 * A nomination asks; accepting stays with the person.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not say who is assigned.
 */
export async function followAssignment(issueKey: string, ports: AssignmentPorts): Promise<void> {
  const [raw, assignees, found] = await Promise.all([
    ports.jira.workItem('app', issueKey),
    ports.jira.assignees('app', [issueKey]),
    ports.charters.read(issueKey),
  ]);
  if (assignees === null) throw new Refused('the assignee cannot be read');
  const accountId = assignees[issueKey];
  if (!raw || accountId === undefined) return;
  const { stored, policy } = await settledRecord(raw, found, ports);
  const own = policyFor(policy, raw.projectId);
  if (!own.nominateAssignee) return;
  const item = raw.toWorkItem(own);
  if (!isUnderPolicy(own, item.type) || !isOpenTo(stored.charter, accountId)) return;
  const people = await ports.jira.people('app', [accountId]);
  const now = ports.clock.now();
  const changed = await changeAsHoldfast(
    {
      issueKey,
      issueId: raw.issueId,
      stored,
      command: { type: 'nominate-dri', accountId },
      people: byAccount(people),
      canEdit: true,
      now,
      policy: own,
    },
    ports.charters,
  );
  if (changed.ok) await ports.followUps.push(followUpsOf(issueKey, changed.value, now));
}
