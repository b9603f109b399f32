import { reachedSteps } from '../../domain/notices/clocks';
import { concerns, highest, asReachedStep } from '../../domain/notices/steps-by-cause';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import { lozengeStateOf, type LozengeState } from '../../domain/report/accountability/lozenge';
import type { IssueKey } from '../../domain/values';
import type { Clock } from '../ports';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import { subjectFor } from '../subject/subject-for';

export interface LozengePorts extends SubjectPorts {
  readonly clock: Clock;
}

/**
 * How a work item stands, in the one thing worth a word: null for whoever may not see the item, and where there is
 * nothing to say. Jira is asked as the person who looks whether they may see it, and as the app how it stands: one wave
 * of three reads.
 *
 * @throws Unavailable when Jira or storage does not answer.
 */
export async function itemLozenge(issueKey: IssueKey, ports: LozengePorts): Promise<LozengeState | null> {
  const [theirs, read] = await Promise.all([
    ports.jira.workItem('user', issueKey),
    readSubject(issueKey, ports),
  ]);
  if (!theirs) return null;
  if (read.kind === 'not-shown') return { kind: 'not-known' };
  // Their own sight of the item counts: not even how much is hidden from them is told.
  const subject = subjectFor(read.subject, theirs.toWorkItem(read.subject.policy));
  const { charter, item, policy } = subject;
  const now = ports.clock.now();
  const step = highest(
    reachedSteps(charter, policy, now).filter((one) => concerns(one, item.status.category)),
  );
  const gate = evaluate(subject, nextCheckpoint(item), now);
  return lozengeStateOf(subject, gate, step ? asReachedStep(step, charter, policy) : null);
}
