import { KvsRefusal } from '../../packages/forge-sandbox/src/forge/kvs/errors';
import type { StoredRecord } from '../../packages/forge-sandbox/src/forge/kvs/table';
import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';

/**
 * The next write to an entity happens and its answer is lost on the way: the app is told that storage failed.
 * `meanwhile` may write once more before the app looks again.
 */
export function loseNextAnswer(
  { kvs }: Sandbox,
  entity: string,
  meanwhile: (written: StoredRecord, put: (record: StoredRecord) => void) => void = () => undefined,
): void {
  const table = kvs.table({ kind: 'entity', name: entity });
  const put = table.put.bind(table);
  table.put = (record) => {
    table.put = put;
    put(record);
    meanwhile(record, put);
    throw new KvsRefusal('INTERNAL_SERVER_ERROR', 'The answer was lost.');
  };
}
