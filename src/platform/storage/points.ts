import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { Spent } from '../points-quota';
import { added, type SpentStore } from '../points-budget';
import { backoff } from '../retry';
import { Unavailable } from '../unavailable';
import { asking } from './kvs-failure';

export const POINTS_ENTITY = 'points';
const KEY = 'hour';
const ATTEMPTS = 6;

interface PointsRecord extends Spent {
  readonly version: number;
}

/** The record as this function saw it last: mostly nobody else has written since. */
let seen: { readonly record: PointsRecord | undefined } | undefined;

async function read(): Promise<PointsRecord | undefined> {
  const record = await asking(() => kvs.entity<PointsRecord>(POINTS_ENTITY).get(KEY));
  seen = { record };
  return record;
}

const spentOf = ({ hour, optional, all, notBefore }: PointsRecord): Spent => ({
  hour,
  optional,
  all,
  ...(notBefore !== undefined && { notBefore }),
});

/** What is asked of Jira in an hour, as one record that is replaced with the hour. */
export const spentPoints: SpentStore = {
  async read() {
    const found = await read();
    return found && spentOf(found);
  },

  async add(more) {
    for (let attempt = 1; ; attempt += 1) {
      if (attempt > 1) await backoff(attempt);
      const before = attempt === 1 && seen ? seen.record : await read();
      const next = before ? added(spentOf(before), more) : more;
      const record: PointsRecord = { ...next, version: (before?.version ?? 0) + 1 };
      const unchanged = before
        ? new Filter<PointsRecord>().and('version', FilterConditions.equalTo(before.version))
        : new Filter<PointsRecord>().and('version', FilterConditions.notExists());
      try {
        await kvs.transact().set(KEY, record, { entityName: POINTS_ENTITY, conditions: unchanged }).execute();
        seen = { record };
        return next;
      } catch (error) {
        // Another function kept its own at the same moment.
        if (attempt < ATTEMPTS) continue;
        throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
      }
    }
  },
};
