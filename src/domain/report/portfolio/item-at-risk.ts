import { evaluate, nextCheckpoint } from '../../gate/evaluate';
import type { Finding } from '../../gate/finding';
import type { Subject } from '../../gate/subject';
import type { Instant, IsoDate, IssueKey } from '../../values';
import {
  accountabilityTest,
  isAtRisk,
  topTwo,
  type AccountabilityTest,
} from '../accountability/accountability-test';
import { riskOf, type AtRisk } from '../accountability/risk';

/** An item at risk, with what holds it back. */
export interface RiskOfItem extends AtRisk {
  readonly issueKey: IssueKey;
  readonly neededBy?: IsoDate;
  readonly test: AccountabilityTest;
  /** What unblocks most first. */
  readonly findings: readonly Finding[];
}

/** How much an item is at risk; null where it passes the test. It is the order of the report. */
export function itemAtRisk(subject: Subject, now: Instant): RiskOfItem | null {
  const { charter, item } = subject;
  const test = accountabilityTest(subject, now);
  if (!isAtRisk(test)) return null;
  const { findings } = evaluate(subject, nextCheckpoint(item), now);
  const [first] = topTwo(charter);
  return {
    issueKey: item.issueKey,
    risk: riskOf({
      atRisk: true,
      blocking: findings.filter(({ severity }) => severity === 'block').length,
      noes: Object.values(test).filter((light) => light === 'no').length,
      findings: findings.length,
      unknown: false,
    }),
    ...(first && { neededBy: first.neededBy }),
    test,
    findings,
  };
}
