import type { ItemChange } from '../domain/history/change';
import type { Viewer } from './ports';

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
