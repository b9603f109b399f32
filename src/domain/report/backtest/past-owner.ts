import type { OwnerCandidate, OwnerField } from '../../gate/item';
import type { ItemChange } from '../../changelog/change';
import { heldAfter, type Held } from '../../changelog/reading';
import type { OwnerSource } from '../../policy/policy';
import type { AccountId } from '../../values';
import type { PastItem } from './past-item';

/** Jira's id of the field that names the owner; null where only the charter does. */
export const ownerFieldId = (source: OwnerSource): string | null =>
  source.kind === 'charter' ? null : source.kind === 'assignee' ? 'assignee' : source.fieldId;

/** Fields that hold many values write them as `[a, b]`. */
const listed = (text: string | null): readonly string[] =>
  (text ?? '')
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** An account where the field holds people; ids of nobody are those of a group or a team, and told in words. */
function candidatesOf(
  { id, text }: Held,
  knows: (accountId: AccountId) => boolean,
): readonly OwnerCandidate[] {
  const [ids, words] = [listed(id), listed(text)];
  if (ids.length === 0) return words.map((name) => ({ kind: 'not-a-person', name }));
  return ids.map((accountId, place) =>
    knows(accountId)
      ? { kind: 'person', accountId }
      : { kind: 'not-a-person', name: words[place] ?? accountId },
  );
}

/**
 * Whom the owner field named right after a change.
 * @param knows whether Jira knows an account of this id; what the assignee held is one in any case
 */
export function ownerAfter(
  { ownerField, changes }: Pick<PastItem, 'ownerField' | 'changes'>,
  index: number,
  source: OwnerSource,
  knows: (accountId: AccountId) => boolean,
): OwnerField | null {
  const fieldId = ownerFieldId(source);
  if (fieldId === null || ownerField === null) return null;
  const held = heldAfter(changes, index, fieldId);
  if (held === 'as-today') return ownerField;
  const candidates = candidatesOf(held, source.kind === 'assignee' ? () => true : knows);
  return { ...ownerField, cardinality: candidates.length > 1 ? 'many' : ownerField.cardinality, candidates };
}

/** Every id that the owner field ever held: accounts, and whatever else it may hold. */
export const ownersEver = (changes: readonly ItemChange[], source: OwnerSource): readonly string[] =>
  changes.flatMap(({ fields }) =>
    fields
      .filter(({ fieldId }) => fieldId === ownerFieldId(source))
      .flatMap(({ from, to }) => [...listed(from), ...listed(to)]),
  );
