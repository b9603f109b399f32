import type { Charter } from '../domain/charter/charter';
import type { CharterEvent } from '../domain/charter/events';
import type { WorkItem } from '../domain/gate/item';
import type { Policy, PolicyVersion } from '../domain/policy/policy';
import type { PolicyUnderKey } from '../domain/policy/under-key';
import type { IssueTypeFact, LinkTypeFact } from '../domain/policy/scope';
import type { AccountId, Instant, IssueKey, PersonFact } from '../domain/values';

export { Refused, Unavailable, type Failure } from '../platform/unavailable';

/** In whose name Jira is asked. The gate has no user and asks as the app; everything a person started asks as them. */
export type Viewer = 'app' | 'user';

/** A charter as stored, with the version a conditional write is checked against. */
export interface StoredCharter {
  readonly issueId: string;
  /** 0 for a charter that was never written. */
  readonly version: number;
  readonly charter: Charter;
  /** What happened last, oldest first. */
  readonly history: readonly CharterEvent[];
  /** How many older entries lie in the ledger: the number of the first one in `history`, counted from 0. */
  readonly earlier: number;
  /** The store's own marks of the last writes; a change carries them along. */
  readonly writes?: readonly string[];
  /** Whom the charter concerned when it was read; a change carries them along, so that their rows can follow. */
  readonly parties?: readonly AccountId[];
  /** Where the store keeps the older entries; a change carries it along. */
  readonly ledger?: { readonly name: string; readonly firsts: readonly number[]; readonly count: number };
}

/** A project by its key, or the site whose policy its projects follow until they decide for themselves. */
export type PolicyOwner = { readonly project: string } | 'site';

export interface StoredPolicy {
  /** The policy in force, with the version and owner of the record it comes from, once it is said which project asks. */
  readonly underKey: PolicyUnderKey;
  /** What holds in a project that decided nothing: for one that has only the key in common with whoever saved this. */
  readonly above: Policy;
  /** It comes from above: the site, or what Holdfast ships with. */
  readonly inherited: boolean;
  /** Version of the owner's own record, 0 where it has none; what a save is checked against. */
  readonly recordVersion: number;
}

/** Entries of a history, oldest first; `from` is the number of the first, the oldest of all being 0. */
export interface HistoryPage {
  readonly events: readonly CharterEvent[];
  readonly from: number;
}

/** A work item by the key it has now and the id it keeps. */
export interface ItemRef {
  readonly issueKey: IssueKey;
  readonly issueId: string;
}

/** Which charters are looked for: those of one work item, of one project, or all. */
export type CharterSearch =
  { readonly issueId: string } | { readonly projectKey: string } | { readonly everywhere: true };

