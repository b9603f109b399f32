import { addDays, utcDate, type Instant, type IsoDate } from '../time/time';

/** What is proven about whether a person may see a work item. `unknown`: refused, or nothing that proves either. */
export type Sight = 'visible' | 'hidden' | 'unknown';

/**
 * Reads one answer that lists those of some things that a person may see. What it lists is visible. The rest is hidden
 * only if it lists anything: an empty answer also comes when nobody was looked at.
 */
export const sightsOf = (
  asked: readonly string[],
  listed: ReadonlySet<string>,
): ReadonlyMap<string, Sight> => {
  const believed = asked.some((id) => listed.has(id));
  return new Map(
    asked.map((id): [string, Sight] => [id, listed.has(id) ? 'visible' : believed ? 'hidden' : 'unknown']),
  );
};

export interface Look {
  readonly sight: Sight;
  /** What the charter says so far. */
  readonly lost: boolean;
  /** It was proven hidden the day before. */
  readonly hiddenBefore: boolean;
}

/** What one look at an owned item changes: nothing, or the owner has it back, or lost it; `doubt`: ask again tomorrow. */
export function judgeLook({ sight, lost, hiddenBefore }: Look): 'nothing' | 'back' | 'doubt' | 'lost' {
  if (sight === 'visible') return lost ? 'back' : 'nothing';
  if (sight === 'unknown' || lost) return 'nothing';
  return hiddenBefore ? 'lost' : 'doubt';
}

const SHARE = 10;
const FEWEST = 5;
const MOST = 100;

/**
 * How many owners one review may declare to have lost sight of their item. More at once is a change of the site, or a
 * mistake of ours, and an administrator's to look at.
 *
 * @param owned work items with an accepted owner that were looked at
 */
export const mostLosses = (owned: number): number =>
  Math.min(MOST, Math.max(FEWEST, Math.floor(owned / SHARE)));

/** The day of a moment and the day before it, both in UTC. */
export const daysOf = (now: Instant): { readonly today: IsoDate; readonly yesterday: IsoDate } => ({
  today: utcDate(now),
  yesterday: utcDate(addDays(now, -1)),
});
