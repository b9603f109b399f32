import type { CharterAnswer } from '../../../src/contract/answers';
import type { PersonFact } from '../../../src/domain/values';

/** People worth offering as the owner before anyone searches: those the item's own field names, then the reader. */
export function likelyOwners({ item, charter, people, me }: CharterAnswer): readonly PersonFact[] {
  const named = (item.ownerField?.candidates ?? []).flatMap((candidate) =>
    candidate.kind === 'person' ? [candidate.accountId] : [],
  );
  const suggested = charter.declinedNomination?.suggestedAccountId;
  const ids = new Set([...(suggested === undefined ? [] : [suggested]), ...named, me.accountId]);
  return [...ids]
    .filter((id) => id !== charter.dri?.accountId && id !== charter.declinedNomination?.accountId)
    .flatMap((id) => people[id] ?? []);
}
