import type { CharterEvent } from '../../charter/events';
import { withoutSlips } from '../../charter/undo/undone';
import { presenceOf } from '../../team/presence';
import { addDays, type Instant } from '../../time/time';
import type { Happening, Observation } from './indicators';
import { handoffHappenings, type TimedPolicy } from './of-agreements';
import { freshness, ownershipHappenings, stepHappenings } from './of-follow-through';
import { weekOf, type Week } from './weeks';

/** What is known of one item's past. */
export interface Past {
  /** Oldest first; may begin in the middle. */
  readonly history: readonly CharterEvent[];
  /** Entries older than these that were not looked at. */
  readonly earlier: number;
  /** The item is done. */
  readonly closed: boolean;
  /** When the gate refused a move of it. */
  readonly refusedAt?: readonly Instant[];
}

/** Everything some items say about some weeks. Evidence of two sets of items, put together, is that of both. */
export interface Evidence {
  readonly observations: readonly Observation[];
  /** The first entry of all: before it, nothing counted as nothing. */
  readonly since: Instant | null;
  /** Items looked at, and how many of them had a history. */
  readonly items: number;
  readonly withHistory: number;
  /** Items with older entries that were not looked at. */
  readonly cut: number;
}

export const noEvidence: Evidence = { observations: [], since: null, items: 0, withHistory: 0, cut: 0 };

/** Evidence of disjoint sets of items; the order does not matter. */
export const together = (parts: readonly Evidence[]): Evidence =>
  parts.reduce(
    (all, part) => ({
      ...all,
      since: earliest(all.since, part.since),
      items: all.items + part.items,
      withHistory: all.withHistory + part.withHistory,
      cut: all.cut + part.cut,
    }),
    // Once for all parts: a part of a hundred items brings thousands.
    { ...noEvidence, observations: parts.flatMap(({ observations }) => observations) },
  );

/** What some evidence says about some of its weeks. */
export function within(evidence: Evidence, weeks: readonly Week[]): Evidence {
  const wanted = new Set(weeks);
  return { ...evidence, observations: evidence.observations.filter(({ week }) => wanted.has(week)) };
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

/** What one item's history says about these weeks; the policy brings the cadence of check-ins, and the teams. */
export function evidenceOf(
  past: Past,
  weeks: readonly Week[],
  policy: { readonly checkInEveryDays: number } & TimedPolicy,
): Evidence {
  const { earlier, closed, refusedAt = [] } = past;
  // A slip that was undone is no answer, and its undoing no other one.
  const history = withoutSlips(past.history);
  const wanted = new Set(weeks);
  const happenings = [
    ...handoffHappenings(history, policy, absencesKeptSince(weeks, policy)),
    ...[stepHappenings, ownershipHappenings].flatMap((find) => find(history)),
    ...refusedAt.map((at): Happening => ({ indicator: 'gate-blocks', at, value: 1 })),
  ];
  return {
    observations: [
      ...happenings.map(inItsWeek).filter(({ week }) => wanted.has(week)),
      ...freshness(history, { weeks, everyDays: policy.checkInEveryDays, closed }),
    ],
    since: history[0]?.at ?? null,
    items: 1,
    withHistory: history.length > 0 ? 1 : 0,
    cut: earlier > 0 ? 1 : 0,
  };
}

/** Since when every absence is kept; the weeks are complete, and the last of them ended less than a week ago. */
function absencesKeptSince(weeks: readonly Week[], policy: TimedPolicy): Instant | undefined {
  const last = weeks.at(-1);
  const { keptDays } = presenceOf(policy).settings;
  return last === undefined ? undefined : addDays(`${last}T00:00:00.000Z`, 14 - keptDays);
}

const inItsWeek = ({ at, ...happening }: Happening): Observation => ({ ...happening, week: weekOf(at) });
