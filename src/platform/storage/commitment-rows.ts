import type { kvs } from '@forge/kvs';
import type { StoredCharter } from '../../app/charter/ports';
import { handleOf } from '../commitment-handle';
import type { CommitmentRow } from '../../app/commitments/ports';
import type { Charter } from '../../domain/charter/charter';
import { partiesOf } from '../../domain/commitments/parties';
import type { AccountId, Instant, IssueKey } from '../../domain/values';

export const COMMITMENT_ENTITY = 'commitment';
export const COMMITMENT_SCHEMA = 1;

/** One person's business with one work item. A shadow: it says which charter to read, and decides nothing. */
export interface CommitmentRecord {
  readonly schema: number;
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  readonly issueId: string;
  readonly updatedAt: Instant;
}

/** A row to be there, or, without a record, to be gone. */
export interface RowChange {
  readonly key: string;
  readonly record?: CommitmentRecord;
}

/** The key of somebody's row for a work item. */
export const rowKey = handleOf;

interface Place {
  readonly issueKey: IssueKey;
  readonly issueId: string;
  readonly now: Instant;
}

const rowFor = async (accountId: AccountId, { issueKey, issueId, now }: Place): Promise<RowChange> => ({
  key: await rowKey(accountId, issueId),
  record: { schema: COMMITMENT_SCHEMA, accountId, issueKey, issueId, updatedAt: now },
});

/** Every row a charter has. */
export const rowsOf = (charter: Charter, place: Place): Promise<readonly RowChange[]> =>
  Promise.all(partiesOf(charter).map((accountId) => rowFor(accountId, place)));

/**
 * What a write changes about the rows: those who came in get one, those who are through lose theirs.
 * `moved`: the item has another key now, so every row is written anew.
 */
export async function rowChanges(
  issueKey: IssueKey,
  { charter, issueId, parties: before = [] }: StoredCharter,
  now: Instant,
  moved = false,
): Promise<readonly RowChange[]> {
  const after = partiesOf(charter);
  return Promise.all([
    ...after
      .filter((accountId) => moved || !before.includes(accountId))
      .map((accountId) => rowFor(accountId, { issueKey, issueId, now })),
    ...before
      .filter((accountId) => !after.includes(accountId))
      .map(async (accountId) => ({ key: await rowKey(accountId, issueId) })),
  ]);
}

/** A row as the app knows it; null for one that a newer version wrote. */
export const decodeRow = (handle: string, record: CommitmentRecord): CommitmentRow | null =>
  record.schema > COMMITMENT_SCHEMA
    ? null
    : { handle, accountId: record.accountId, issueKey: record.issueKey, issueId: record.issueId };

type TransactionBuilder = ReturnType<typeof kvs.transact>;

/** Most operations Forge takes at once. */
export const OPERATIONS = 25;
/** Beside a check of the charter. */
const ROWS_PER_TRANSACTION = OPERATIONS - 1;

export function addRows(transaction: TransactionBuilder, rows: readonly RowChange[]): TransactionBuilder {
  for (const { key, record } of rows) {
    if (record) transaction.set(key, record, { entityName: COMMITMENT_ENTITY });
    else transaction.delete(key, { entityName: COMMITMENT_ENTITY });
  }
  return transaction;
}

export function inTransactions(rows: readonly RowChange[]): readonly (readonly RowChange[])[] {
  const groups: RowChange[][] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_TRANSACTION) {
    groups.push(rows.slice(i, i + ROWS_PER_TRANSACTION));
  }
  return groups;
}
