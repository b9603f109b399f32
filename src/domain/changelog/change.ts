import type { AccountId, Instant } from '../values';

/** One field's part of a change, as Jira wrote it down: ids where the field has them, and words. */
export interface ChangedField {
  /** `status`, `assignee`, `issuelinks`, `customfield_10050`; a name where Jira kept no id. */
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

/** What somebody changed on a work item at once. */
export interface ItemChange {
  readonly id: string;
  readonly at: Instant;
  /** Null where Jira names nobody: automation of old, or an account that is gone. */
  readonly by: AccountId | null;
  readonly fields: readonly ChangedField[];
}
