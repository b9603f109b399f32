import type { IssueKey } from '../values';
import { isBefore } from '../time/time';
import type { ChangedField, ItemChange } from './change';

/** Whether the words of a changelog's line, the key at their end left out, say that an item waits for another. */
export type WaitingWords = (words: string) => boolean;

/** What a field held at a place of the changelog: ids where it has them, and words. */
export interface Held {
  readonly id: string | null;
  readonly text: string | null;
}

/**
 * What a field held right after the change number `index`: what its latest change up to then led to, or else what its
 * next change starts from, or else what it holds today. What was written down at the time counts before what is there
 * today: fields are emptied without a line when accounts are removed or projects imported.
 */
export function heldAfter(changes: readonly ItemChange[], index: number, fieldId: string): Held | 'as-today' {
  for (let place = index; place >= 0; place -= 1) {
    const latest = changes[place]?.fields.findLast((field) => field.fieldId === fieldId);
    if (latest) return { id: latest.to, text: latest.toText };
  }
  for (const { fields } of changes.slice(index + 1)) {
    const next = fields.find((field) => field.fieldId === fieldId);
    if (next) return { id: next.from, text: next.fromText };
  }
  return 'as-today';
}

/** Number of the last change up to an instant, that instant included; -1 before the first. */
export function lastChangeBy(changes: readonly ItemChange[], at: string): number {
  return changes.findLastIndex((change) => !isBefore(at, change.at));
}

/** The item that a link's line names, where its words put it in the way: "This issue depends on PLAT-1". */
function blockerIn(key: string | null, text: string | null, waits: WaitingWords): IssueKey | null {
  if (key === null || text === null || !text.endsWith(key)) return null;
  return waits(text.slice(0, -key.length)) ? key : null;
}

const LINKS = 'issuelinks';

const linked = ({ to, toText }: ChangedField, waits: WaitingWords): IssueKey | null =>
  blockerIn(to, toText, waits);
const unlinked = ({ from, fromText }: ChangedField, waits: WaitingWords): IssueKey | null =>
  blockerIn(from, fromText, waits);

/** Every item that a changelog says ever stood in the way. */
export const blockersEver = (changes: readonly ItemChange[], waits: WaitingWords): readonly IssueKey[] =>
  changes.flatMap(({ fields }) =>
    fields
      .filter(({ fieldId }) => fieldId === LINKS)
      .flatMap((field) => [linked(field, waits), unlinked(field, waits)].filter((key) => key !== null)),
  );

/**
 * What stood in the way right after the change number `index`, by undoing every later change of links. Two links of
 * different types to one item count twice until both are gone.
 *
 * @param today every link that puts something in the way now, an item as often as it is linked
 */
export function blockersAfter(
  changes: readonly ItemChange[],
  index: number,
  today: readonly IssueKey[],
  waits: WaitingWords,
): readonly IssueKey[] {
  const links = new Map<IssueKey, number>();
  const count = (key: IssueKey | null, delta: number) => {
    if (key !== null) links.set(key, Math.max(0, (links.get(key) ?? 0) + delta));
  };
  for (const key of today) count(key, 1);
  for (const { fields } of changes.slice(index + 1).reverse()) {
    for (const field of fields) {
      if (field.fieldId !== LINKS) continue;
      count(linked(field, waits), -1);
      count(unlinked(field, waits), 1);
    }
  }
  return [...links].filter(([, number]) => number > 0).map(([key]) => key);
}
