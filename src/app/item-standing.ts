import { climbed } from '../domain/clocks/clocks';
import { concerns, highest, reached } from '../domain/clocks/rungs';
import { evaluateGate, nextCheckpoint } from '../domain/gate/evaluate';
import { standingOf, type Standing } from '../domain/report/lozenge';
import type { IssueKey } from '../domain/values';
import { ownOrNone } from './own-charter';
import type { CharterStore, Clock, Jira } from './ports';

export interface StandingPorts {
  readonly jira: Pick<Jira, 'workItem'>;
  readonly charters: Pick<CharterStore, 'read'>;
  readonly clock: Clock;
}

/**
 * How a work item stands, in the one thing worth a word, read as the person who looks: null for whoever may not see
 * the item, and where there is nothing to say. One wave of two reads.
 *
 * @throws Unavailable when Jira or storage does not answer.
 */
export async function itemStanding(
  issueKey: IssueKey,
  { jira, charters, clock }: StandingPorts,
): Promise<Standing | null> {
  const [raw, read] = await Promise.all([jira.workItem('user', issueKey), charters.read(issueKey)]);
  if (!raw) return null;
  const { policy } = read.policy;
  const item = raw.toWorkItem(policy.ownerSource);
  const { charter } = ownOrNone(read.stored, item.issueId);
  const now = clock.now();
  const step = highest(climbed(charter, policy, now).filter((one) => concerns(one, item.status.category)));
  const gate = evaluateGate({ charter, item, policy, checkpoint: nextCheckpoint(item), now });
  return standingOf({ charter, item, policy, gate, rung: step ? reached(step, charter, policy) : null });
}
