import { fold, type Row } from './row';
import type { FindingFilter, LightFilter, ViewState } from '../view/view-state';

/** Promises asked for that nobody has acknowledged: still waiting, or declined. */
export const unacknowledged = ({ item }: Row): number => item.agreements.open - item.agreements.acknowledged;

function fitsLight({ item }: Row, light: LightFilter): boolean {
  switch (light) {
    case 'any':
      return true;
    case 'at-risk':
      return item.atRisk;
    case 'passes':
      return item.gate !== null && !item.atRisk;
    case 'not-known':
      return item.gate === null;
    case 'no-owner':
      return item.test.owner === 'no';
    case 'no-authority':
      return item.test.authority === 'no';
    case 'no-dependencies':
      return item.test.dependencies === 'no';
  }
}

function fitsFinding(row: Row, finding: FindingFilter): boolean {
  switch (finding) {
    case 'any':
      return true;
    case 'some':
      return row.findings > 0;
    case 'blocking':
      return row.blocking > 0;
    case 'unacknowledged':
      return unacknowledged(row) > 0;
    case 'waived':
      return (row.item.gate?.waived.length ?? 0) > 0;
    case 'off-track':
      return row.item.onTrack === false;
    case 'vital':
      return row.item.vital;
    case 'bypassed':
      return row.item.bypasses > 0;
    default:
      return row.item.gate !== null && row.item.gate.findings.some(({ rule }) => rule === finding);
  }
}

/** Rows that hold every word of the search and fit both filters, in the order given. */
export function filtered(
  rows: readonly Row[],
  view: Pick<ViewState, 'search' | 'light' | 'finding'>,
): readonly Row[] {
  const words = fold(view.search).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      fitsLight(row, view.light) &&
      fitsFinding(row, view.finding) &&
      words.every((word) => row.text.includes(word)),
  );
}
