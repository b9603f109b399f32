import type { IssueKey } from '../values';
import type { ItemChange } from './change';
import { heldAfter } from './reading';

/** Jira writes a key down under one of these names. */
const KEY_FIELDS = ['issuekey', 'key', 'Key'] as const;
/** The same for the item above. */
const PARENT_FIELDS = ['parent', 'IssueParentAssociation', 'Parent'] as const;

/** Fields of a changelog that say where an item stood, and under which policy. */
export const SCOPE_FIELDS = [
  'status',
  'issuetype',
  'project',
  ...KEY_FIELDS.slice(0, 2),
  ...PARENT_FIELDS.slice(0, 2),
];

/** Id of its issue type right after the change number `index`, -1 being its creation. */
export function typeIdAfter(changes: readonly ItemChange[], index: number): string | 'as-today' {
  const held = heldAfter(changes, index, 'issuetype');
  return held === 'as-today' ? held : (held.id ?? '');
}

/** Its key right after the change number `index`. */
export function keyAfter(changes: readonly ItemChange[], index: number, today: IssueKey): IssueKey {
  for (const field of KEY_FIELDS) {
    const held = heldAfter(changes, index, field);
    if (held !== 'as-today' && held.text !== null) return held.text;
  }
  return today;
}

/** Id of the item above it right after the change number `index`; null where it stood under none. */
export function parentIdAfter(
  changes: readonly ItemChange[],
  index: number,
  today: string | undefined,
): string | null {
  for (const field of PARENT_FIELDS) {
    const held = heldAfter(changes, index, field);
    if (held !== 'as-today') return held.id === '' ? null : held.id;
  }
  return today ?? null;
}

/** Whether a change brought the item another type or project. */
export const changesScope = ({ fields }: ItemChange): boolean =>
  fields.some(({ fieldId }) => fieldId === 'issuetype' || fieldId === 'project');

/** Whether a change put it under another item. */
export const changesParent = ({ fields }: ItemChange): boolean =>
  fields.some(({ fieldId }) => PARENT_FIELDS.some((one) => one === fieldId));
