import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkCondition, checkFilter, meetsFilter, type Scalar } from './conditions';
import type { EntityDefinition } from './entities';
import { invalid, unprocessable } from './errors';
import { QUERY_DEFAULT_LIMIT, QUERY_MAX_LIMIT } from './limits';
import type { Position, Row } from './ordered-index';
import type { ConditionFilter, EntityQuery, KeyQuery, RangeCondition } from './requests';
import type { StoredRecord, Table } from './table';
import { attributeProblem } from './values';

export interface QueryPage {
  readonly records: readonly StoredRecord[];
  readonly cursor?: string;
}

/** Plain keys in order, optionally by prefix. */
export function queryKeys(table: Table, query: KeyQuery): QueryPage {
  const where = query.where?.[0];
  return runQuery(table, {
    indexName: 'by-key',
    partition: [],
    range: where === undefined ? undefined : { condition: where.condition, values: [...where.values] },
    filter: undefined,
    descending: false,
    limit: query.limit,
    cursor: query.after,
  });
}

/** One index of one entity. @throws KvsRefusal when the query does not fit the declaration. */
export function queryEntity(table: Table, entity: EntityDefinition, query: EntityQuery): QueryPage {
  const index = entity.indexes.get(query.indexName);
  if (index === undefined) throw invalid(`Entity ${entity.name} has no index ${query.indexName}.`);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw invalid(
      `Index ${index.name} needs ${index.partition.length} partition values, in the order declared.`,
    );
  }
  index.partition.forEach((attribute, at) => {
    const problem = attributeProblem(entity.attributes.get(attribute) ?? 'any', partition[at]);
    if (problem !== undefined) throw unprocessable(`Partition value ${attribute} ${problem}.`);
  });
  if (query.range !== undefined) {
    const type = index.range === null ? 'string' : (entity.attributes.get(index.range) ?? 'any');
    checkCondition(type, query.range, index.range ?? 'key');
  }
  const filter = query.filters === undefined || Array.isArray(query.filters) ? undefined : query.filters;
  if (filter !== undefined) checkFilter(entity, filter);
  return runQuery(table, {
    indexName: index.name,
    partition,
    range: query.range,
    filter,
    descending: query.sort === 'DESC',
    limit: query.limit,
    cursor: query.cursor,
  });
}

interface Plan {
  readonly indexName: string;
  readonly partition: readonly Scalar[];
  readonly range: RangeCondition | undefined;
  readonly filter: ConditionFilter | undefined;
  readonly descending: boolean;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

function runQuery(table: Table, plan: Plan): QueryPage {
  const limit = plan.limit ?? QUERY_DEFAULT_LIMIT;
  if (limit < 1 || limit > QUERY_MAX_LIMIT)
    throw invalid(`The limit must lie between 1 and ${QUERY_MAX_LIMIT}.`);
  const index = table.index(plan.indexName);
  if (index === undefined) throw invalid(`There is no index ${plan.indexName}.`);
  const { partition, range, descending } = plan;
  const after = plan.cursor === undefined ? undefined : readCursor(plan.cursor, plan);
  const rows = index.scan({ partition, range, descending, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  // Filters work on the page that was read, so a page can be empty and still have a successor, as documented.
  const { filter } = plan;
  const kept =
    filter === undefined ? page : page.filter(({ record }) => meetsFilter(filter, record.attributes));
  return {
    records: kept.map(({ record }) => record),
    ...(more ? { cursor: writeCursor(last, plan) } : {}),
  };
}

const cursorSchema = z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()]), z.string()]);

function writeCursor(last: Row, plan: Plan): string {
  return Buffer.from(JSON.stringify([fingerprint(plan), last.range, last.record.key])).toString('base64url');
}

/** A cursor belongs to the query that gave it; with other parameters it would skip or repeat rows unseen. */
function readCursor(cursor: string, plan: Plan): Position {
  const parsed = cursorSchema.safeParse(decode(cursor));
  if (!parsed.success || parsed.data[0] !== fingerprint(plan)) {
    throw invalid('The cursor does not belong to this query.');
  }
  return { range: parsed.data[1], key: parsed.data[2] };
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fingerprint({ indexName, partition, range, filter, descending }: Plan): string {
  const text = JSON.stringify([indexName, partition, range, filter, descending]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
