import { checkFilter, meetsFilter } from './conditions';
import { invalid, KvsRefusal } from './errors';
import { TRANSACTION_MAX_BYTES, TRANSACTION_MAX_OPERATIONS } from './limits';
import type { ConditionFilter, TransactionRequest } from './requests';
import type { KvsStore, Space } from './store';

/**
 * All or nothing: every condition is tested against the records as they are, then everything is written, without
 * another request coming between. @throws KvsRefusal when a limit or condition stands in the way; nothing is written.
 */
export function runTransaction(store: KvsStore, request: TransactionRequest, requestBytes: number): void {
  const sets = request.set ?? [];
  const deletes = request.delete ?? [];
  const checks = request.check ?? [];
  checkLimits(
    [...sets, ...deletes, ...checks].map(({ key }) => key),
    requestBytes,
  );

  const writes = sets.map(({ key, value, entityName, options }) =>
    store.prepare(spaceOf(entityName), key, value, options?.ttl),
  );
  for (const { key, entityName, conditions } of [...sets, ...deletes, ...checks]) {
    requireCondition(store, key, entityName, conditions);
  }
  for (const { table, record } of writes) table.put(record);
  for (const { key, entityName } of deletes) store.table(spaceOf(entityName)).remove(key);
}

export function spaceOf(entityName: string | undefined): Space {
  return entityName === undefined ? { kind: 'plain' } : { kind: 'entity', name: entityName };
}

function checkLimits(keys: readonly string[], requestBytes: number): void {
  if (keys.length === 0) throw invalid('The transaction is empty.');
  if (keys.length > TRANSACTION_MAX_OPERATIONS) {
    throw invalid(
      `The transaction has ${keys.length} operations; the limit is ${TRANSACTION_MAX_OPERATIONS}.`,
    );
  }
  if (requestBytes > TRANSACTION_MAX_BYTES) throw invalid('The transaction is larger than 4 MB.');
  // Documented without regard to entities: "Each key can only be used once in a transaction."
  if (new Set(keys).size < keys.length) throw invalid('Each key can only be used once in a transaction.');
}

function requireCondition(
  store: KvsStore,
  key: string,
  entityName: string | undefined,
  conditions: ConditionFilter | undefined,
): void {
  const record = store.read(store.table(spaceOf(entityName)), key);
  if (conditions === undefined) return;
  if (entityName === undefined) throw invalid('Conditions need an entityName.');
  checkFilter(store.entity(entityName).entity, conditions);
  if (!meetsFilter(conditions, record?.attributes)) {
    throw new KvsRefusal('UNPUBLISHED_CONDITION_NOT_MET', 'A condition of the transaction is not met.');
  }
}
