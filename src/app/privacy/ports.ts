import type { Charter } from '../../domain/charter/charter';
import type { CharterEvent } from '../../domain/charter/events';
import type { AccountId, Instant } from '../../domain/values';

/** A stored record, as far as it speaks of people. */
export interface StoredPiece {
  /** When it was written. */
  readonly at: Instant;
  readonly charter?: Charter;
  readonly events?: readonly CharterEvent[];
  readonly people?: readonly AccountId[];
}

/** Everything the app stores about people, as Atlassian's personal data cycle needs it. */
export interface PersonalData {
  /** One page of all records; without a cursor, the first. */
  page(cursor?: string): Promise<{ readonly pieces: readonly StoredPiece[]; readonly next?: string }>;
  /** Puts names in the place of account ids in one page of all records. Doing it twice changes nothing more. */
  replace(
    names: Readonly<Record<AccountId, AccountId>>,
    cursor?: string,
  ): Promise<{ readonly next?: string }>;
  /** The name that stands for a closed account: the same one until it is forgotten, and never another's. */
  pseudonym(accountId: AccountId): Promise<AccountId>;
  /** Whose pseudonym it was is no longer known. */
  forget(accountIds: readonly AccountId[]): Promise<void>;
}

export interface AccountReports {
  /** Reports stored accounts, each with the time of its oldest record, and answers which were closed. At most 90. */
  closed(accounts: Readonly<Record<AccountId, Instant>>): Promise<readonly AccountId[]>;
}
