import type { Charter } from '../charter/charter';
import { isUndecided } from '../charter/escalation/escalation';
import { restsOnProvider } from '../charter/departures';
import type { AccountId } from '../ids';

/** What somebody may hold: a promise or a request, a question to decide, a work item. */
export const HELD_KINDS = ['promise', 'decision', 'epic'] as const;

/** Most things that are handed on with one call. */
export const MOST_AT_ONCE = 25;

/** Something that would wait for nobody if its holder left. */
export interface Held {
  readonly kind: (typeof HELD_KINDS)[number];
  /** The agreement or the question; absent for the item itself. */
  readonly id?: string;
  /** What it is, in words somebody wrote; absent for the item itself. */
  readonly what?: string;
}

/** What of a charter waits for somebody, or rests on them. */
export function heldBy(charter: Charter, accountId: AccountId): readonly Held[] {
  if (charter.itemDeletedAt !== undefined) return [];
  return [
    ...(charter.dri?.accountId === accountId ? [{ kind: 'epic' as const }] : []),
    ...charter.agreements
      .filter((one) => one.providerAccountId === accountId && restsOnProvider(one))
      .map(({ id, deliverable }): Held => ({ kind: 'promise', id, what: deliverable })),
    ...charter.escalations
      .filter((one) => isUndecided(one) && one.toAccountId === accountId)
      .map(({ id, question }): Held => ({ kind: 'decision', id, what: question })),
  ];
}
