import type { Charter } from '../charter/charter';
import { isErased } from '../erased';
import type { AccountId } from '../values';
import type { OwnerCandidate, WorkItem } from './item';
import { personIn, type PeopleRead } from './people';

type Item = Pick<WorkItem, 'ownerField'>;

export const isPerson = (c: OwnerCandidate): c is Extract<OwnerCandidate, { kind: 'person' }> =>
  c.kind === 'person';

/** What the policy's field names; nothing where the charter alone names the owner. */
export const candidatesOf = ({ ownerField }: Item): readonly OwnerCandidate[] => ownerField?.candidates ?? [];

export const accountsIn = (candidates: readonly OwnerCandidate[]): readonly AccountId[] =>
  candidates.filter(isPerson).map(({ accountId }) => accountId);

/** Candidates that cannot be asked to accept, by name. */
export const namesIn = (candidates: readonly OwnerCandidate[]): readonly string[] =>
  candidates.flatMap((candidate) => (isPerson(candidate) ? [] : [candidate.name]));

/**
 * Accounts that are held against what an owner must be: the charter's pick; until somebody is nominated, everybody whom
 * the policy's field names.
 */
export const ownersNamed = ({ dri }: Charter, item: Item): readonly AccountId[] =>
  dri ? [dri.accountId] : accountsIn(candidatesOf(item));

/**
 * Whether an account is a person's, or was before it was erased.
 *
 * @throws NotRead
 */
export const isHuman = (people: PeopleRead, accountId: AccountId): boolean =>
  isErased(accountId) || personIn(people, accountId).kind === 'human';

/**
 * Who owns an item: whoever accepted it; before anybody was asked, the one person the policy's own field names.
 * Null where nobody does, or several might.
 */
export function ownerOf(charter: Charter, item: Item): AccountId | null {
  if (charter.dri) return charter.dri.status === 'accepted' ? charter.dri.accountId : null;
  const [candidate, ...more] = candidatesOf(item);
  return candidate?.kind === 'person' && more.length === 0 ? candidate.accountId : null;
}
