import type { Charter } from '../domain/charter/charter';
import type { CharterEvent } from '../domain/charter/events';
import type { WorkItem } from '../domain/gate/item';
import type { OwnerSource, Policy } from '../domain/policy/policy';
import type { AccountId, Instant, IssueKey, PersonFact } from '../domain/values';

/** A dependency of ours did not answer, or not in time. Nothing was decided on its account. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  constructor(
    readonly dependency: 'jira' | 'storage' | 'queue',
    detail: string,
  ) {
    super(`${dependency}: ${detail}`);
  }
}

/** In whose name Jira is asked. The gate has no user and asks as the app; everything a person started asks as them. */
export type Viewer = 'app' | 'user';

/** A charter as stored, with the version a conditional write is checked against. */
export interface StoredCharter {
  readonly issueId: string;
  /** 0 for a charter that was never written. */
  readonly version: number;
  readonly charter: Charter;
  readonly history: readonly CharterEvent[];
  /** The store's own marks of the last writes; a change carries them along. */
  readonly writes?: readonly string[];
  /** Whom the charter concerned when it was read; a change carries them along, so that their rows can follow. */
  readonly parties?: readonly AccountId[];
}

export interface StoredPolicy {
  readonly policy: Policy;
  readonly inherited: boolean;
}

export interface CharterStore {
  /** The charter and its project's policy in one strongly consistent read; the empty charter where none was written. */
  read(issueKey: IssueKey): Promise<{ readonly stored: StoredCharter; readonly policy: StoredPolicy }>;
  readCharter(issueKey: IssueKey): Promise<StoredCharter>;
  /** Charters by issue key, in as few reads as storage allows. Absent keys have no charter yet. */
  readMany(issueKeys: readonly IssueKey[]): Promise<ReadonlyMap<IssueKey, StoredCharter>>;
  /**
   * Writes only if the stored version is still `next.version - 1`.
   * `full`: the record would exceed what storage takes; nothing was written.
   */
  write(issueKey: IssueKey, next: StoredCharter, now: Instant): Promise<'written' | 'conflict' | 'full'>;
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
  /** Every work item that has a charter, a page at a time. */
  charterKeys(
    cursor?: string,
  ): Promise<{ readonly issueKeys: readonly IssueKey[]; readonly nextCursor?: string }>;
}

export interface PolicyStore {
  read(projectKey: string): Promise<StoredPolicy>;
  /** Policies by project key, in as few reads as storage allows. */
  readMany(projectKeys: readonly string[]): Promise<ReadonlyMap<string, StoredPolicy>>;
  /** Writes only if the stored version is still `policy.version - 1`. */
  write(projectKey: string, policy: Policy, by: AccountId, now: Instant): Promise<'written' | 'conflict'>;
}

export interface WorkItemPage {
  readonly items: readonly WorkItem[];
  readonly nextPageToken?: string;
}

/** As much of a work item as a line about it needs. */
export interface Glimpse {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly status: WorkItem['status'];
}

export interface Jira {
  /** The item, or null where it does not exist for the viewer. */
  workItem(viewer: Viewer, issueKey: IssueKey): Promise<RawWorkItem | null>;
  /** Whether the user may edit the item; false where they may not even see it. */
  canEdit(issueKey: IssueKey): Promise<boolean>;
  /** Known accounts among those asked for. */
  people(viewer: Viewer, accountIds: readonly AccountId[]): Promise<readonly PersonFact[]>;
  /** One page of a project's open items the user may see; null where the project does not exist for them. */
  openItems(
    projectKey: string,
    options: {
      readonly issueTypes?: readonly string[];
      readonly text?: string;
      readonly ownerSource: OwnerSource;
      readonly pageToken?: string;
    },
  ): Promise<WorkItemPage | null>;
  /** Jira's estimate of how many items `openItems` would give in all. */
  countOpenItems(
    projectKey: string,
    options: { readonly issueTypes?: readonly string[]; readonly text?: string },
  ): Promise<number>;
  /** Assignees of the issues the user may see, by key; unassigned and hidden ones are absent. */
  assignees(issueKeys: readonly IssueKey[]): Promise<Readonly<Record<IssueKey, AccountId>>>;
  /** What the user may see of these items, by id; hidden and missing ones are absent. */
  glimpses(issueIds: readonly string[]): Promise<ReadonlyMap<string, Glimpse>>;
  projectRights(projectKey: string): Promise<{ readonly browse: boolean; readonly administer: boolean }>;
  /** Who took the item into a status, and when, as the changelog tells. */
  lastMove(
    issueKey: IssueKey,
    toStatusId: string,
  ): Promise<{ readonly historyId: string; readonly accountId: AccountId; readonly at: Instant } | null>;
  comment(issueKey: IssueKey, mention: PersonFact, paragraphs: readonly string[]): Promise<void>;
  /** Writes the read-only fields that boards, filters and exports see. */
  writeShadow(item: RawWorkItem, shadow: Shadow): Promise<void>;
}

/** An item read before its policy is known: the owner field is picked once it is. */
export interface RawWorkItem {
  readonly issueId: string;
  /** Jira's ids of our read-only fields on this item, by module key; a field no admin has put in reach is absent. */
  readonly shadowFields: Readonly<Record<string, string>>;
  toWorkItem(ownerSource: OwnerSource): WorkItem;
}

export interface Shadow {
  readonly dri: AccountId | null;
  readonly waitingFor: readonly AccountId[];
  readonly gate: string;
}

/** Work that follows a stored change; each may arrive twice and out of order. */
export type FollowUp =
  | { readonly kind: 'shadow'; readonly issueKey: IssueKey }
  /** Rebuilds the rows of all charters, a page at a time. */
  | { readonly kind: 'rows'; readonly cursor?: string }
  | {
      readonly kind: 'passage';
      readonly issueKey: IssueKey;
      readonly toStatusId: string;
      readonly checkpoint: 'start' | 'finish';
      readonly reason: 'observe' | 'coach' | 'unchecked';
      readonly rules: readonly string[];
      /** The sentences of the findings, for the comment in coach mode. */
      readonly advice: readonly string[];
      readonly at: Instant;
    };

export interface FollowUps {
  /** Queues follow-ups; throws Unavailable when the queue does not take them. */
  push(followUps: readonly FollowUp[], delaySeconds?: number): Promise<void>;
}

/** Lets one of many runs of the same work do what must happen once. */
export interface Claims {
  /** True for exactly one asker per key, until it is released; claims end by themselves after some days. */
  take(key: string): Promise<boolean>;
  release(key: string): Promise<void>;
}

export interface Clock {
  now(): Instant;
}
