import type { IssueTypeFact } from '../policy/scope';
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

/** An issue that a link which counts as waiting puts in the way. */
export type Blocker =
  | {
      readonly hidden?: undefined;
      readonly issueId: string;
      readonly issueKey: IssueKey;
      readonly summary: string;
      readonly done: boolean;
    }
  /** Something open in the way, without a promise, that this reader may not see: neither what nor how many. */
  | { readonly hidden: true };

/** A blocker whose issue may be named. */
export type NamedBlocker = Extract<Blocker, { readonly issueKey: IssueKey }>;

/** A work item as the gate needs it. */
export interface WorkItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectKey: string;
  readonly summary: string;
  readonly projectId: string;
  /** What it is called in the language of whoever asked Jira. */
  readonly issueType: string;
  readonly type: IssueTypeFact;
  /** The item this one belongs to, such as a story's epic. */
  readonly parent?: {
    readonly issueId: string;
    /** Empty where a transition's screen named it by its id alone. */
    readonly issueKey: IssueKey;
    readonly type: IssueTypeFact;
  };
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
  /**
   * Ids of all issues that its links name to whoever read it, whatever the links mean: which of them may be named to whom.
   * Absent in what a browser is sent.
   */
  readonly linkedIds?: readonly string[];
  /** Accounts whose whole user objects came with the item's own fields: a part of who is asked about, never all. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}
