import { kvs } from '@forge/kvs';
import type { ComparisonStore } from '../../app/fields/ports';
import { record, string } from '../read';
import { storageCall } from './kvs-failure';

const KEY = 'fields-comparison';

/** Where the comparison of all fields stands, as one plain value. */
export const comparison: ComparisonStore = {
  async read() {
    const { startedAt, pageToken, over } = record(await storageCall(() => kvs.get(KEY)));
    return string(startedAt) === ''
      ? null
      : { startedAt: string(startedAt), pageToken: string(pageToken) || undefined, over: over === true };
  },

  async write({ startedAt, pageToken, over }) {
    await storageCall(() => kvs.set(KEY, { startedAt, over, ...(pageToken !== undefined && { pageToken }) }));
  },
};
