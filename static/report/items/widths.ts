import type { Column } from '../rows/order';

/** Least width of a column in CSS pixels, and its share of what is left over. */
const widths: Readonly<Record<Column, { readonly least: number; readonly share?: number }>> = {
  key: { least: 100 },
  summary: { least: 132, share: 3 },
  status: { least: 92 },
  component: { least: 100, share: 1 },
  version: { least: 92, share: 0.8 },
  dri: { least: 108, share: 1.2 },
  owner: { least: 64 },
  authority: { least: 76 },
  dependencies: { least: 112 },
  agreements: { least: 116 },
  needed: { least: 112, share: 0.3 },
  review: { least: 104, share: 0.3 },
  rung: { least: 116, share: 1 },
  findings: { least: 100 },
};

const TICK = 36;

/** The table's columns for CSS, and how wide they are at least. */
export const widthsOf = (
  columns: readonly Column[],
): { readonly template: string; readonly least: number } => ({
  template: [
    `${TICK}px`,
    ...columns.map((column) => {
      const { least, share } = widths[column];
      return share === undefined ? `${least}px` : `minmax(${least}px, ${share}fr)`;
    }),
  ].join(' '),
  least: columns.reduce((sum, column) => sum + widths[column].least, TICK),
});
