import { unacknowledged } from './filter';
import type { Row } from './row';

/** The report's three figures, over every row loaded in the scope, whatever is filtered. */
export interface Headline {
  readonly items: number;
  readonly passing: number;
  readonly promises: number;
  readonly unacknowledged: number;
  /** Items that at least one rule holds back at their next step, were the policy enforced. */
  readonly heldBack: number;
  /** Whether the gate really refuses those moves: the policy enforces. */
  readonly enforced: boolean;
  /** True where all rows are epics, so that the page may speak of epics. */
  readonly epics: boolean;
}

export function headline(rows: readonly Row[]): Headline {
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    items: rows.length,
    passing: count(({ item }) => !item.atRisk),
    promises: sum(({ item }) => item.agreements.open),
    unacknowledged: sum(unacknowledged),
    heldBack: count(({ item }) => item.gate.strictVerdict === 'block'),
    enforced: rows.some(({ item }) => item.gate.mode === 'enforce'),
    epics: rows.length > 0 && rows.every(({ item }) => item.issueType.toLowerCase() === 'epic'),
  };
}
