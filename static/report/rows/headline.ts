import { unacknowledged } from './filter';
import type { Row } from './row';

/** The report's three figures, over every row loaded in the scope, whatever is filtered. */
export interface Headline {
  readonly items: number;
  /** Of those: items that Holdfast may not see. They neither pass nor are at risk. */
  readonly notKnown: number;
  readonly passing: number;
  readonly promises: number;
  readonly unacknowledged: number;
  /** Of the unacknowledged: without an answer for longer than the policy allows. */
  readonly unanswered: number;
  /** Items whose owner says that they are off track. */
  readonly offTrack: number;
  /** The same items a week ago; `known`: how many of them have their past at hand. */
  readonly lastWeek: { readonly known: number; readonly passing: number; readonly unanswered: number };
  /** Items that at least one rule holds back at their next step, were the policy enforced. */
  readonly heldBack: number;
  /** Whether the gate really refuses those moves: the policy enforces. */
  readonly enforced: boolean;
  /** Nobody has chosen a policy, for the project or for the site. */
  readonly undecided: boolean;
  /** True where all rows are epics, so that the page may speak of epics. */
  readonly epics: boolean;
}

export function headline(rows: readonly Row[]): Headline {
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  const past = rows.flatMap(({ item }) => item.lastWeek ?? []);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    items: rows.length,
    notKnown: count(({ item }) => item.gate === null),
    passing: count(({ item }) => item.gate !== null && !item.atRisk),
    promises: sum(({ item }) => item.agreements.open),
    unacknowledged: sum(unacknowledged),
    unanswered: sum(({ item }) => item.unanswered),
    offTrack: count(({ item }) => item.onTrack === false),
    lastWeek: {
      known: past.length,
      passing: past.filter(({ passes }) => passes).length,
      unanswered: past.reduce((total, one) => total + one.unanswered, 0),
    },
    heldBack: count(({ item }) => item.gate?.strictVerdict === 'block'),
    enforced: rows.some(({ item }) => item.gate?.mode === 'enforce'),
    undecided: rows.length > 0 && rows.every(({ item }) => item.gate?.policyOf === undefined),
    epics: rows.length > 0 && rows.every(({ item }) => item.issueTypeLevel === 1),
  };
}
