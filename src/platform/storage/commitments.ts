import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import type { CommitmentRow, CommitmentStore } from '../../app/commitments/ports';
import { Unavailable } from '../unavailable';
import { pick } from './batch';
import { CHARTER_ENTITY, decodeCharter, type CharterRecord } from './charter-record';
import {
  addRows,
  COMMITMENT_ENTITY,
  decodeRow,
  inTransactions,
  rowsOf,
  type CommitmentRecord,
} from './commitment-rows';
import { asking, askingPage } from './kvs-failure';

/** Storage gives at most this many rows a page. */
const ROWS_PER_PAGE = 100;
const rowsOfItem = (issueId: string) =>
  asking(() =>
    kvs
      .entity<CommitmentRecord>(COMMITMENT_ENTITY)
      .query()
      .index('issueId')
      .where(WhereConditions.equalTo(issueId))
      .limit(ROWS_PER_PAGE)
      .getMany(),
  );

/** Rows in a custom entity, by account. Written with the charter they follow; see `charterStore.write`. */
export const commitmentStore: CommitmentStore = {
  async page(accountId, cursor) {
    const query = kvs
      .entity<CommitmentRecord>(COMMITMENT_ENTITY)
      .query()
      .index('by-account', { partition: [accountId] })
      .limit(ROWS_PER_PAGE);
    const { results, nextCursor } = await askingPage(cursor, () =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    return {
      rows: results.flatMap(({ key, value }): CommitmentRow[] => {
        const row = decodeRow(key, value);
        return row && row.accountId === accountId ? [row] : [];
      }),
      ...(nextCursor && { nextCursor }),
    };
  },

  async find(accountId, handles) {
    const keys = [...new Set(handles)];
    if (keys.length === 0) return new Map();
    const result = await asking(() =>
      kvs.batchGet<unknown>(keys.map((key) => ({ entityName: COMMITMENT_ENTITY, key }))),
    );
    return new Map(
      keys.flatMap((key): [string, CommitmentRow][] => {
        const record = pick<CommitmentRecord>(result, COMMITMENT_ENTITY, key);
        const row = record ? decodeRow(key, record) : null;
        return row && row.accountId === accountId ? [[key, row]] : [];
      }),
    );
  },

  async rebuild(issueKey, now) {
    const record = await asking(() => kvs.entity<CharterRecord>(CHARTER_ENTITY).get(issueKey));
    if (!record) return 'rebuilt';
    const { charter, issueId, version } = await decodeCharter(record);
    const wanted = await rowsOf(charter, { issueKey, issueId, now });
    const kept = new Set(wanted.map(({ key }) => key));
    const { results } = await rowsOfItem(issueId);
    const gone = results.filter(({ key }) => !kept.has(key)).map(({ key }) => ({ key }));
    const unchanged = new Filter<CharterRecord>().and('version', FilterConditions.equalTo(version));
    for (const rows of inTransactions([...wanted, ...gone])) {
      try {
        await addRows(
          kvs.transact().check(issueKey, { entityName: CHARTER_ENTITY, conditions: unchanged }),
          rows,
        ).execute();
      } catch (error) {
        const current = await asking(() => kvs.entity<CharterRecord>(CHARTER_ENTITY).get(issueKey));
        if (current?.version !== version) return 'conflict';
        throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
      }
    }
    return 'rebuilt';
  },
};
