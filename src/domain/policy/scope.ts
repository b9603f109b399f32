import { waitedFor, waitsFor as readsAsWaiting, withoutSubject } from '../changelog/link-words';
import { coversType, isUnderPolicy } from '../gate/coverage';

/** An issue type as Jira describes it. Ids are the same for every reader; names come in the reader's language. */
export interface IssueTypeFact {
  readonly id: string;
  readonly name: string;
  /** The name before Jira translated it, where it did. */
  readonly untranslatedName?: string | undefined;
  /** Level in Jira's hierarchy: -1 sub-tasks, 0 stories and tasks, 1 epics under whatever name; null where Jira says none. */
  readonly level: number | null;
}

/** What a policy covers: every type of one hierarchy level, or one type by its id. */
export type WorkItemType =
  | { readonly level: number }
  /** `name` is what it was called when it was chosen: what is shown once Jira no longer knows the id. */
  | { readonly id: string; readonly name: string }
  /** Saved before types were kept by id; compared by name until it is looked up. */
  | { readonly named: string };

/** The side of a link type that an item must stand on to wait for the other one, as Jira's issue links name it. */
export type LinkDirection = 'inward' | 'outward';

export const LINK_SIDES: readonly LinkDirection[] = ['inward', 'outward'];

/** A link type, read from one side, that says "this item waits for that one". */
export interface WaitingLink {
  readonly linkTypeId: string;
  readonly direction: LinkDirection;
  /** The words of that side when it was chosen, for showing. */
  readonly words: string;
}

/** The links that count as waiting; `by-words` until an administrator chose from the site's own link types. */
export type WaitsFor = 'by-words' | readonly WaitingLink[];

/** One link of an item, as the item reads it. */
export interface LinkRead {
  readonly linkTypeId: string;
  readonly direction: LinkDirection;
  readonly words: string;
}

/**
 * Whether a link puts the other item in the way of this one.
 *
 * @param known sides of link types whose words once said so: they go on doing it while nobody chose, whatever they are called
 */
export const isWaiting = (
  waitsFor: WaitsFor,
  link: LinkRead,
  known: readonly Pick<WaitingLink, 'linkTypeId' | 'direction'>[],
): boolean => {
  const byId = ({ linkTypeId, direction }: Pick<WaitingLink, 'linkTypeId' | 'direction'>): boolean =>
    linkTypeId === link.linkTypeId && direction === link.direction;
  return waitsFor === 'by-words' ? readsAsWaiting(link.words) || known.some(byId) : waitsFor.some(byId);
};

/** What tells two entries apart: the same key, the same types. */
export const typeKey = (entry: WorkItemType): string => {
  if ('level' in entry) return `level:${entry.level}`;
  return 'id' in entry ? `id:${entry.id}` : `named:${entry.named.toLowerCase()}`;
};

/** Entries that are not among others. */
export const typesWithout = (
  entries: readonly WorkItemType[],
  others: readonly WorkItemType[],
): readonly WorkItemType[] => {
  const known = new Set(others.map(typeKey));
  return entries.filter((entry) => !known.has(typeKey(entry)));
};

/** What tells two waiting links apart. */
export const linkKey = ({ linkTypeId, direction }: WaitingLink): string => `${linkTypeId}:${direction}`;

/** The ids among `types` that a policy covers, and the entries of the policy that cover none of them. */
export function idsUnderPolicy(
  entries: readonly WorkItemType[],
  types: readonly IssueTypeFact[],
): { readonly ids: readonly string[]; readonly unknown: readonly WorkItemType[] } {
  const ids = new Set(
    types.filter((type) => isUnderPolicy({ workItemTypes: entries }, type)).map(({ id }) => id),
  );
  return {
    ids: [...ids],
    unknown: entries.filter((entry) => !types.some((type) => coversType(entry, type))),
  };
}

/** A link type as Jira lists it: the words of each side. */
export interface LinkTypeFact {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/**
 * Whether a line of a changelog says that an item waits: changelogs keep words and no ids, so those of the chosen link
 * types are looked for, as they are called today and as they were when they were chosen.
 *
 * @param known as for `isWaiting`, under every name they had
 */
export function waitingWords(
  waitsFor: WaitsFor,
  linkTypes: readonly LinkTypeFact[],
  known: readonly WaitingLink[],
): (words: string) => boolean {
  if (waitsFor === 'by-words') {
    const once = new Set(known.map(({ words }) => words.toLowerCase()));
    return (line) => waitedFor(line) || once.has(withoutSubject(line).toLowerCase());
  }
  const words = new Set(
    waitsFor.flatMap(({ linkTypeId, direction, words: chosen }) => [
      chosen.toLowerCase(),
      ...linkTypes.filter(({ id }) => id === linkTypeId).map((type) => type[direction].toLowerCase()),
    ]),
  );
  return (line) => words.has(withoutSubject(line).toLowerCase());
}
