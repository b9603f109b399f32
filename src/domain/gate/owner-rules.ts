import type { Charter } from '../charter/charter';
import { isErased } from '../erased';
import type { AccountId } from '../values';
import type { Unmet } from './finding';
import type { OwnerCandidate, WorkItem } from './item';

const isPerson = (c: OwnerCandidate): c is Extract<OwnerCandidate, { kind: 'person' }> => c.kind === 'person';

/** What keeps one account from being a valid owner, before acceptance is asked about. */
function unfit(item: WorkItem, accountId: AccountId): readonly Unmet[] {
  const person = item.people[accountId];
  if (person && person.kind !== 'human') return [{ rule: 'owner.not-a-person', name: person.displayName }];
  if (isErased(accountId) || person?.active === false) return [{ rule: 'owner.inactive', accountId }];
  return [];
}

/** Nobody was nominated yet: the policy's field, if any, is all there is to go by. */
function fromField({ declinedNomination: declined }: Charter, item: WorkItem): readonly Unmet[] {
  const { ownerField } = item;
  const candidates = ownerField?.candidates ?? [];
  if (!ownerField || candidates.length === 0) {
    return [
      {
        rule: 'owner.missing',
        ...(declined && { declinedBy: declined.accountId, handedBack: declined.handedBack }),
        ...(declined?.suggestedAccountId !== undefined && { suggested: declined.suggestedAccountId }),
      },
    ];
  }
  const people = candidates.filter(isPerson).map(({ accountId }) => accountId);
  const others = candidates.flatMap((candidate) => (isPerson(candidate) ? [] : [candidate.name]));
  return [
    ...(candidates.length > 1
      ? [{ rule: 'owner.shared' as const, people, others, fieldName: ownerField.name }]
      : []),
    ...others.map((name): Unmet => ({ rule: 'owner.not-a-person', name })),
    ...people.flatMap((accountId) => unfit(item, accountId)),
    ...people.map((accountId): Unmet => ({ rule: 'owner.not-accepted', accountId, nominated: false })),
  ];
}

/**
 * The owner rules are steps of one path: someone, one, a person, active, accepted. Every unmet step, first step first;
 * the gate tells one of them.
 * A nomination in the charter is the pick; a field with several people then lists contributors,
 * but a single-person field that names somebody else still means two owners.
 */
export function ownerFindings(charter: Charter, item: WorkItem): readonly Unmet[] {
  const { dri } = charter;
  if (!dri) return fromField(charter, item);
  const { ownerField } = item;
  const named = ownerField?.cardinality === 'one' ? ownerField.candidates[0] : undefined;
  const unmet: Unmet[] = [];
  if (ownerField && named && !(isPerson(named) && named.accountId === dri.accountId)) {
    unmet.push({
      rule: 'owner.shared',
      people: isPerson(named) ? [dri.accountId, named.accountId] : [dri.accountId],
      others: isPerson(named) ? [] : [named.name],
      fieldName: ownerField.name,
      dri: dri.accountId,
    });
  }
  const unable = unfit(item, dri.accountId);
  unmet.push(...unable);
  if (unable.length === 0 && dri.lostAccessAt !== undefined) {
    unmet.push({ rule: 'owner.inactive', accountId: dri.accountId, lostAccess: true });
  }
  if (dri.status === 'nominated') {
    unmet.push({
      rule: 'owner.not-accepted',
      accountId: dri.accountId,
      nominated: true,
      since: dri.nominatedAt,
    });
  }
  return unmet;
}
