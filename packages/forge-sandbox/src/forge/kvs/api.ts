import type { z } from 'zod';
import { runBatch } from './batch';
import { invalid, KvsRefusal } from './errors';
import { queryEntity, queryKeys, type QueryPage } from './query';
import { parseRequest, schemas, type MetadataField, type SetOptions } from './requests';
import { present, type KvsStore, type Space } from './store';
import { runTransaction, spaceOf } from './transaction';

export interface KvsAnswer {
  readonly status: number;
  /** Text of the JSON answer; empty for an answer without a body. */
  readonly text: string;
}

const ok = (body?: unknown): KvsAnswer => ({
  status: 200,
  text: body === undefined ? '' : JSON.stringify(body),
});

type Route = (store: KvsStore, body: unknown, bytes: number) => KvsAnswer;

function route<T extends z.ZodType>(
  schema: T,
  run: (store: KvsStore, request: z.infer<T>, bytes: number) => KvsAnswer,
): Route {
  return (store, body, bytes) => run(store, parseRequest(schema, body), bytes);
}

const PLAIN: Space = { kind: 'plain' };
const SECRET: Space = { kind: 'secret' };

const ROUTES: Readonly<Record<string, Route>> = {
  '/api/v1/get': route(schemas.get, (store, { key, options }) =>
    get(store, PLAIN, key, options?.metadataFields),
  ),
  '/api/v1/set': route(schemas.set, (store, { key, value, options }) =>
    set(store, PLAIN, key, value, options),
  ),
  '/api/v1/delete': route(schemas.delete, (store, { key }) => remove(store, PLAIN, key)),
  '/api/v1/query': route(schemas.query, (store, query) =>
    page(store, queryKeys(store.table(PLAIN), query), query.options?.metadataFields),
  ),
  '/api/v1/secret/get': route(schemas.get, (store, { key, options }) =>
    get(store, SECRET, key, options?.metadataFields),
  ),
  '/api/v1/secret/set': route(schemas.set, (store, { key, value, options }) =>
    set(store, SECRET, key, value, options),
  ),
  '/api/v1/secret/delete': route(schemas.delete, (store, { key }) => remove(store, SECRET, key)),
  '/api/v1/entity/get': route(schemas.entityGet, (store, { entityName, key, options }) =>
    get(store, spaceOf(entityName), key, options?.metadataFields),
  ),
  '/api/v1/entity/set': route(schemas.entitySet, (store, { entityName, key, value, options }) =>
    set(store, spaceOf(entityName), key, value, options),
  ),
  '/api/v1/entity/delete': route(schemas.entityDelete, (store, { entityName, key }) =>
    remove(store, spaceOf(entityName), key),
  ),
  '/api/v1/entity/query': route(schemas.entityQuery, (store, query) => {
    const { table, entity } = store.entity(query.entityName);
    return page(store, queryEntity(table, entity, query), query.options?.metadataFields);
  }),
  '/api/v1/transaction': route(schemas.transaction, (store, request, bytes) => {
    runTransaction(store, request, bytes);
    return ok();
  }),
  '/api/v1/batch/set': route(schemas.batchSet, (store, items, bytes) =>
    ok(
      runBatch(items, bytes, ({ entityName, key, value, options }) => {
        store.write(spaceOf(entityName), key, value, options);
        return {};
      }),
    ),
  ),
  '/api/v1/batch/get': route(schemas.batchGet, (store, items, bytes) =>
    ok(
      runBatch(items, bytes, ({ entityName, key, options }) =>
        foundInBatch(store, spaceOf(entityName), key, options?.metadataFields),
      ),
    ),
  ),
  '/api/v1/batch/delete': route(schemas.batchDelete, (store, items, bytes) =>
    ok(
      runBatch(items, bytes, ({ entityName, key }) => {
        remove(store, spaceOf(entityName), key);
        return {};
      }),
    ),
  ),
};

/** Answers one request of @forge/kvs. Never throws for what the app sent; a refusal is an answer with a status. */
export function answerKvs(store: KvsStore, path: string, bodyText: string): KvsAnswer {
  try {
    const handler = ROUTES[path];
    if (handler === undefined) throw invalid(`The stand-in does not know the storage call ${path}.`);
    return handler(store, parseBody(bodyText), Buffer.byteLength(bodyText));
  } catch (problem) {
    if (problem instanceof KvsRefusal) return refusal(problem);
    throw problem;
  }
}

export function refusal({
  status,
  code,
  message,
}: Pick<KvsRefusal, 'status' | 'code' | 'message'>): KvsAnswer {
  return { status, text: JSON.stringify({ code, message }) };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON.');
  }
}

function found(store: KvsStore, space: Space, key: string): NonNullable<ReturnType<KvsStore['read']>> {
  const record = store.read(store.table(space), key);
  if (record === undefined) throw new KvsRefusal('KEY_NOT_FOUND', `The key ${key} was not found.`);
  return record;
}

/** Nobody publishes how a batch tells of an absent key, so it is told in any of the ways it may be. */
function foundInBatch(
  store: KvsStore,
  space: Space,
  key: string,
  fields?: readonly MetadataField[],
): Record<string, unknown> | undefined {
  const record = store.read(store.table(space), key);
  if (record !== undefined) return present(record, fields);
  const code = store.absentKey();
  if (code === 'missing') return undefined;
  throw new KvsRefusal(code, `The key ${key} was not found.`);
}

function get(store: KvsStore, space: Space, key: string, fields?: readonly MetadataField[]): KvsAnswer {
  return ok(present(found(store, space, key), fields));
}

function set(store: KvsStore, space: Space, key: string, value: unknown, options?: SetOptions): KvsAnswer {
  const returned = store.write(space, key, value, options);
  return ok(returned === undefined ? undefined : present(returned, options?.returnMetadataFields));
}

function remove(store: KvsStore, space: Space, key: string): KvsAnswer {
  const table = store.table(space);
  store.read(table, key);
  table.remove(key);
  return ok();
}

function page(store: KvsStore, { records, cursor }: QueryPage, fields?: readonly MetadataField[]): KvsAnswer {
  const data = records.filter((record) => store.isLive(record)).map((record) => present(record, fields));
  return ok({ data, ...(cursor === undefined ? {} : { cursor }) });
}