export interface CharterPage {
  readonly found: readonly { readonly issueKey: IssueKey; readonly issueId: string }[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** A change of keys, with the versions both records had when they were read; 0: there was none. */
export interface CharterMove {
  readonly from: IssueKey;
  readonly fromVersion: number;
  readonly to: IssueKey;
  readonly toVersion: number;
}

export interface CharterStore {
  /** The charter and its project's policy in one strongly consistent read; the empty charter where none was written. */
  read(issueKey: IssueKey): Promise<{ readonly stored: StoredCharter; readonly policy: StoredPolicy }>;
  readCharter(issueKey: IssueKey): Promise<StoredCharter>;
  /** A stretch of entries that ends in front of `before`, which is at least 1 and at most `stored.earlier`. */
  readLedger(stored: StoredCharter, before: number): Promise<HistoryPage>;
  /**
   * The items' own charters by issue id, in as few reads as storage allows: never one that only lies under the key of an
   * item. Every item has an entry; one without a charter has the empty one.
   */
  readFor(items: readonly ItemRef[]): Promise<ReadonlyMap<string, StoredCharter>>;
  /**
   * Writes only if the stored version is still `next.version - 1`.
   * `full`: the record would exceed what storage takes; nothing was written.
   * With it, and only with it, goes when the sweep is to look at it: null never, undefined as before.
   */
  write(
    issueKey: IssueKey,
    next: StoredCharter,
    now: Instant,
    dueAt?: Instant | null,
  ): Promise<'written' | 'conflict' | 'full'>;
  /** Writes `next` under the new key and takes away what lay under the old one, both or neither. */
  move(
    move: CharterMove,
    next: StoredCharter,
    now: Instant,
    dueAt?: Instant | null,
  ): Promise<'written' | 'conflict' | 'full'>;
  /** Where charters lie. What was written a moment ago may still be missing. */
  find(where: CharterSearch, cursor?: string): Promise<CharterPage>;
}

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

export interface PolicyStore {
  read(owner: PolicyOwner): Promise<StoredPolicy>;
  /** Writes only if the owner's record is still at `version - 1`. No policy: follow the one above again. */
  write(
    owner: PolicyOwner,
    next: PolicyVersion & { readonly projectId?: string },
  ): Promise<'written' | 'conflict'>;
  /** The latest versions, newest first. */
  versions(owner: PolicyOwner): Promise<readonly PolicyVersion[]>;
  /** The policies in force in these projects, by key, in as few reads as storage allows. */
  readMany(projectKeys: readonly string[]): Promise<ReadonlyMap<string, StoredPolicy>>;
}

/** Saved policies as records, for changes of shape; a save of a person goes through `PolicyStore`. */
export interface PolicyRecords {
  page(cursor?: string): Promise<{
    readonly found: readonly { readonly key: string; readonly version: number; readonly policy: Policy }[];
    readonly next?: string;
  }>;
  /** Keeps version and history: nobody decided anything. Does nothing where somebody saved meanwhile. */
  replace(key: string, version: number, policy: Policy): Promise<void>;
}

/** Which version of the code last looked after everything stored; 0 where none noted it. */
export interface DataVersionStore {
  read(): Promise<number>;
  write(version: number): Promise<void>;
}

export interface WorkItemPage {
  readonly items: readonly WorkItem[];
  readonly nextPageToken?: string;
}

/** As much of work items as finding and weighing their charters needs. */
export interface ItemPage {
  readonly items: readonly {
    readonly issueKey: IssueKey;
    readonly issueId: string;
    /** Its status is of the category done. */
    readonly closed: boolean;
  }[];
  readonly nextPageToken?: string;
}

/** As much of a work item as a line about it needs; its project's id is empty where Jira does not say. */
export type Glimpse = Pick<WorkItem, 'issueKey' | 'summary' | 'status' | 'projectId'>;

export interface Jira {
  /**
   * The item, or null where Jira does not show it to the viewer: for a reader it does not exist then; where the item is
   * known to exist, the app lacks a right.
   */
  workItem(viewer: Viewer, issueKey: IssueKey): Promise<RawWorkItem | null>;
  /** Items by id, as far as Jira shows them to the viewer. At most 100 a call to Jira. */
  workItems(
    viewer: Viewer,
    issueIds: readonly string[],
    reading: Reading,
  ): Promise<ReadonlyMap<string, WorkItem>>;
  /** Every issue type the viewer may know of, in their language; those of team-managed projects name the project. */
  issueTypes(viewer: Viewer): Promise<readonly ListedIssueType[]>;
  /** The site's link types, in the viewer's language. */
  linkTypes(viewer: Viewer): Promise<readonly LinkTypeFact[]>;
  /** Ids of every field the viewer may know of. */
  fieldIds(viewer: Viewer): Promise<readonly string[]>;
  /** A project's id, null where the user may not see it. */
  projectId(projectKey: string): Promise<string | null>;
  /** What the user may do with the item and its project; nothing where they may not even see it. */
  itemRights(issueKey: IssueKey): Promise<{ readonly edit: boolean; readonly administer: boolean }>;
  /** Known accounts among those asked for. */
  people(viewer: Viewer, accountIds: readonly AccountId[]): Promise<readonly PersonFact[]>;
  /** One page of a project's open items the user may see; null where the project does not exist for them. */
  openItems(
    projectKey: string,
    options: {
      /** Ids; all types where absent. */
      readonly issueTypes?: readonly string[];
      readonly text?: string;
      readonly reading: Reading;
      readonly pageToken?: string;
    },
  ): Promise<WorkItemPage | null>;
  /** One page of a project's items the user may see, open or finished; null as with `openItems`. */
  itemsEver(
    projectKey: string,
    options: { readonly issueTypes: readonly string[]; readonly pageToken?: string },
  ): Promise<ItemPage | null>;
  /** Jira's estimate of how many items `openItems` would give in all; undefined where it refuses to tell. */
  countOpenItems(
    projectKey: string,
    options: { readonly issueTypes?: readonly string[]; readonly text?: string },
  ): Promise<number | undefined>;
  /** Assignees of the issues the viewer may see, by key; unassigned and hidden ones are absent. Null: refused. */
  assignees(
    viewer: Viewer,
    issueKeys: readonly IssueKey[],
  ): Promise<Readonly<Record<IssueKey, AccountId>> | null>;
  /** What the user may see of these items, by id; hidden and missing ones are absent. */
  glimpses(issueIds: readonly string[]): Promise<ReadonlyMap<string, Glimpse>>;
  /** The project of an id, null where the user may not see it. */
  projectById(
    projectId: string,
  ): Promise<{ readonly projectKey: string; readonly administer: boolean } | null>;
  projectRights(projectKey: string): Promise<{ readonly browse: boolean; readonly administer: boolean }>;
  /** Whether the user administers Jira. */
  administersSite(): Promise<boolean>;
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
  /**
   * Writes the read-only fields that boards, filters and exports see.
   *
   * @throws Refused when Jira does not take them.
   */
  writeShadow(item: RawWorkItem, shadow: Shadow): Promise<void>;
}

/** What a policy says about reading an item: where its owner stands, and which links put something in its way. */
export type Reading = Pick<Policy, 'ownerSource' | 'waitsFor'>;

export interface ListedIssueType extends IssueTypeFact {
  /** The team-managed project it belongs to; absent for types that projects share. */
  readonly projectId?: string;
}

/** An item read before its policy is known: owner and blockers are picked once it is. */
export interface RawWorkItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectId: string;
  /** Jira's ids of our read-only fields on this item, by module key; a field no admin has put in reach is absent. */
  readonly shadowFields: Readonly<Record<string, string>>;
  toWorkItem(reading: Reading): WorkItem;
}

export interface Shadow {
  readonly dri: AccountId | null;
  readonly waitingFor: readonly AccountId[];
  /** Whoever promised something that is still to come: a gate that reads the item then knows them too. */
  readonly promisedBy: readonly AccountId[];
  readonly gate: string;
}

/** Lets one of many runs of the same work do what must happen once. */
export interface Claims {
  /**
   * True for exactly one asker per key, until it is released; claims end by themselves after some days. Whoever asks
   * again after an outage is the same asker by the same `mark`.
   */
  take(key: string, mark?: string): Promise<boolean>;
  release(key: string): Promise<void>;
  /** Whether anybody holds it. */
  isTaken(key: string): Promise<boolean>;
}

export interface Clock {
  now(): Instant;
}
