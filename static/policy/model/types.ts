import { coversType } from '../../../src/domain/gate/coverage';
import { typeKey, type IssueTypeFact, type WorkItemType } from '../../../src/domain/policy/scope';

/** The types of one level of Jira's hierarchy, and whether the policy covers the level as a whole. */
export interface Level {
  readonly level: number;
  readonly types: readonly IssueTypeFact[];
}

/** Jira's types by level, the highest first; types without a level apart. */
export function byLevel(types: readonly IssueTypeFact[]): {
  readonly levels: readonly Level[];
  readonly loose: readonly IssueTypeFact[];
} {
  const numbers = [...new Set(types.flatMap(({ level }) => level ?? []))].sort((a, b) => b - a);
  return {
    levels: numbers.map((level) => ({ level, types: types.filter((type) => type.level === level) })),
    loose: types.filter(({ level }) => level === null),
  };
}

export const hasLevel = (entries: readonly WorkItemType[], level: number): boolean =>
  entries.some((entry) => 'level' in entry && entry.level === level);

/** Whether the policy covers a type by itself, whatever it says of its level. */
export const namesType = (entries: readonly WorkItemType[], type: IssueTypeFact): boolean =>
  entries.some((entry) => !('level' in entry) && coversType(entry, type));

export const withoutEntry = (
  entries: readonly WorkItemType[],
  entry: WorkItemType,
): readonly WorkItemType[] => entries.filter((one) => typeKey(one) !== typeKey(entry));

/** A level as a whole comes or goes. Types of it that were named one by one are part of it. */
export function withLevel(
  entries: readonly WorkItemType[],
  { level, types }: Level,
  wanted: boolean,
): readonly WorkItemType[] {
  if (!wanted) return withoutEntry(entries, { level });
  const rest = entries.filter((entry) => !types.some((type) => coversType(entry, type)));
  return [{ level }, ...rest];
}

/** One type comes, by its id, or goes. What an entry by name covers beside it stays. */
export function withType(
  entries: readonly WorkItemType[],
  type: IssueTypeFact,
  wanted: boolean,
  all: readonly IssueTypeFact[],
): readonly WorkItemType[] {
  const byId = ({ id, name }: IssueTypeFact): WorkItemType => ({ id, name });
  if (wanted) return [...entries, byId(type)];
  return entries.flatMap((entry): readonly WorkItemType[] => {
    if ('level' in entry || !coversType(entry, type)) return [entry];
    return 'id' in entry
      ? []
      : all.filter((other) => other.id !== type.id && coversType(entry, other)).map(byId);
  });
}

/** Entries of a policy that none of Jira's types answers to. */
export const strangers = (
  entries: readonly WorkItemType[],
  types: readonly IssueTypeFact[],
): readonly WorkItemType[] => entries.filter((entry) => !types.some((type) => coversType(entry, type)));

/** Whether a policy is about epics alone, under whatever names Jira has for them. */
export const onlyEpics = (entries: readonly WorkItemType[], types: readonly IssueTypeFact[]): boolean =>
  entries.length > 0 &&
  entries.every((entry) => {
    if ('level' in entry) return entry.level === 1;
    const covered = types.filter((type) => coversType(entry, type));
    return covered.length > 0 && covered.every(({ level }) => level === 1);
  });
