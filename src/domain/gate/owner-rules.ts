import type { Charter } from '../charter/charter';
import { isErased } from '../erased';
import type { AccountId } from '../values';
import type { Unmet } from './finding';
import type { OwnerCandidate, WorkItem } from './item';
import { hasLeft, personIn, type PeopleRead } from './people';
import type { SubjectFacts } from './subject';

const isPerson = (c: OwnerCandidate): c is Extract<OwnerCandidate, { kind: 'person' }> => c.kind === 'person';

/** What keeps one account from being a valid owner, before acceptance is asked about. */
function unfit(people: PeopleRead, accountId: AccountId): readonly Unmet[] {
  if (!isErased(accountId)) {
    const { kind, displayName: name } = personIn(people, accountId);
    if (kind !== 'human') return [{ rule: 'owner.not-a-person', name }];
  }
  return hasLeft(people, accountId) ? [{ rule: 'owner.inactive', accountId }] : [];
}

/** Nobody was nominated yet: the policy's field, if any, is all there is to go by. */
function fromField(
  { declinedNomination: declined }: Charter,
  { item: { ownerField }, people: read }: Pick<SubjectFacts, 'item' | 'people'>,
): readonly Unmet[] {
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
    ...people.flatMap((accountId) => unfit(read, accountId)),
    ...people.map((accountId): Unmet => ({ rule: 'owner.not-accepted', accountId, nominated: false })),
  ];
}

/**
 * Who owns an item: whoever accepted it; before anybody was asked, the one person the policy's own field names.
 * Null where nobody does, or several might.
 */
export function ownerOf(charter: Charter, { ownerField }: Pick<WorkItem, 'ownerField'>): AccountId | null {
  if (charter.dri) return charter.dri.status === 'accepted' ? charter.dri.accountId : null;
  const [candidate, ...more] = ownerField?.candidates ?? [];
  return candidate?.kind === 'person' && more.length === 0 ? candidate.accountId : null;
}

/**
 * The owner rules are steps of one path: someone, one, a person, active, accepted. Every unmet step, first step first;
 * the gate tells one of them.
 * A nomination in the charter is the pick; a field with several people then lists contributors,
 * but a single-person field that names somebody else still means two owners.
 */
export function ownerFindings(subject: Pick<SubjectFacts, 'charter' | 'item' | 'people'>): readonly Unmet[] {
  const { charter, people } = subject;
  const { dri } = charter;
  if (!dri) return fromField(charter, subject);
  const { ownerField } = subject.item;
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
  const unable = unfit(people, dri.accountId);
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
