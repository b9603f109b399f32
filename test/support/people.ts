import type { AccountId, PersonFact } from '../../src/domain/values';

const person = (accountId: AccountId, displayName: string, more: Partial<PersonFact> = {}): PersonFact => ({
  accountId,
  kind: 'human',
  active: true,
  displayName,
  ...more,
});

export const COO = 'u-coo';
export const CTO = 'u-cto';
export const PLATFORM = 'u-platform';
export const OPS = 'u-ops';
/** Lives where the day starts first. */
export const TOKYO = 'u-tokyo';
/** Lives where the day ends last. */
export const HONOLULU = 'u-honolulu';
export const GONE = 'u-gone';
export const BOT = 'u-bot';
export const CUSTOMER = 'u-customer';

/** Everyone Jira knows in these tests; `u-nobody` is somebody it does not. */
export const people: Readonly<Record<AccountId, PersonFact>> = Object.fromEntries(
  [
    person(COO, 'Ada Olsen'),
    person(CTO, 'Cem Tan', { timeZone: 'Europe/Berlin' }),
    person(PLATFORM, 'Pia Lund', { timeZone: 'UTC' }),
    person(OPS, 'Oma Reyes'),
    person(TOKYO, 'Toru Abe', { timeZone: 'Asia/Tokyo' }),
    person(HONOLULU, 'Hana Kai', { timeZone: 'Pacific/Honolulu' }),
    person(GONE, 'Gil Gone', { active: false }),
    person(BOT, 'Deploy Bot', { kind: 'app' }),
    person(CUSTOMER, 'Cora Customer', { kind: 'customer' }),
  ].map((one) => [one.accountId, one]),
);
