import { kvs, type BatchGetResult } from '@forge/kvs';
import { Unavailable } from '../unavailable';
import { storageCall } from './kvs-failure';

/** Forge's limit on one batch. */
export const BATCH_KEYS = 25;

/** Atlassian publishes NOT_FOUND, its SDK reads KEY_NOT_FOUND, and of a batch neither says anything. */
const ABSENT = /NOT_FOUND$/;

/**
 * What a batch found under an entity and key. A key is absent when it was not found and either nothing failed there or
 * storage says that nothing is there; any other failure is an outage.
 * @throws Unavailable
 */
export function pick<T>(
  result: BatchGetResult<unknown>,
  entityName: string | undefined,
  key: string,
): T | undefined {
  const found = result.successfulKeys.find((one) => one.entityName === entityName && one.key === key);
  // Entity values come back as they were written by the modules of this folder, which check their schema version.
  if (found) return found.value as T | undefined;
  const failed = result.failedKeys.find((one) => one.entityName === entityName && one.key === key);
  if (failed && !ABSENT.test(failed.error.code)) throw new Unavailable('storage', failed.error.code);
  return undefined;
}

/** Records of one entity by key, or plain keys where none is named, in as few reads as storage allows; absent ones are left out. */
export async function readAll<T>(
  entityName: string | undefined,
  keys: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const distinct = [...new Set(keys)];
  const batches: string[][] = [];
  for (let i = 0; i < distinct.length; i += BATCH_KEYS) batches.push(distinct.slice(i, i + BATCH_KEYS));
  const found = await Promise.all(
    batches.map(async (batch) => {
      const result = await storageCall(() =>
        kvs.batchGet<unknown>(batch.map((key) => ({ key, ...(entityName !== undefined && { entityName }) }))),
      );
      return batch.flatMap((key): [string, T][] => {
        const value = pick<T>(result, entityName, key);
        return value === undefined ? [] : [[key, value]];
      });
    }),
  );
  return new Map(found.flat());
}
