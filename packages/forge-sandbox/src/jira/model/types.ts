/**
 * What the double remembers. Instants are milliseconds since the epoch, days are `YYYY-MM-DD`,
 * people are account ids. How Jira's REST words all this is the business of ../render.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One value of a field: text, a number, the id of a thing (user, priority, component …) or a document. */
export type Scalar = string | number | JsonObject;
/** A field's value as stored. Empty is always null, never an empty list. */
export type Stored = Scalar | readonly Scalar[] | null;

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  /** Empty once the account was closed. */
  readonly emailAddress: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly active: boolean;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale: string;
  /** Group names. */
  readonly groups: readonly string[];
  /** Erased at the person's request: nothing but the id is left. */
  readonly closed?: boolean;
  /** When name or address last changed, milliseconds since the epoch. */
  readonly profileChanged?: number;
}

export type CategoryKey = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: CategoryKey;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** 1 epic, 0 standard, -1 sub-task. */
  readonly hierarchyLevel: number;
  /** An administrator made or renamed it: its name is no default, and reads the same in every language. */
  readonly renamed?: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface LinkType extends Named {
  /** Read from the link's destination: "is blocked by". */
  readonly inward: string;
  /** Read from the link's source: "blocks". */
  readonly outward: string;
  /** As for issue types. */
  readonly renamed?: boolean;
}

export interface ValidatorRule {
  readonly id: string;
  readonly moduleKey: string;
  readonly configuration: unknown;
}

/** Id of the transition that makes items. */
export const CREATE_TRANSITION = '1';

export interface Transition extends Named {
  /** Status ids the transition starts from; 'any' is Jira's global transition, none the one that makes items. */
  readonly from: readonly string[] | 'any';
  readonly to: string;
  /** Fields of the transition screen; empty means no screen. */
  readonly screen: readonly string[];
  readonly validators: readonly ValidatorRule[];
}

export interface Workflow extends Named {
  readonly statusIds: readonly string[];
  readonly initialStatusId: string;
  readonly transitions: readonly Transition[];
}

export type Holder =
  | { readonly type: 'role'; readonly roleId: string }
  | { readonly type: 'user'; readonly accountId: string }
  | { readonly type: 'group'; readonly group: string }
  | { readonly type: 'reporter' | 'assignee' | 'projectLead' | 'loggedIn' | 'anyone' };

export interface Grant {
  readonly permission: string;
  readonly holder: Holder;
}

export interface SecurityLevel extends Named {
  readonly description: string;
  readonly members: readonly Holder[];
}

export interface RoleActors {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface Project {
  readonly id: string;
  readonly key: string;
  /** Keys it had before; they go on leading to it until another project takes them. */
  readonly formerKeys?: readonly string[];
  readonly name: string;
  readonly description: string;
  /** `next-gen` is what Jira's API still calls team-managed. */
  readonly style: 'classic' | 'next-gen';
  readonly leadAccountId: string;
  readonly category?: Named;
  readonly issueTypeIds: readonly string[];
  readonly workflowId: string;
  readonly grants: readonly Grant[];
  /** Role id → who holds it. */
  readonly roles: ReadonlyMap<string, RoleActors>;
  readonly components: readonly Named[];
  readonly versions: readonly Named[];
  readonly securityLevels: readonly SecurityLevel[];
  /** In the recycle bin: there for nobody, but its key stays taken and it can be restored. */
  readonly trashed?: boolean;
  /** Its issues are read by whoever has their key, and neither found nor changed. */
  readonly archived?: boolean;
}

export interface CommentProperty {
  readonly key: string;
  readonly value?: unknown;
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly updateAuthor: string;
  readonly body: JsonObject;
  /** Kept with the comment, and shown to whoever asks for them. */
  readonly properties?: readonly CommentProperty[];
  readonly created: number;
  readonly updated: number;
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface Change {
  readonly id: string;
  /** Null for entries whose author an export did not keep. */
  readonly author: string | null;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

/** Values live in `values` under their field id; what Jira itself keeps has a property of its own. */
export interface Issue {
  readonly id: string;
  /** Both change when the issue moves to another project; former keys go on leading to it. */
  key: string;
  projectId: string;
  typeId: string;
  statusId: string;
  readonly creator: string;
  readonly created: number;
  updated: number;
  resolved: number | null;
  statusChanged: number;
  readonly values: Map<string, Stored>;
  readonly properties: Map<string, Json>;
  readonly watchers: Set<string>;
  comments: Comment[];
  changelog: Change[];
}

export interface Link {
  readonly id: string;
  readonly typeId: string;
  /** Reads the outward words: the blocker of a "Blocks" link. REST calls it `inwardIssue`. */
  readonly sourceId: string;
  /** Reads the inward words: the blocked one. REST calls it `outwardIssue`. */
  readonly destinationId: string;
}

/** What `POST issue/{key}/notify` would have mailed. */
export interface Notice {
  readonly issueKey: string;
  readonly sentAt: number;
  readonly from: string;
  readonly subject: string;
  readonly textBody: string;
  readonly recipients: readonly string[];
}
