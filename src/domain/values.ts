/** Atlassian account id. The only thing about a person that is stored. */
export type AccountId = string;

/** Jira issue key such as `EXP-1`. */
export type IssueKey = string;

/** Calendar date, ISO 8601, for example `2026-12-01`. */
export type IsoDate = string;

/** Point in time, ISO 8601 in UTC, for example `2026-12-01T08:00:00.000Z`. */
export type Instant = string;

/** IANA time zone name, for example `Europe/Berlin`. */
export type TimeZone = string;

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

/** The key of the project that an issue's key names. */
export const projectOf = (issueKey: IssueKey): string => issueKey.slice(0, issueKey.lastIndexOf('-'));
