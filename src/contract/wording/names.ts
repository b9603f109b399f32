import { texts } from '../../../texts/compiled/en/names';
import { isErased } from '../../domain/erased';
import type { Side } from '../../domain/team/side';
import type { AccountId, Instant, IsoDate, TimeZone } from '../../domain/values';
import { dayText, momentText, weekText } from '../texts/dates';
import { isolated } from '../texts/isolate';
import { speak } from '../texts/message';

const say = /* @__PURE__ */ speak(texts);

/** Turns account ids into the names a reader knows. */
export type NameOf = (accountId: AccountId) => string;

/** How people are spoken of whose account was closed and erased. */
export const FORMER_COLLEAGUE = texts['person.former'];

/** Names from Jira's answers; an account Jira did not describe is still spoken of politely. */
export const namesFrom =
  (
    people: Readonly<Record<AccountId, { readonly displayName: string }>>,
    unknown: string = texts['person.asked'],
  ): NameOf =>
  (accountId) =>
    people[accountId]?.displayName ?? (isErased(accountId) ? FORMER_COLLEAGUE : unknown);

/** The other side of a handoff, as it is spoken of; all others where it is about no one team. */
export function sideName(side: Side | undefined): string {
  if (side === undefined) return say('team.others');
  if ('teamId' in side) return side.name;
  return 'projectKey' in side ? say('team.ofProject', { projectKey: side.projectKey }) : say('team.unnamed');
}

/** `A`, `A and B`, `A, B and C`. */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words.map(isolated));
}

/** `A`, `A or B`, `A, B or C`. */
export function listOr(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words.map(isolated));
}

/** Whoever reads a sentence: how people are named to them, and which day it is. */
export interface Reader {
  readonly name: NameOf;
  readonly today: IsoDate;
}

/** How days are written where the reader's locale is unknown. */
const PLAIN = 'en-GB';

/** `Fri 4 Dec`, with the year where it is another: for plain text. */
export const plainDate = (date: IsoDate, today: IsoDate): string => dayText(date, today, PLAIN);

/** `Fri 4 Dec, 14:05` in the reader’s zone: for plain text. */
export const plainMoment = (at: Instant, now: Instant, zone: TimeZone): string =>
  momentText(at, now, PLAIN, zone);

/** `30 Nov`, for the week that begins then: for plain text. */
export const plainWeek = (date: IsoDate, today: IsoDate): string => weekText(date, today, PLAIN);
