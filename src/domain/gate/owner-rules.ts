import type { Charter } from '../charter/charter';
import type { AccountId } from '../values';
import type { Unmet } from './finding';
import type { OwnerCandidate, WorkItem } from './item';

const isPerson = (c: OwnerCandidate): c is Extract<OwnerCandidate, { kind: 'person' }> => c.kind === 'person';

/** The first thing that keeps one account from being a valid owner, before acceptance is asked about. */
function unfit(item: WorkItem, accountId: AccountId): Unmet | null {
  const person = item.people[accountId];
  if (person && person.kind !== 'human') return { rule: 'owner.not-a-person', name: person.displayName };
  if (person && !person.active) return { rule: 'owner.inactive', accountId };
  return null;
}

/** Nobody was nominated yet: the policy's field, if any, is all there is to go by. */
function fromField(charter: Charter, item: WorkItem): Unmet {
  const candidates = item.ownerField?.candidates ?? [];
  const [first] = candidates;
  if (!first) {
    const declined = charter.declinedNomination;
    return {
      rule: 'owner.missing',
      ...(declined && { declinedBy: declined.accountId, handedBack: declined.handedBack }),
      ...(declined?.suggestedAccountId !== undefined && { suggested: declined.suggestedAccountId }),
    };
  }
  if (candidates.length > 1) {
    return {
      rule: 'owner.shared',
      people: candidates.filter(isPerson).map(({ accountId }) => accountId),
      others: candidates.flatMap((candidate) => (isPerson(candidate) ? [] : [candidate.name])),
      fieldName: item.ownerField?.name ?? '',
    };
  }
  if (!isPerson(first)) return { rule: 'owner.not-a-person', name: first.name };
  return (
    unfit(item, first.accountId) ?? {
      rule: 'owner.not-accepted',
      accountId: first.accountId,
      nominated: false,
    }
  );
}

/**
 * At most one owner finding: the rules are steps of one path (someone, one, a person, active, accepted).
 * A nomination in the charter is the pick; a field with several people then lists contributors,
 * but a single-person field that names somebody else still means two owners.
 */
export function ownerFinding(charter: Charter, item: WorkItem): Unmet | null {
  const { dri } = charter;
  if (!dri) return fromField(charter, item);
  const { ownerField } = item;
  const named = ownerField?.cardinality === 'one' ? ownerField.candidates[0] : undefined;
  if (ownerField && named && !(isPerson(named) && named.accountId === dri.accountId)) {
    return {
      rule: 'owner.shared',
      people: isPerson(named) ? [dri.accountId, named.accountId] : [dri.accountId],
      others: isPerson(named) ? [] : [named.name],
      fieldName: ownerField.name,
    };
  }
  const problem = unfit(item, dri.accountId);
  if (problem) return problem;
  return dri.status === 'accepted'
    ? null
    : { rule: 'owner.not-accepted', accountId: dri.accountId, nominated: true, since: dri.nominatedAt };
}
