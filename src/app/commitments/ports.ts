import type { WorkItem } from '../../domain/gate/item';
import type { AccountId, Instant, IssueKey } from '../../domain/values';

/** Somebody's business with a work item, found by account. Says which charter to read; decides nothing. */
export interface CommitmentRow {
  /** Names the row to its owner without naming the work item. */
  readonly handle: string;
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  readonly issueId: string;
}

export interface CommitmentStore {
  /** One page of a person's rows, oldest first. */
  page(
    accountId: AccountId,
    cursor?: string,
  ): Promise<{ readonly rows: readonly CommitmentRow[]; readonly nextCursor?: string }>;
  /** The rows of these handles that are this person's; others are absent, as if they did not exist. */
  find(accountId: AccountId, handles: readonly string[]): Promise<ReadonlyMap<string, CommitmentRow>>;
  /** Makes the rows of a work item what its charter says. `conflict`: the charter changed meanwhile. */
  rebuild(issueKey: IssueKey, now: Instant): Promise<'rebuilt' | 'conflict'>;
}

/** As much of a work item as a line about it needs; its project's id is empty where Jira does not say. */
export type IssueSummary = Pick<WorkItem, 'issueKey' | 'summary' | 'status' | 'projectId'>;

/** Lines about work items. */
export interface JiraSummaries {
  /** What the user may see of these items, by id; hidden and missing ones are absent. */
  issueSummaries(issueIds: readonly string[]): Promise<ReadonlyMap<string, IssueSummary>>;
}
