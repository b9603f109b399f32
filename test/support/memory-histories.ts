import type { ItemHistories, ItemToday, MovedSearch } from '../../src/app/report/ports';
import type { WorkItem } from '../../src/domain/gate/item';
import type { ItemChange } from '../../src/domain/changelog/change';

/** Items with their pasts, as one viewer may see them. */
export class MemoryHistories implements ItemHistories {
  readonly calls: Record<string, number> = {};
  readonly items = new Map<string, ItemToday>();
  readonly changes = new Map<string, readonly ItemChange[]>();
  readonly statuses = new Map<string, WorkItem['status']['category']>([
    ['1', 'new'],
    ['3', 'indeterminate'],
    ['5', 'done'],
  ]);
  /** Keys Jira does not show this viewer. */
  readonly hidden = new Set<string>();
  /** Projects that are there for this viewer; undefined: all. */
  projects: readonly string[] | undefined;
  pageSize = 100;

  async itemsMoved(
    projectKey: string,
    { issueTypes }: MovedSearch,
    { pageToken = '0' }: { readonly pageToken?: string },
  ) {
    this.#count('itemsMoved');
    if (this.projects && !this.projects.includes(projectKey)) return null;
    const all = this.#found(projectKey, issueTypes);
    const start = Number(pageToken);
    const next = start + this.pageSize;
    return {
      items: all.slice(start, next),
      ...(next < all.length && { nextPageToken: String(next) }),
    };
  }

  async countItemsMoved(projectKey: string, { issueTypes }: MovedSearch) {
    this.#count('countItemsMoved');
    return this.#found(projectKey, issueTypes).length;
  }

  async itemsToday(issueKeys: readonly string[]) {
    this.#count('itemsToday');
    const seen = issueKeys.flatMap((key) => this.#seen().find(({ issueKey }) => issueKey === key) ?? []);
    return new Map(seen.map((item) => [item.issueKey, item]));
  }

  async statusCategories() {
    this.#count('statusCategories');
    return this.statuses;
  }

  async changelogs(viewer: 'app' | 'user', issueIds: readonly string[], fieldIds: readonly string[]) {
    this.#count('changelogs');
    const seen = issueIds.filter((issueId) => viewer === 'app' || this.#sees(issueId));
    return new Map(
      seen.flatMap((issueId) => {
        const changes = (this.changes.get(issueId) ?? [])
          .map((change) => ({
            ...change,
            fields: change.fields.filter(({ fieldId }) => fieldIds.includes(fieldId)),
          }))
          .filter(({ fields }) => fields.length > 0);
        return changes.length === 0 ? [] : [[issueId, changes] as const];
      }),
    );
  }

  #found(projectKey: string, issueTypes: readonly string[]): readonly ItemToday[] {
    return this.#seen().filter((item) => item.projectKey === projectKey && issueTypes.includes(item.type.id));
  }

  #sees(issueId: string): boolean {
    return this.#seen().some((item) => item.issueId === issueId);
  }

  #seen(): readonly ItemToday[] {
    return [...this.items.values()].filter(({ issueKey }) => !this.hidden.has(issueKey));
  }

  #count(call: string): void {
    this.calls[call] = (this.calls[call] ?? 0) + 1;
  }
}
