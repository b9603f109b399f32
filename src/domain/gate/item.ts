import type { AccountId, IssueKey, PersonFact } from '../values';

/** One value of the field that names the owner. */
export type OwnerCandidate =
  | { readonly kind: 'person'; readonly accountId: AccountId }
  /** A group, a team or plain text: something that cannot be asked to accept. */
  | { readonly kind: 'not-a-person'; readonly name: string };

/** What the policy's owner source says. `many` fields list candidates, a single field names one. */
export interface OwnerField {
  readonly name: string;
  readonly cardinality: 'one' | 'many';
  readonly candidates: readonly OwnerCandidate[];
}

/** An open issue that Jira's links say stands in the way. */
export interface Blocker {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly done: boolean;
}

/** A work item as the gate needs it. */
export interface WorkItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectKey: string;
  readonly summary: string;
  readonly issueType: string;
  /** The item this one belongs to, such as a story's epic. */
  readonly parent?: { readonly issueKey: IssueKey; readonly issueType: string };
  readonly status: {
    readonly id: string;
    readonly name: string;
    readonly category: 'new' | 'indeterminate' | 'done';
  };
  /** Names, where it has any. */
  readonly components?: readonly string[];
  readonly fixVersions?: readonly string[];
  /** Null where the policy reads the owner from the charter alone. */
  readonly ownerField: OwnerField | null;
  readonly blockers: readonly Blocker[];
  /** Accounts seen in Jira's answer, with what Jira said of them. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}
