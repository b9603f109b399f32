import type { AccountId, Instant, IssueKey, PersonFact } from '../../domain/values';

/** What is known of a move afterwards, and whom to tell. */
export interface JiraMoves {
  /**
   * Who took the item into a status, and when, as the changelog tells.
   *
   * @throws Refused when the app may not read it.
   */
  lastMove(
    issueKey: IssueKey,
    toStatusId: string,
  ): Promise<{ readonly historyId: string; readonly accountId: AccountId; readonly at: Instant } | null>;
  /** @throws Refused when Jira does not take it. */
  comment(issueKey: IssueKey, mention: PersonFact, paragraphs: readonly string[]): Promise<void>;
}
