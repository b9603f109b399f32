import { kvs } from '@forge/kvs';
import type { Claims } from '../../app/ports';
import { Unavailable } from '../unavailable';
import { readAll } from './batch';
import { storageCall } from './kvs-failure';

/** The queue gives up on an event after a day; a claim must outlive it. */
const KEPT_DAYS = 2;

/** Claims as plain keys that storage lets be made once. */
export const claims: Claims = {
  async take(key, mark = crypto.randomUUID()) {
    try {
      await kvs.set(key, mark, {
        keyPolicy: 'FAIL_IF_EXISTS',
        ttl: { value: KEPT_DAYS, unit: 'DAYS' },
      });
      return true;
    } catch (error) {
      // Forge publishes no code for a key that exists: what lies there now tells whose it is.
      const holder = await storageCall(() => kvs.get<string>(key));
      if (holder === undefined) {
        throw new Unavailable('storage', error instanceof Error ? error.name : 'set failed');
      }
      return holder === mark;
    }
  },

  isTaken: async (key) => (await storageCall(() => kvs.get<string>(key))) !== undefined,

  marksOf: (keys) => readAll<string>(undefined, keys),

  release: (key) => storageCall(() => kvs.delete(key)),
};
