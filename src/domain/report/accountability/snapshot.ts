import { isOpen } from '../../charter/agreement/agreement';
import { isAnswerOverdue } from '../../notices/clocks';
import type { Subject } from '../../gate/subject';
import type { Instant } from '../../time/time';
import { accountabilityTest, isAtRisk } from './accountability-test';

/** One item in the figures of the headline. */
export interface AccountabilitySnapshot {
  /** Passes the accountability test. */
  readonly passes: boolean;
  /** Agreements asked for and not taken back. */
  readonly promises: number;
  /** Of those: without an answer for longer than the policy allows. */
  readonly unanswered: number;
}

export function snapshotOf(subject: Subject, now: Instant): AccountabilitySnapshot {
  const { charter, policy } = subject;
  return {
    passes: !isAtRisk(accountabilityTest(subject, now)),
    promises: charter.agreements.filter(isOpen).length,
    unanswered: charter.agreements.filter((agreement) => isAnswerOverdue(agreement, policy, now)).length,
  };
}
