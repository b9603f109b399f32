import type { BatchGetResult } from '@forge/kvs';
import { Unavailable } from '../app/ports';

/** Forge's limit on one batch. */
export const BATCH_KEYS = 25;

/** What a batch found under an entity and key; a missing key is undefined, any other failure is an outage. */
export function pick<T>(result: BatchGetResult<unknown>, entityName: string, key: string): T | undefined {
  const found = result.successfulKeys.find((one) => one.entityName === entityName && one.key === key);
  // Entity values come back as they were written by this module; `decode…` checks their schema version.
  if (found) return found.value as T | undefined;
  const failed = result.failedKeys.find((one) => one.entityName === entityName && one.key === key);
  if (failed && failed.error.code !== 'KEY_NOT_FOUND') throw new Unavailable('storage', failed.error.code);
  return undefined;
}
