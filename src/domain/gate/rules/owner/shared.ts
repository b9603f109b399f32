import type { AccountId } from '../../../values';
import type { OwnerField } from '../../item';
import { accountsIn, candidatesOf, isPerson, namesIn } from '../../owner';
import type { Check, Rule } from '../rule';

/** One person owns it: the policy’s field names no second owner. */
export const rule = {
  id: 'owner.shared',
  group: 'owner',
  defaults: { start: 'block', finish: 'block' },
  asks: 'one-owner',
  inJira: 'owner-source',
} as const satisfies Rule;

interface Facts {
  readonly people: readonly AccountId[];
  /** Owners that are not a person, by name. */
  readonly others: readonly string[];
  readonly fieldName: string;
  /** The charter's pick, where a field for one person names somebody else. */
  readonly dri?: AccountId;
}

/**
 * A nomination in the charter is the pick; a field with several people then lists contributors,
 * but a single-person field that names somebody else still means two owners.
 */
function besideDri(dri: AccountId, { name, cardinality, candidates }: OwnerField): readonly Facts[] {
  const [named] = cardinality === 'one' ? candidates : [];
  if (!named || (isPerson(named) && named.accountId === dri)) return [];
  return [{ people: [dri, ...accountsIn([named])], others: namesIn([named]), fieldName: name, dri }];
}

export const check: Check<Facts> = {
  path: 'owner',
  unmet: ({ charter: { dri }, item }) => {
    const { ownerField } = item;
    if (!ownerField) return [];
    if (dri) return besideDri(dri.accountId, ownerField);
    const candidates = candidatesOf(item);
    return candidates.length > 1
      ? [{ people: accountsIn(candidates), others: namesIn(candidates), fieldName: ownerField.name }]
      : [];
  },
  who: ({ people }) => people,
};
