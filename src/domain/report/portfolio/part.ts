import { evaluate, nextCheckpoint } from '../../gate/evaluate';
import type { Finding } from '../../gate/finding';
import type { Subject } from '../../gate/subject';
import type { Instant, IsoDate, IssueKey } from '../../values';
import { accountabilityTest, isAtRisk, topTwo } from '../accountability/accountability-test';
import type { AccountabilityTest } from '../accountability/accountability-test';
import { worstOf, riskOf, type AtRisk } from '../accountability/risk';
import { sumOfWeeks, type WeekFigures } from '../accountability/quarter';
import { figuresIn, summarised, type Figures } from '../accountability/summary';

/** Some of a project's open items, as a line of the portfolio counts them. Two parts, put together, are those of both. */
export interface PortfolioPart<W extends AtRisk = AtRisk> {
  readonly figures: Figures;
  /** Oldest first; without the running week. */
  readonly weeks: readonly WeekFigures[];
  /** The item most at risk; null where all pass the test, or nobody knows. */
  readonly worst: W | null;
}

/** The same line over disjoint sets of items; the order does not matter. */
export const joined = <W extends AtRisk>(parts: readonly PortfolioPart<W>[]): PortfolioPart<W> => ({
  figures: figuresIn(summarised(parts.map(({ figures }) => ({ ...figures, handoffs: [] })))),
  weeks: sumOfWeeks(parts.map(({ weeks }) => weeks)),
  worst: worstOf(parts.map(({ worst }) => worst)),
});

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
