import type { NamedInJira } from '../../domain/access/rights';
import type { CurrentFields } from '../fields/ports';
import type { WorkItem } from '../../domain/gate/item';
import type { WithKnownLinks } from '../../domain/policy/known-links';
import type { Policy } from '../../domain/policy/policy';
import type { AccountId, Instant, IssueKey, PersonFact } from '../../domain/values';

/** In whose name Jira is asked. The gate has no user and asks as the app; everything a person started asks as them. */
export type Viewer = 'app' | 'user';

/** What a policy says about reading an item: where its owner stands, and which links put something in its way. */
export type Reading = Pick<Policy, 'ownerSource' | 'waitsFor'> & WithKnownLinks;

/** An item read before its policy is known: owner and blockers are picked once it is. */
export interface RawWorkItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectId: string;
  /** What stands in our read-only fields of this item. */
  readonly currentFields: CurrentFields;
  /** Absent where Jira does not say. */
  readonly createdAt?: Instant | undefined;
  toWorkItem(reading: Reading): WorkItem;
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

/** Work items, one by one and page by page. */
export interface JiraItems {
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
  /**
   * One page of a project's items the viewer may see, the user where none is named, open or finished; null as with
   * `openItems`.
   */
  itemsEver(
    projectKey: string,
    options: {
      readonly issueTypes: readonly string[];
      readonly pageToken?: string;
      readonly viewer?: Viewer;
    },
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
}

/** Accounts and what is known of them. */
export interface JiraPeople {
  /** Known accounts among those asked for. */
  people(viewer: Viewer, accountIds: readonly AccountId[]): Promise<readonly PersonFact[]>;
}

/** What Jira lets somebody do with a work item and its project. */
export interface ItemRights {
  readonly edit: boolean;
  readonly administer: boolean;
}

/** Ids of the roles of a project and of the groups that somebody holds. */
export interface Memberships {
  readonly roles: readonly string[];
  readonly groups: readonly string[];
}

/** What the user may do, and with what. */
export interface JiraRights {
  /** Which of some roles of a project the user holds, and where `groups` their groups; none of a project they may not see. */
  memberships(
    projectId: string,
    wanted: { readonly roles: readonly NamedInJira[]; readonly groups: boolean },
  ): Promise<Memberships>;
  /** A project's id, null where the user may not see it. */
  projectId(projectKey: string): Promise<string | null>;
  /** The project of an id, null where the user may not see it. */
  projectById(
    projectId: string,
  ): Promise<{ readonly projectKey: string; readonly administer: boolean } | null>;
  projectRights(projectKey: string): Promise<{ readonly browse: boolean; readonly administer: boolean }>;
  /** What the user may do with the item and its project; nothing where they may not even see it. */
  itemRights(issueKey: IssueKey): Promise<ItemRights>;
  /** Whether the user administers Jira. */
  administersSite(): Promise<boolean>;
}
