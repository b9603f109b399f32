import type { Changelogs } from '../../src/app/report/ports';
import type { ItemChange } from '../../src/domain/changelog/change';

/** Changelogs as Jira would give them, by issue id. */
export class MemoryChangelogs implements Changelogs {
  readonly byIssue = new Map<string, readonly ItemChange[]>();
  /** What was asked for, call by call. */
  readonly asked: { readonly issueIds: readonly string[]; readonly fieldIds: readonly string[] }[] = [];

  changelogs(
    _viewer: unknown,
    issueIds: readonly string[],
    fieldIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ItemChange[]>> {
    this.asked.push({ issueIds, fieldIds });
    const found = issueIds.flatMap((id): [string, readonly ItemChange[]][] => {
      const changes = (this.byIssue.get(id) ?? [])
        .map((change) => ({
          ...change,
          fields: change.fields.filter((one) => fieldIds.includes(one.fieldId)),
        }))
        .filter(({ fields }) => fields.length > 0);
      return changes.length > 0 ? [[id, changes]] : [];
    });
    return Promise.resolve(new Map(found));
  }
}
