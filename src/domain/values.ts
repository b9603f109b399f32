import type { AccountId } from './ids';
import type { TimeZone } from './time/time';

export type { AccountId, IssueKey } from './ids';
export { projectOf } from './ids';
export type { Instant, IsoDate, TimeZone } from './time/time';

/** What Jira says about an account at the moment of asking. */
export interface PersonFact {
  readonly accountId: AccountId;
  /** Jira's `accountType`: only `atlassian` accounts are people who can own or promise. */
  readonly kind: 'human' | 'app' | 'customer';
  readonly active: boolean;
  readonly displayName: string;
  readonly timeZone?: TimeZone;
  readonly avatarUrl?: string;
}
