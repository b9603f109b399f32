import { kvs } from '@forge/kvs';
import type { DataVersionStore } from '../../app/lifecycle/ports';
import { storageCall } from './kvs-failure';

const KEY = 'data-version';

export const dataVersion: DataVersionStore = {
  async read() {
    const found = await storageCall(() => kvs.get<number>(KEY));
    return typeof found === 'number' ? found : 0;
  },

  async write(version) {
    await storageCall(() => kvs.set(KEY, version));
  },
};
