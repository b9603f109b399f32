import type { Flavored } from './flavor';

/** Atlassian account id. The only thing about a person that is stored. */
export type AccountId = Flavored<'AccountId'>;

/** Jira issue key such as `EXP-1`. */
export type IssueKey = Flavored<'IssueKey'>;

/** Jira's own number of an issue, which a move to another project does not change. */
export type IssueId = Flavored<'IssueId'>;

/** Jira project key such as `EXP`. */
export type ProjectKey = Flavored<'ProjectKey'>;

/** `A1`, `A2`, … in the order of asking; stable within its charter. */
export type AgreementId = Flavored<'AgreementId'>;

/** `W1`, `W2`, … in the order of granting. */
export type WaiverId = Flavored<'WaiverId'>;

/** `E1`, `E2`, … in the order of raising. */
export type EscalationId = Flavored<'EscalationId'>;

/** `G1`, `G2`, … in the order of raising. */
export type GapId = Flavored<'GapId'>;

/** `N3.1`: the first need of the third check-in. */
export type NeedId = Flavored<'NeedId'>;

/** The actor of events that no person caused. */
export const HOLDFAST_ACTOR: AccountId = 'holdfast';

/** The key of the project that an issue's key names. */
export const projectOf = (issueKey: IssueKey): ProjectKey => issueKey.slice(0, issueKey.lastIndexOf('-'));
