import { kvs } from '@forge/kvs';
import type { Runs } from '../../app/report/ports';
import { record, string } from '../read';
import { storageCall } from './kvs-failure';
import { digestOf } from '../digest';

/** Which run of a report is under way, as plain keys that end by themselves. */
export const runs: Runs = {
  nameOf: (words) => digestOf(words.join('\n')),

  async current(name) {
    const { id, startedAt } = record(await storageCall(() => kvs.get(`run:${name}`)));
    return string(id) === '' ? undefined : { id: string(id), startedAt: string(startedAt) };
  },

  start: (name, { id, startedAt }) =>
    storageCall(async () => {
      await kvs.set(`run:${name}`, { id, startedAt }, { ttl: { value: 1, unit: 'HOURS' } });
    }),

  end: (name) => storageCall(() => kvs.delete(`run:${name}`)),
};
