import type { CharterEvent } from '../../charter/events';
import type { OwnerField, WorkItem } from '../../gate/item';
import type { ItemChange } from '../../changelog/change';
import type { WaitingWords } from '../../changelog/reading';
import type { IssueTypeFact } from '../../policy/scope';
import type { AccountId, Instant, IssueKey, PersonFact } from '../../values';

export type Category = WorkItem['status']['category'];

/** A work item as it is today, with what is needed to tell how it was. */
export interface PastItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectKey: string;
  readonly projectId: string;
  readonly issueType: string;
  readonly type: IssueTypeFact;
  readonly summary: string;
  readonly statusId: string;
  /** Null where the policy reads the owner from the charter alone. */
  readonly ownerField: OwnerField | null;
  /** Every link that puts something in the way, an item as often as it is linked. */
  readonly blockerKeys: readonly IssueKey[];
  /** Oldest first. */
  readonly changes: readonly ItemChange[];
  /** What happened to its charter, oldest first, from its very beginning. */
  readonly charter: readonly CharterEvent[];
}

/** An item that stood in the way of others, as far as its own past is needed. */
export interface PastBlocker {
  readonly issueId: string;
  readonly summary: string;
  readonly createdAt: Instant;
  readonly statusId: string;
  readonly changes: readonly ItemChange[];
}

/** What Jira knows around the items that are replayed. */
export interface PastWorld {
  /** Statuses by id; one that Jira no longer knows is absent. */
  readonly categories: ReadonlyMap<string, Category>;
  /** By key; absent are items the viewer may not see, and those that are gone. */
  readonly blockers: ReadonlyMap<IssueKey, PastBlocker>;
  /** Which words of a changelog say that an item waits. */
  readonly waits: WaitingWords;
  /** Accounts as they are today. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}
