import type { FieldValues } from '../../domain/fields/field-values';
import type { IssueTypeFact } from '../../domain/policy/scope';
import type { IssueKey } from '../../domain/values';

export type FieldName = keyof FieldValues;

/** What stands in a field, or is to stand there; people by their account ids, null where it is empty. */
export type FieldValue = string | number | readonly string[] | null;

/** What stands in our fields of one item, each with Jira's id of it; a field that no administrator put in reach is absent. */
export type CurrentFields = {
  readonly [F in FieldName]?: { readonly fieldId: string; readonly value: FieldValue };
};

/** A work item with what its fields say in Jira. */
export interface ItemWithFields {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectId: string;
  readonly projectKey: string;
  readonly type: IssueTypeFact;
  readonly currentFields: CurrentFields;
}

/** One value that is to stand in one field of one item. */
export interface FieldChange {
  readonly issueId: string;
  readonly field: FieldName;
  readonly fieldId: string;
  readonly value: FieldValue;
  /** What stood there. */
  readonly was: FieldValue;
}

/** Whose children follow the item above them. */
export type Followers = 'none' | 'everywhere' | readonly string[];

/** Items whose fields may say something: of types that some policy covers, of projects whose items follow, or written before. */
export interface FieldsScope {
  /** Ids. */
  readonly issueTypes: readonly string[];
  readonly followers: Followers;
}

/** Which items are looked for, as far as the scope reaches; those below some others whatever they are. */
export type FieldsSearch =
  | { readonly everywhere: true }
  /** What Jira says was changed within so many hours. */
  | { readonly changedWithinHours: number }
  | { readonly projectKey: string }
  | { readonly parents: readonly IssueKey[] };

export interface FieldsPage {
  readonly items: readonly ItemWithFields[];
  readonly nextPageToken?: string;
}

/** The fields of ours on work items, read and written as the app. */
export interface JiraFields {
  /** Items by id or key, as far as Jira shows them to the app; at most 100. */
  itemsWithFields(idsOrKeys: readonly string[]): Promise<readonly ItemWithFields[]>;
  /** One page of what a search finds. @throws Unavailable `broken-question` where Jira no longer knows the page. */
  searchFields(
    where: FieldsSearch,
    scope: FieldsScope,
    options: { readonly most: number; readonly pageToken?: string | undefined },
  ): Promise<FieldsPage>;
  /**
   * Writes values of items, all of them or none, without a line in their histories. At most 1,000.
   *
   * @throws Refused when Jira does not take them.
   */
  writeFields(changes: readonly FieldChange[]): Promise<void>;
}

/** Where the unhurried comparison of all items stands. */
export interface ComparisonState {
  /** When the round under way, or the last one, began. */
  readonly startedAt: string;
  /** Absent where the round is over. */
  readonly pageToken?: string | undefined;
  readonly over: boolean;
}

export interface ComparisonStore {
  read(): Promise<ComparisonState | null>;
  write(state: ComparisonState): Promise<void>;
}
