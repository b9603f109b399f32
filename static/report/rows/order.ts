import type { Light } from '../../../src/domain/report/accountability/accountability-test';
import type { Row } from './row';

/** Every column there is, in the order in which they stand. */
export const COLUMNS = [
  'key',
  'summary',
  'status',
  'component',
  'version',
  'dri',
  'owner',
  'authority',
  'dependencies',
  'agreements',
  'needed',
  'review',
  'rung',
  'findings',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these a line says nothing. */
const FIXED: readonly Column[] = ['key', 'summary'];
export const CHOOSABLE: readonly Column[] = COLUMNS.filter((column) => !FIXED.includes(column));
export const USUAL_COLUMNS: readonly Column[] = COLUMNS.filter(
  (column) => !['component', 'version', 'agreements', 'needed'].includes(column),
);

/** The columns chosen, with those that always stand, in their order. */
export const columnsOf = (chosen: readonly string[]): readonly Column[] =>
  COLUMNS.filter((column) => FIXED.includes(column) || chosen.includes(column));

export const DIRECTIONS = ['asc', 'desc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** `null` is the report's own order: at risk first. */
export type Sort = { readonly column: Column; readonly direction: Direction } | null;

type Compare = (a: Row, b: Row) => number;

const natural = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byWords =
  (of: (row: Row) => string): Compare =>
  (a, b) =>
    natural.compare(of(a), of(b));
const byNumber =
  (of: (row: Row) => number): Compare =>
  (a, b) =>
    of(a) - of(b);

const plainly =
  (of: (row: Row) => string): Compare =>
  (a, b) =>
    of(a) < of(b) ? -1 : Number(of(a) > of(b));

/** What is not known stands between a no and a yes. */
const answer = { no: 0, unknown: 1, yes: 2 } as const satisfies Record<Light, number>;

/** The way work goes: what has not begun comes first. */
const category = { new: 0, indeterminate: 1, done: 2 } as const;

const then =
  (...compares: readonly Compare[]): Compare =>
  (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };

const byKey = then(
  plainly(({ project }) => project),
  byNumber(({ number }) => number),
);

const ascending: Readonly<Record<Column, Compare>> = {
  key: byKey,
  summary: byWords(({ item }) => item.summary),
  status: then(
    byNumber(({ item }) => category[item.status.category]),
    byWords(({ item }) => item.status.name),
  ),
  component: byWords(({ item }) => item.components[0] ?? ''),
  version: byWords(({ item }) => item.fixVersions[0] ?? ''),
  dri: byWords(({ driName }) => driName ?? ''),
  owner: byNumber(({ item }) => answer[item.test.owner]),
  authority: byNumber(({ item }) => answer[item.test.authority]),
  dependencies: byNumber(({ item }) => answer[item.test.dependencies]),
  agreements: then(
    byNumber(({ item }) => item.agreements.open),
    byNumber(({ item }) => item.agreements.acknowledged),
  ),
  needed: plainly(({ item }) => item.agreements.nextNeededBy ?? ''),
  review: plainly(({ item }) => item.reviewOn ?? ''),
  // The higher and the longer, the further down.
  rung: then(
    byNumber(({ item }) => item.rung?.rung ?? -1),
    (a, b) => plainly(({ item }) => item.rung?.since ?? '')(b, a),
  ),
  findings: then(
    byNumber(({ findings }) => findings),
    byNumber(({ blocking }) => blocking),
  ),
};

/** Rows without a value stay at the end whichever way a column is sorted. */
const isEmpty: Partial<Readonly<Record<Column, (row: Row) => boolean>>> = {
  dri: ({ driName }) => driName === null,
  component: ({ item }) => item.components.length === 0,
  version: ({ item }) => item.fixVersions.length === 0,
  agreements: ({ item }) => item.agreements.open === 0,
  needed: ({ item }) => item.agreements.nextNeededBy === undefined,
  review: ({ item }) => item.reviewOn === undefined,
  rung: ({ item }) => item.rung === null,
  findings: ({ item }) => item.gate === null,
};

/** The riskiest, then what is needed soonest. */
const byRisk = then(
  byNumber(({ risk }) => -risk),
  plainly(({ item }) => item.agreements.nextNeededBy ?? '9999'),
  byKey,
);

/** A sorted copy. Equal rows keep the order of their keys. */
export function sorted(rows: readonly Row[], sort: Sort): readonly Row[] {
  if (!sort) return [...rows].sort(byRisk);
  const sign = sort.direction === 'asc' ? 1 : -1;
  const compare = ascending[sort.column];
  const empty = isEmpty[sort.column];
  const emptyLast: Compare = empty ? byNumber((row) => Number(empty(row))) : () => 0;
  return [...rows].sort(then(emptyLast, (a, b) => sign * compare(a, b), byKey));
}

/** What pressing a column's header does: ascending, descending, back to at risk first. */
export function nextSort(sort: Sort, column: Column): Sort {
  if (sort?.column !== column) return { column, direction: 'asc' };
  return sort.direction === 'asc' ? { column, direction: 'desc' } : null;
}

/** Columns in which a row without a value says nothing that is worth its room. */
const FOLDABLE: readonly Column[] = ['component', 'version', 'agreements', 'needed', 'review', 'rung'];

/** The columns to show: those chosen, without the usual ones that are empty in every row. */
export const columnsWorth = (columns: readonly Column[], rows: readonly Row[]): readonly Column[] =>
  columns.join() !== USUAL_COLUMNS.join()
    ? columns
    : columns.filter(
        (column) => !FOLDABLE.includes(column) || !rows.every((row) => isEmpty[column]?.(row) ?? false),
      );
