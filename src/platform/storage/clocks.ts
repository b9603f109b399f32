import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import type { ClockChange, ClockStore, Notice } from '../../app/notices/ports';
import { formerHome } from '../../domain/policy/home';
import { policyBehind } from '../../domain/policy/under-key';
import { earlier } from '../../domain/time/time';
import type { Instant } from '../../domain/values';
import { readAll } from './batch';
import { DUE_ENTITY, dueKey, dueRecord, type DueRecord } from './due';
import { storageCall } from './kvs-failure';
import { policyStore, VERSION_ENTITY, type VersionRecord } from './policies';
import { SITE_KEY } from './policy-record';
import { readWithHomes } from './project-homes';

export const NOTICE_ENTITY = 'notice';

/** A notice as it lies in storage; its key names item, step and person. */
export type NoticeRecord = Omit<Notice, 'key'> & { readonly updatedAt: Instant };

/** Longer than anything stays unanswered; then nobody remembers having been told. */
const KEPT_DAYS = 365;
/** Rows are small: the most that storage gives at once. */
const PAGE = 100;

type Transaction = ReturnType<typeof kvs.transact>;

const stored = ({ key: _key, ...notice }: Notice): NoticeRecord => ({
  ...notice,
  updatedAt: new Date().toISOString(),
});

/** What must lie there for a notice to be written. */
function unchanged({ kind, notice }: Exclude<ClockChange, { kind: 'due' }>) {
  const none = FilterConditions.notExists();
  const filter = new Filter<NoticeRecord>();
  switch (kind) {
    case 'notice':
      return filter.and('state', none);
    case 'update':
      return filter.and('state', FilterConditions.equalTo('waiting'));
    case 'try':
      return filter.and('state', FilterConditions.equalTo('waiting')).and('triedAt', none);
    case 'put-off': {
      const { triedBy, lost } = notice;
      return filter
        .and('state', FilterConditions.equalTo('waiting'))
        .and('triedBy', triedBy === undefined ? none : FilterConditions.equalTo(triedBy))
        .and('lost', lost === undefined ? none : FilterConditions.equalTo(lost));
    }
  }
}

function withChange(transaction: Transaction, change: ClockChange): Transaction {
  if (change.kind !== 'due') {
    const { notice } = change;
    const conditions = unchanged(change);
    const ttl = { value: KEPT_DAYS, unit: 'DAYS' } as const;
    return transaction.set(notice.key, stored(notice), { entityName: NOTICE_ENTITY, conditions }, { ttl });
  }
  const { item, was, nextAt } = change;
  const conditions = new Filter<DueRecord>().and(
    'mark',
    was ? FilterConditions.equalTo(was.mark) : FilterConditions.notExists(),
  );
  const at = { entityName: DUE_ENTITY, conditions };
  return nextAt === null
    ? transaction.delete(dueKey(item.issueId), at)
    : transaction.set(dueKey(item.issueId), dueRecord(item, nextAt), at);
}

/** Due rows and notices in Forge's custom entities. */
export const clockStore: ClockStore = {
  async due(now, cursor) {
    const { results, nextCursor } = await storageCall(() => {
      const query = kvs
        .entity<DueRecord>(DUE_ENTITY)
        .query()
        .index('nextAt')
        .where(WhereConditions.lessThanEqualTo(now))
        .limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    return {
      items: results.map(({ value: { issueId, issueKey } }) => ({ issueId, issueKey })),
      ...(nextCursor !== undefined && { next: nextCursor }),
    };
  },

  async rows(issueIds) {
    const found = await readAll<DueRecord>(DUE_ENTITY, issueIds.map(dueKey));
    return new Map([...found.values()].map((row) => [row.issueId, row]));
  },

  async policies(projectKeys) {
    // Clocks run where nobody asks Jira which project a key names now.
    const found = await policyStore.readMany(projectKeys.map((project) => ({ project, id: null })));
    return new Map([...found].map(([key, { underKey }]) => [key, policyBehind(underKey, null)]));
  },

  async firstPolicies(projectKeys) {
    const first = (owner: string): string => `${owner}:1`;
    const { found, homes } = await readWithHomes<VersionRecord>(
      VERSION_ENTITY,
      [SITE_KEY, ...projectKeys].map(first),
    );
    // Work is still asked about by the key that its project had when its clocks began.
    const elsewhere = new Map(
      projectKeys.flatMap((key): [string, string][] => {
        const home = found.has(first(key)) ? undefined : formerHome(homes, key, null);
        return home === undefined ? [] : [[key, first(home)]];
      }),
    );
    const moved = await readAll<VersionRecord>(VERSION_ENTITY, [...elsewhere.values()]);
    const site = found.get(first(SITE_KEY))?.savedAt;
    return new Map(
      projectKeys.flatMap((key): [string, Instant][] => {
        const own = (found.get(first(key)) ?? moved.get(elsewhere.get(key) ?? ''))?.savedAt ?? site;
        return own === undefined ? [] : [[key, site === undefined ? own : earlier(own, site)]];
      }),
    );
  },

  async notices(keys) {
    const found = await readAll<NoticeRecord>(NOTICE_ENTITY, keys);
    return new Map([...found].map(([key, { updatedAt: _at, ...notice }]) => [key, { key, ...notice }]));
  },

  async waiting(now, cursor) {
    const { results, nextCursor } = await storageCall(() => {
      const query = kvs
        .entity<NoticeRecord>(NOTICE_ENTITY)
        .query()
        .index('by-state', { partition: ['waiting'] })
        .where(WhereConditions.lessThanEqualTo(now))
        .limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    return {
      notices: results.map(({ key, value: { updatedAt: _at, ...notice } }) => ({ key, ...notice })),
      ...(nextCursor !== undefined && { next: nextCursor }),
    };
  },

  async listed(accountId) {
    const { results } = await storageCall(() =>
      kvs
        .entity<NoticeRecord>(NOTICE_ENTITY)
        .query()
        .index('by-listed', { partition: [accountId] })
        .sort(Sort.DESC)
        .limit(PAGE)
        .getMany(),
    );
    const day = results[0]?.value.listedOn;
    return results
      .filter(({ value }) => value.listedOn === day)
      .map(({ key, value: { updatedAt: _at, ...notice } }) => ({ key, ...notice }));
  },

  async commit(changes) {
    try {
      await changes.reduce(withChange, kvs.transact()).execute();
      return true;
    } catch {
      // Whether it was a conflict or an outage, reading again tells.
      return false;
    }
  },
};
