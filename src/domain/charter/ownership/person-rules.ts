import type { AccountId } from '../../values';
import type { Facts, Rejection } from '../commands';

/** Only an active human account can own or promise; anything else is refused, naming the field. */
export function refusePerson(facts: Facts, accountId: AccountId, field: string): Rejection | null {
  // Account ids come from callers: `constructor` is nobody, though every object answers to it.
  const person = Object.hasOwn(facts.people, accountId) ? facts.people[accountId] : undefined;
  if (!person) return { code: 'person-not-found', field, accountId };
  if (person.kind !== 'human') return { code: 'person-not-human', field, accountId };
  if (!person.active) return { code: 'person-inactive', field, accountId };
  return null;
}
