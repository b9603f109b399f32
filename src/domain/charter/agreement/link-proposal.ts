import type { AccountId, IssueId, IssueKey } from '../../ids';
import type { Instant } from '../../time/time';

/** Another issue that one side of a promise named for it. */
export interface LinkProposal {
  readonly side: 'provider' | 'requester';
  readonly proposedBy: AccountId;
  readonly at: Instant;
  /** Absent only in what is told to a reader who may not see it. */
  readonly providerIssueKey?: IssueKey;
  readonly providerIssueId?: IssueId;
}
