import type { FindingView, ReportItem } from '../../../../src/contract/answers';
import type { ReportAct } from '../../../../src/contract/report-acts';
import { RULE_GROUPS } from '../../../ui/rule-groups';
import { sorted } from '../../rows/order';
import type { Row } from '../../rows/row';

/** So many items are read on a Monday; the rest are a list. */
export const MOST_AT_RISK = 10;

/** The items most at risk: the vital few first, and of each those that block most. */
export function mostAtRisk(rows: readonly Row[]): readonly Row[] {
  const atRisk = sorted(
    rows.filter(({ item }) => item.atRisk),
    null,
  );
  const few = atRisk.filter(({ item }) => item.vital);
  return [...few, ...atRisk.filter(({ item }) => !item.vital)].slice(0, MOST_AT_RISK);
}

/** Items that pass now and did not a week ago. */
export const gotBetter = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ item }) => item.gate !== null && !item.atRisk && item.lastWeek?.passes === false);

/**
 * What can be done from the report about what was found first: somebody is nominated where nobody is asked to own it, and
 * whoever owes an answer is reminded. Anything else is done on the item itself.
 */
function actOn({ dri, agreements }: ReportItem, { rule, who }: FindingView): ReportAct | null {
  const group = RULE_GROUPS.find(({ rules }) => rules.includes(rule))?.name;
  if (group === 'owner') return dri?.status === 'nominated' ? 'remind' : 'nominate';
  const isAnothers = who.some((accountId) => accountId !== dri?.accountId);
  return isAnothers && agreements.acknowledged < agreements.open ? 'remind' : null;
}

/** What to say of an item at risk, and the act that goes with it; null: it is opened. */
export interface RiskSentence {
  /** At most two findings, what unblocks most first. */
  readonly told: readonly FindingView[];
  readonly more: number;
  readonly act: ReportAct | null;
}

export function riskOf({ item }: Row): RiskSentence {
  const findings = item.gate?.findings ?? [];
  const told = findings.slice(0, 2);
  const [first] = told;
  return { told, more: findings.length - told.length, act: first ? actOn(item, first) : null };
}
