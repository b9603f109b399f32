import { isErased } from '../erased';
import type { AccountId, PersonFact } from '../values';

/** What was read of people. `not-read` says that nobody asked: it is neither active nor gone. */
export interface PeopleRead {
  of(accountId: AccountId): PersonFact | 'not-read';
}

/** People as they were read; whoever is not among them was not read. */
export const peopleRead = (known: Readonly<Record<AccountId, PersonFact>>): PeopleRead => ({
  of: (accountId) => known[accountId] ?? 'not-read',
});

/**
 * People of a time that cannot be asked any more: whoever nothing is known of is taken for a person who was there.
 * For replaying the past only; a verdict about now never rests on it.
 */
export const peopleOfThePast = (known: Readonly<Record<AccountId, PersonFact>>): PeopleRead => ({
  of: (accountId) => known[accountId] ?? { accountId, kind: 'human', active: true, displayName: accountId },
});

/** Asked about somebody nobody read: a defect of whoever gathered the facts, never an answer. */
export class NotRead extends Error {
  override readonly name = 'NotRead';
  constructor(readonly accountIds: readonly AccountId[]) {
    super(`${accountIds.length} people were not read`);
  }
}

/**
 * Whether an account is closed or deactivated.
 *
 * @throws NotRead
 */
export function hasLeft(people: PeopleRead, accountId: AccountId): boolean {
  return isErased(accountId) || !personIn(people, accountId).active;
}

/** @throws NotRead */
export function personIn(people: PeopleRead, accountId: AccountId): PersonFact {
  const person = people.of(accountId);
  if (person === 'not-read') throw new NotRead([accountId]);
  return person;
}
