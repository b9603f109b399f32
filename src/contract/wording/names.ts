import { isErased } from '../../domain/erased';
import type { AccountId, IsoDate } from '../../domain/values';

/** Turns account ids into the names a reader knows. */
export type NameOf = (accountId: AccountId) => string;

/** How people are spoken of whose account was closed and erased. */
export const FORMER_COLLEAGUE = 'a former colleague';

/** Names from Jira's answers; an account Jira did not describe is still spoken of politely. */
export const namesFrom =
  (
    people: Readonly<Record<AccountId, { readonly displayName: string }>>,
    unknown = 'the person asked',
  ): NameOf =>
  (accountId) =>
    people[accountId]?.displayName ?? (isErased(accountId) ? FORMER_COLLEAGUE : unknown);

/** `A`, `A and B`, `A, B and C`. */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

let day: Intl.DateTimeFormat | undefined;

/** `Fri, 4 Dec`: for plain text whose reader's locale is unknown. */
export function plainDate(date: IsoDate): string {
  // Made at the first use: the gate's cold start would pay 15 ms for it, and most answers name no day.
  day ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return day.format(Date.parse(`${date}T00:00:00Z`));
}
