import type { WorkItem } from '../domain/gate/item';
import { isWorkItem, tighten, type Policy, type TransitionRule } from '../domain/policy/policy';
import type { IssueKey } from '../domain/values';
import { ownOrNone } from './own-charter';
import { Unavailable, type CharterStore, type Jira, type RawWorkItem, type StoredCharter } from './ports';

/** Whose gate a transition asks: the item's own, or the one of the item it belongs to. */
export interface Subject {
  readonly item: WorkItem;
  readonly stored: StoredCharter;
  readonly policy: Policy;
  /** The item under transition, where the gate asked is its parent's. */
  readonly child?: IssueKey;
}

export interface SubjectPorts {
  readonly jira: Pick<Jira, 'workItem'>;
  readonly charters: Pick<CharterStore, 'read'>;
}

/** The item and its record, side by side: one wave of reads. */
export async function readItem(
  issueKey: IssueKey,
  { jira, charters }: SubjectPorts,
): Promise<{ readonly raw: RawWorkItem; readonly stored: StoredCharter; readonly policy: Policy }> {
  const [raw, { stored, policy }] = await Promise.all([
    jira.workItem('app', issueKey),
    charters.read(issueKey),
  ]);
  // Jira is moving the item right now, so it exists; not seeing it is an outage, not an answer.
  if (!raw) throw new Unavailable('jira', 'the item under transition was not found');
  return { raw, stored: ownOrNone(stored, raw.issueId), policy: policy.policy };
}

const followsParent = (policy: Policy, { checkpoint }: TransitionRule, item: WorkItem): boolean =>
  policy.childrenFollow &&
  checkpoint === 'start' &&
  !isWorkItem(policy, item.issueType) &&
  item.parent !== undefined &&
  isWorkItem(policy, item.parent.issueType);

/**
 * An item outside the policy starts only once its parent may, where the policy asks for that.
 * Costs a second wave of reads, for such children alone.
 */
export async function parentGate(own: Subject, rule: TransitionRule, ports: SubjectPorts): Promise<Subject> {
  const { item, policy } = own;
  if (!item.parent || !followsParent(policy, rule, item)) return own;
  const parent = await readItem(item.parent.issueKey, ports);
  return {
    item: parent.raw.toWorkItem(parent.policy.ownerSource),
    stored: parent.stored,
    policy: tighten(parent.policy, rule),
    child: item.issueKey,
  };
}
