import type { PolicyChangeView } from '../../../../src/contract/indicators';

/** A change of the policy as a chart marks it. */
export interface PolicyChange {
  readonly week: string;
  /** A, B, …: the same on every chart of the page. */
  readonly letter: string;
}

/** The changes with their letters, oldest first; more than an alphabet of them takes two letters. */
export const lettered = (
  policyChanges: readonly PolicyChangeView[],
): readonly (PolicyChange & PolicyChangeView)[] =>
  policyChanges.map((change, index) => ({ ...change, letter: letterOf(index) }));

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
