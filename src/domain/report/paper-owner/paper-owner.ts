import type { AccountId } from '../../values';
import { addDays, isBefore, later, utcDate, type Instant } from '../../time/time';

/** How many days back changes are counted. */
export const WINDOW_DAYS = 182;
/** Fewer days of work than this say nothing about who does it. */
export const FEWEST_DAYS = 5;
/** Somebody else has to be there at least this many times as often before it is worth a question. */
const OUTWEIGHS = 2;

/** Somebody changed a work item in Jira. */
export interface Touch {
  readonly at: Instant;
  readonly by: AccountId;
}

/**
 * Who works on an item, counted in days: everything a person changes on one day (UTC) counts once, so that a
 * bulk edit weighs no more than a single decision. `theirs` are the days of the one who was there most often beside
 * the owner, `all` those of everybody.
 */
export type OwnerJudgement =
  /** Nobody owns it, or the window saw too little to say anything. */
  | { readonly kind: 'unowned' }
  | { readonly kind: 'too-little'; readonly all: number }
  /** The owner's own, or nobody's in particular. */
  | { readonly kind: 'as-named'; readonly owners: number; readonly all: number }
  /** Worth a question: somebody else is there far more often than the owner. */
  | {
      readonly kind: 'paper-owner';
      readonly accountId: AccountId;
      readonly owners: number;
      readonly theirs: number;
      readonly all: number;
    };

/** The start of the window that ends with `now`; for an owner who came later, from then on. */
export function windowStart(now: Instant, ownedSince: Instant | null): Instant {
  const start = addDays(now, -WINDOW_DAYS);
  return ownedSince === null ? start : later(start, ownedSince);
}

/**
 * Whether the named owner is the one who works on the item, or somebody else does far more.
 *
 * @param touches changes by people, in any order; whoever is no person must not be among them
 * @param ownedSince when the owner took it over, if that is known
 */
export function judgeOwner(
  {
    owner,
    ownedSince,
    touches,
  }: {
    readonly owner: AccountId | null;
    readonly ownedSince: Instant | null;
    readonly touches: readonly Touch[];
  },
  now: Instant,
): OwnerJudgement {
  if (owner === null) return { kind: 'unowned' };
  const from = windowStart(now, ownedSince);
  const days = daysByPerson(touches.filter(({ at }) => !isBefore(at, from) && !isBefore(now, at)));
  const all = [...days.values()].reduce((sum, count) => sum + count, 0);
  if (all < FEWEST_DAYS) return { kind: 'too-little', all };
  const owners = days.get(owner) ?? 0;
  const [first, second] = [...days]
    .filter(([accountId]) => accountId !== owner)
    .sort(([, a], [, b]) => b - a);
  // Two who share the lead are no one person to hand it to.
  const lead = first && first[1] > (second?.[1] ?? 0) ? first : undefined;
  if (!lead || lead[1] * 2 <= all || lead[1] < owners * OUTWEIGHS) return { kind: 'as-named', owners, all };
  return { kind: 'paper-owner', accountId: lead[0], owners, theirs: lead[1], all };
}

function daysByPerson(touches: readonly Touch[]): ReadonlyMap<AccountId, number> {
  const daysByActor = new Map<AccountId, Set<string>>();
  for (const { at, by } of touches) {
    const days = daysByActor.get(by) ?? new Set();
    daysByActor.set(by, days.add(utcDate(at)));
  }
  return new Map([...daysByActor].map(([by, days]) => [by, days.size]));
}
