import type { kvs } from '@forge/kvs';
import type { DueItem } from '../../app/notices/ports';
import type { Instant } from '../../domain/values';

export const DUE_ENTITY = 'due';

/** When a charter is to be looked at, as it lies in storage. */
export interface DueRecord {
  readonly issueId: string;
  readonly issueKey: string;
  readonly nextAt: Instant;
  readonly mark: string;
}

/** The item's id, so that the row stays where it is when the item gets another key. */
export const dueKey = (issueId: string): string => `due:${issueId}`;

export const dueRecord = ({ issueId, issueKey }: DueItem, nextAt: Instant): DueRecord => ({
  issueId,
  issueKey,
  nextAt,
  mark: crypto.randomUUID(),
});

type Transaction = ReturnType<typeof kvs.transact>;

/** Writes a charter's due row with the charter; undefined leaves it as it is, null takes it away. */
export function withDue(
  transaction: Transaction,
  item: DueItem,
  nextAt: Instant | null | undefined,
): Transaction {
  if (nextAt === undefined || item.issueId === '') return transaction;
  const key = dueKey(item.issueId);
  return nextAt === null
    ? transaction.delete(key, { entityName: DUE_ENTITY })
    : transaction.set(key, dueRecord(item, nextAt), { entityName: DUE_ENTITY });
}
