import { kvs, WhereConditions } from '@forge/kvs';
import type { ParkedWork } from '../../app/jobs/ports';
import { array, isRecord, record } from '../read';
import { PARKED, push } from './follow-ups';
import { storageCall } from './kvs-failure';

const AT_ONCE = 25;

/** Work that waits in storage because its chain of pushes came to its end. */
export const parkedWork: ParkedWork = {
  async resume() {
    const { results } = await storageCall(() =>
      kvs.query().where('key', WhereConditions.beginsWith(PARKED)).limit(AT_ONCE).getMany<unknown>(),
    );
    for (const { key, value } of results) {
      // Pushed before it is forgotten: what comes twice is done once.
      await push(array(record(value)['bodies']).filter(isRecord), { isRetried: true });
      await storageCall(() => kvs.delete(key));
    }
    return results.length === AT_ONCE;
  },
};
