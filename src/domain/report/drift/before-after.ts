import type { WeekPoint } from '../indicators/series';
import { median } from '../median';
import type { Week } from '../indicators/weeks';
import { LONG_RUN, sideOf } from './judge';
import { naturalLimits, type Limits } from './xmr';

/**
 * Weeks with a figure that are needed on either side of a change: few draw a mean, and eight make a run. With these, fewer than
 * one in twenty simulated handoffs that never changed are called changed.
 */
export const FEWEST_BEFORE = 7;
export const FEWEST_AFTER = LONG_RUN;

/** The weeks between two changes, on limits drawn from them alone. */
export interface Phase {
  readonly weeks: number;
  readonly median: number;
  readonly limits: Limits;
}

/** What a series says about a change that was made in some week. */
export type Comparison =
  | {
      readonly kind: 'too-soon';
      readonly side: 'before' | 'after';
      readonly have: number;
      readonly need: number;
    }
  /** Happens less than once a week on either side: eight quiet weeks in a row are nothing unusual. */
  | { readonly kind: 'too-rare' }
  | { readonly kind: 'same'; readonly before: Phase; readonly after: Phase }
  | {
      readonly kind: 'changed';
      readonly direction: 'up' | 'down';
      readonly before: Phase;
      readonly after: Phase;
    };

const phaseOf = (values: readonly number[]): Phase => ({
  weeks: values.length,
  median: median(values),
  limits: naturalLimits(values),
});

/**
 * Whether a series changed after something was changed in the week of `at`, as one reads a process-behaviour chart by
 * phases: the latest eight weeks all lie on one side of the mean from before, and so do the medians. The week itself is
 * a mixture and counts for neither side; `others`, the weeks of further changes, bound what is compared.
 */
export function compareAround(
  points: readonly WeekPoint[],
  at: Week,
  { others, counted }: { readonly others: readonly Week[]; readonly counted: boolean },
): Comparison {
  const from = others
    .filter((week) => week < at)
    .reduce<Week>((last, week) => (week > last ? week : last), '');
  const until = others.filter((week) => week > at).sort()[0];
  const between = (is: (week: Week) => boolean): readonly number[] =>
    points.flatMap(({ week, value }) => (value !== null && is(week) ? [value] : []));
  const before = between((week) => week > from && week < at);
  const after = between((week) => week > at && (until === undefined || week < until));
  const short = (side: 'before' | 'after', have: number): Comparison => ({
    kind: 'too-soon',
    side,
    have,
    need: side === 'before' ? FEWEST_BEFORE : FEWEST_AFTER,
  });
  if (before.length < FEWEST_BEFORE) return short('before', before.length);
  if (after.length < FEWEST_AFTER) return short('after', after.length);
  const phases = { before: phaseOf(before), after: phaseOf(after) };
  const { mean } = phases.before.limits;
  if (counted && mean < 1 && phases.after.limits.mean < 1) return { kind: 'too-rare' };
  const sides = new Set(after.slice(-LONG_RUN).map((value) => sideOf(value, mean)));
  const [side] = sides;
  const moved = sideOf(phases.after.median, phases.before.median);
  return sides.size === 1 && side !== undefined && side !== 0 && side === moved
    ? { kind: 'changed', direction: side > 0 ? 'up' : 'down', ...phases }
    : { kind: 'same', ...phases };
}
