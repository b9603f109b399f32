import { kvs } from '@forge/kvs';
import type { DataVersionStore } from '../../app/lifecycle/ports';
import { asking } from './kvs-failure';

const KEY = 'data-version';

export const dataVersion: DataVersionStore = {
  async read() {
    const found = await asking(() => kvs.get<number>(KEY));
    return typeof found === 'number' ? found : 0;
  },

  async write(version) {
    await asking(() => kvs.set(KEY, version));
  },
};
