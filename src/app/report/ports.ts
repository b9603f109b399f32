import type { ItemChange } from '../../domain/changelog/change';
import type { OwnerField, WorkItem } from '../../domain/gate/item';
import type { IssueTypeFact } from '../../domain/policy/scope';
import type { AccountId, Instant, IsoDate, IssueKey, PersonFact } from '../../domain/values';
import type { Reading, Viewer } from '../subject/ports';
import type { ProjectPolicy } from '../subject/project-items';

/** Jira takes at most this many work items at once. */
export const ITEMS_PER_CHANGELOG_READ = 1000;

export interface Changelogs {
  /**
   * The whole changelogs of work items, oldest change first, by issue id; hidden and missing items are absent, and so
   * are items without a change of these fields. One call for `ITEMS_PER_CHANGELOG_READ` items, and one more for
   * every further 10,000 changes of theirs.
   *
   * @param issueIds any number of ids or keys
   * @param fieldIds at most ten; changes of other fields are left out
   * @throws Unavailable where Jira does not answer, or answers in a shape that is not a changelog
   */
  changelogs(
    viewer: Viewer,
    issueIds: readonly string[],
    fieldIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ItemChange[]>>;
}

/** Which of a project's items may have moved up to a day, open and finished. */
export interface MovedSearch {
  /** Ids. */
  readonly issueTypes: readonly string[];
  readonly to: IsoDate;
}

/** A work item as it is today. */
export interface ItemToday {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectKey: string;
  readonly projectId: string;
  readonly issueType: string;
  readonly type: IssueTypeFact;
  readonly summary: string;
  readonly createdAt: Instant;
  readonly statusId: string;
  readonly ownerField: OwnerField | null;
  /** Every link that puts something in the way, an item as often as it is linked. */
  readonly blockerKeys: readonly IssueKey[];
  /** Accounts seen in Jira's answer. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}

/** A page of a search that was not asked: there was nothing to look for. */
export const NO_ITEMS: { readonly items: readonly ItemToday[]; readonly nextPageToken?: string } = {
  items: [],
};

export interface ItemHistories extends Changelogs {
  /** One page of the items, as the user sees them; null where the project does not exist for them. */
  itemsMoved(
    projectKey: string,
    search: MovedSearch,
    options: { readonly reading: Reading; readonly pageToken?: string },
  ): Promise<{ readonly items: readonly ItemToday[]; readonly nextPageToken?: string } | null>;
  /** Jira's estimate of how many there are in all; undefined where it refuses to tell. */
  countItemsMoved(projectKey: string, search: MovedSearch): Promise<number | undefined>;
  /** These items as the viewer sees them, the user where none is named, by key; hidden and missing ones are absent. One call for a hundred. */
  itemsToday(issueKeys: readonly IssueKey[], viewer?: Viewer): Promise<ReadonlyMap<IssueKey, ItemToday>>;
  /** The category of every status the viewer may see work in, the user where none is named, by status id. */
  statusCategories(viewer?: Viewer): Promise<ReadonlyMap<string, WorkItem['status']['category']>>;
}

/** A report that is being read page by page. */
export interface Run {
  readonly id: string;
  readonly startedAt: Instant;
  /** What its first page read and all others go by; absent where they read it themselves. */
  readonly known?: ProjectPolicy | undefined;
}

/** Which run of a report a person is reading, under a name that tells neither. */
export interface Runs {
  /** The same name for the same words, from which they cannot be told. */
  nameOf(words: readonly string[]): Promise<string>;
  current(name: string): Promise<Run | undefined>;
  start(name: string, run: Run): Promise<void>;
  end(name: string): Promise<void>;
}
