import type { IssueTypeFact, WorkItemType } from '../policy/scope';

const sameName = (a: string, b: string | undefined): boolean =>
  b !== undefined && a.toLowerCase() === b.toLowerCase();

/** Whether one entry of a policy means this issue type. */
export function coversType(entry: WorkItemType, type: IssueTypeFact): boolean {
  if ('level' in entry) return entry.level === type.level;
  if ('id' in entry) return entry.id === type.id;
  return sameName(entry.named, type.name) || sameName(entry.named, type.untranslatedName);
}

/** Whether an issue type falls under a policy. */
export const isUnderPolicy = (
  { workItemTypes }: { readonly workItemTypes: readonly WorkItemType[] },
  type: IssueTypeFact,
): boolean => workItemTypes.some((entry) => coversType(entry, type));
