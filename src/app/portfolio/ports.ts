import type { AccountId } from '../../domain/values';
import type { Reading, WorkItemPage } from '../subject/ports';

/** A project as its line names it. */
export interface ProjectFact {
  readonly projectId: string;
  readonly projectKey: string;
  readonly name: string;
  /** Null where Jira names none. */
  readonly lead: { readonly accountId: AccountId; readonly displayName: string } | null;
  readonly category: { readonly id: string; readonly name: string } | null;
}

/** Most projects that one question names. */
export const MOST_PROJECTS = 50;

export interface ProjectsPage {
  readonly projects: readonly ProjectFact[];
  /** Where to go on; absent on the last page. */
  readonly nextStartAt?: number;
}

/** Which open items of some projects are meant. */
export interface OpenItemsSearch {
  readonly projectKeys: readonly string[];
  /** Ids. */
  readonly issueTypes: readonly string[];
  /** What the reader wants of them besides, in Jira's words. */
  readonly jql?: string | undefined;
}

/** Many projects at once, as the user sees them. */
export interface JiraProjects {
  /** One page of the projects that the user may browse, by key; all of them, of a category, or of these keys. */
  browsedProjects(
    asked:
      | { readonly projectKeys: readonly string[] }
      | { readonly startAt: number; readonly categoryId?: string | undefined },
  ): Promise<ProjectsPage>;
  /**
   * One page of the open items of some projects that the user may see, by key; null where Jira shows none of the
   * projects.
   *
   * @throws Unavailable `broken-question` where Jira does not understand the JQL or the token
   */
  openItemsAmong(
    search: OpenItemsSearch,
    options: { readonly reading: Reading; readonly pageToken?: string | undefined },
  ): Promise<WorkItemPage | null>;
  /** Jira's estimate of how many there are in all; undefined where it refuses to tell. */
  countOpenItemsAmong(search: OpenItemsSearch): Promise<number | undefined>;
}
