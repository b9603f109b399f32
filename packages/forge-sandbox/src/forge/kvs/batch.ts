import { invalid, KvsRefusal } from './errors';
import { BATCH_MAX_BYTES, BATCH_MAX_KEYS } from './limits';

interface BatchItem {
  readonly key: string;
  readonly entityName?: string | undefined;
}

interface BatchAnswer {
  readonly successfulKeys: readonly Record<string, unknown>[];
  readonly failedKeys: readonly Record<string, unknown>[];
}

/** Runs each item on its own: what fails is listed, what answers undefined is not, the rest is done. The batch fails whole only on its own limits. */
export function runBatch<T extends BatchItem>(
  items: readonly T[],
  requestBytes: number,
  run: (item: T) => Record<string, unknown> | undefined,
): BatchAnswer {
  if (items.length === 0) throw invalid('The batch contains no keys.');
  if (items.length > BATCH_MAX_KEYS) throw invalid(`The batch has more than ${BATCH_MAX_KEYS} keys.`);
  if (requestBytes > BATCH_MAX_BYTES) throw invalid('The batch is larger than 4 MB.');
  const identities = items.map(({ key, entityName }) => JSON.stringify([entityName ?? null, key]));
  if (new Set(identities).size < items.length) throw invalid('The batch names the same key twice.');

  const successfulKeys: Record<string, unknown>[] = [];
  const failedKeys: Record<string, unknown>[] = [];
  for (const item of items) {
    const identity = {
      key: item.key,
      ...(item.entityName === undefined ? {} : { entityName: item.entityName }),
    };
    try {
      const done = run(item);
      if (done !== undefined) successfulKeys.push({ ...identity, ...done });
    } catch (problem) {
      if (!(problem instanceof KvsRefusal)) throw problem;
      failedKeys.push({ ...identity, error: { code: problem.code, message: problem.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
