import type { IssueKey, IsoDate } from '../../values';

/** Counts as one number, the first weighing most, so that ten thousand rows sort by one comparison each. */
const weigh = (counts: readonly number[]): number =>
  counts.reduce((weight, count) => weight * 100 + Math.min(count, 99), 0);

/** What an item's risk is reckoned from. */
export interface RiskFacts {
  /** Fails the accountability test. */
  readonly atRisk: boolean;
  /** Findings that hold it back, and all of them. */
  readonly blocking: number;
  readonly findings: number;
  /** Questions of the test that are answered no. */
  readonly noes: number;
  /** Nobody knows its verdict. */
  readonly unknown: boolean;
}

/**
 * The higher, the earlier at risk first: failing the test, then what blocks, then open questions, then findings, then
 * what nobody knows.
 */
export const riskOf = ({ atRisk, blocking, noes, findings, unknown }: RiskFacts): number =>
  weigh([Number(atRisk), blocking, noes, findings, Number(unknown)]);

/** An item among others at risk. */
export interface AtRisk {
  readonly issueKey: IssueKey;
  readonly risk: number;
  /** The earliest day something of it is needed. */
  readonly neededBy?: IsoDate;
}

const NEVER = '9999';

const keyParts = (issueKey: IssueKey): readonly [project: string, number: number] => {
  const dash = issueKey.lastIndexOf('-');
  return [issueKey.slice(0, dash), Number(issueKey.slice(dash + 1))];
};

const plainly = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Orders keys as people count: by project, then by number. */
export function byIssueKey(a: IssueKey, b: IssueKey): number {
  const [aProject, aNumber] = keyParts(a);
  const [bProject, bNumber] = keyParts(b);
  return plainly(aProject, bProject) || aNumber - bNumber;
}

/** The riskiest, then what is needed soonest, then the first by its key: no two items are equal. */
export const byRisk = (a: AtRisk, b: AtRisk): number =>
  b.risk - a.risk || plainly(a.neededBy ?? NEVER, b.neededBy ?? NEVER) || byIssueKey(a.issueKey, b.issueKey);

/** The one item most at risk of some; null of none. */
export const worstOf = <T extends AtRisk>(items: readonly (T | null)[]): T | null =>
  items.reduce((worst, one) => (worst && (!one || byRisk(worst, one) <= 0) ? worst : one), null);
