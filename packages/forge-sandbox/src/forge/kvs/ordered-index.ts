import { compareScalars, isScalar, type Scalar } from './conditions';
import type { IndexDefinition } from './entities';
import { invalid } from './errors';
import type { RangeCondition } from './requests';
import type { StoredRecord } from './table';
import type { Attributes } from './values';

export interface Row {
  readonly range: Scalar;
  readonly record: StoredRecord;
}

export interface Position {
  readonly range: Scalar;
  readonly key: string;
}

/** Rows of one index, per partition in order of range value, then key. Records without the attributes are not in it. */
export class OrderedIndex {
  private readonly partitions = new Map<string, Row[]>();

  constructor(private readonly definition: IndexDefinition) {}

  add(record: StoredRecord): void {
    const at = this.place(record);
    if (at === undefined) return;
    const rows = this.partitions.get(at.partition) ?? [];
    const position = { range: at.range, key: record.key };
    rows.splice(
      firstWhere(rows, (row) => comparePositions(row, position) >= 0),
      0,
      { range: at.range, record },
    );
    this.partitions.set(at.partition, rows);
  }

  remove(record: StoredRecord): void {
    const at = this.place(record);
    const rows = at === undefined ? undefined : this.partitions.get(at.partition);
    if (at === undefined || rows === undefined) return;
    const position = { range: at.range, key: record.key };
    const found = firstWhere(rows, (row) => comparePositions(row, position) >= 0);
    if (rows[found]?.record.key === record.key) rows.splice(found, 1);
  }

  /** Up to `limit` rows after a position, in the order asked for. */
  scan(query: {
    readonly partition: readonly Scalar[];
    readonly range: RangeCondition | undefined;
    readonly after: Position | undefined;
    readonly descending: boolean;
    readonly limit: number;
  }): readonly Row[] {
    const rows = this.partitions.get(partitionKey(query.partition)) ?? [];
    let [start, end] = query.range === undefined ? [0, rows.length] : bounds(rows, query.range);
    const { after } = query;
    if (after !== undefined && query.descending) {
      end = Math.min(
        end,
        firstWhere(rows, (row) => comparePositions(row, after) >= 0),
      );
    } else if (after !== undefined) {
      start = Math.max(
        start,
        firstWhere(rows, (row) => comparePositions(row, after) > 0),
      );
    }
    if (!query.descending) return rows.slice(start, Math.min(end, start + query.limit));
    return rows.slice(Math.max(start, end - query.limit), Math.max(start, end)).reverse();
  }

  private place(record: StoredRecord): { partition: string; range: Scalar } | undefined {
    const { definition } = this;
    if (definition.range === null) return { partition: partitionKey([]), range: record.key };
    const attributes: Attributes = record.attributes ?? {};
    const range = attributes[definition.range];
    const partition = definition.partition.map((name) => attributes[name]);
    if (!isScalar(range) || !partition.every(isScalar)) return undefined;
    return { partition: partitionKey(partition), range };
  }
}

function partitionKey(values: readonly Scalar[]): string {
  return JSON.stringify(values);
}

function comparePositions(row: Row, position: Position): number {
  return compareScalars(row.range, position.range) || compareScalars(row.record.key, position.key);
}

/** The half-open stretch of rows that meets a range condition; rows are sorted, so it is one stretch. */
function bounds(rows: readonly Row[], { condition, values }: RangeCondition): [number, number] {
  const [low, high] = values;
  if (low === undefined) throw invalid(`${condition} has no value.`);
  const from = (value: Scalar): number => firstWhere(rows, (row) => compareScalars(row.range, value) >= 0);
  const past = (value: Scalar): number => firstWhere(rows, (row) => compareScalars(row.range, value) > 0);
  switch (condition) {
    case 'EQUAL_TO':
      return [from(low), past(low)];
    case 'GREATER_THAN':
      return [past(low), rows.length];
    case 'GREATER_THAN_EQUAL_TO':
      return [from(low), rows.length];
    case 'LESS_THAN':
      return [0, from(low)];
    case 'LESS_THAN_EQUAL_TO':
      return [0, past(low)];
    case 'BETWEEN':
      return [from(low), high === undefined ? from(low) : past(high)];
    case 'BEGINS_WITH': {
      const prefix = String(low);
      const start = from(low);
      return [start, firstWhere(rows, ({ range }) => range > prefix && !String(range).startsWith(prefix))];
    }
    default:
      throw invalid(`${condition} cannot be used on an index; use it in filters.`);
  }
}

/** Binary search: the first row for which a condition holds that, once true, stays true. */
function firstWhere(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
