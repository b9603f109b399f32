import { meanOf, movingRanges } from '../report/drift/xmr';
import { indicators, type IndicatorId } from '../report/indicators/indicators';
import type { Evidence } from '../report/indicators/evidence';
import { seriesOf, type WeekPoint } from '../report/indicators/series';
import { median } from '../report/median';
import { startOfWeek, weekOf, type Week } from '../report/indicators/weeks';
import { daysBetween, type Instant } from '../time/time';

/** Whole weeks looked at on each side of a change, and how many of them must have a figure. */
export const COMPARED = { most: 8, fewest: 3 } as const;

/** One side of a change: the middle of its weeks' figures, and how many weeks have one. */
export interface SideOfChange {
  readonly weeks: number;
  /** Null while fewer weeks have a figure than are needed. */
  readonly median: number | null;
}

export interface BeforeAfter {
  readonly indicator: IndicatorId;
  readonly before: SideOfChange;
  readonly after: SideOfChange;
  /**
   * `as-before`: apart by no more than two neighbouring weeks before the change usually were; `different`: apart, where
   * neither way is better. Null while a side has too few weeks.
   */
  readonly verdict: 'better' | 'worse' | 'different' | 'as-before' | null;
}

/** The weeks a comparison needs: those up to the change, those after it, and the change's own between them. */
export const weeksToCompare = (since: Instant, now: Instant): number =>
  Math.max(1, Math.ceil(daysBetween(startOfWeek(weekOf(since)), now) / 7)) + COMPARED.most;

/**
 * Some indicators of a project before and after a change. The week of the change belongs to neither side: part of it
 * was still the old way.
 */
export function beforeAfter(
  evidence: Pick<Evidence, 'observations' | 'since'>,
  watched: readonly IndicatorId[],
  weeks: readonly Week[],
  since: Instant,
): readonly BeforeAfter[] {
  const turn = weekOf(since);
  return watched.map((indicator) => {
    const points = seriesOf(evidence, indicator, weeks);
    const earlier = figures(points.filter(({ week }) => week < turn).slice(-COMPARED.most));
    const later = figures(points.filter(({ week }) => week > turn).slice(0, COMPARED.most));
    const [before, after] = [sideOf(earlier), sideOf(later)];
    return { indicator, before, after, verdict: verdictOf(indicator, earlier, before, after) };
  });
}

/** The same indicators before anything was changed: only one side has weeks. */
export const soFar = (
  evidence: Pick<Evidence, 'observations' | 'since'>,
  watched: readonly IndicatorId[],
  weeks: readonly Week[],
): readonly { readonly indicator: IndicatorId; readonly side: SideOfChange }[] =>
  watched.map((indicator) => ({
    indicator,
    side: sideOf(figures(seriesOf(evidence, indicator, weeks).slice(-COMPARED.most))),
  }));

const figures = (points: readonly WeekPoint[]): readonly number[] =>
  points.flatMap(({ value }) => (value === null ? [] : [value]));

const sideOf = (values: readonly number[]): SideOfChange => ({
  weeks: values.length,
  median: values.length < COMPARED.fewest ? null : median(values),
});

function verdictOf(
  indicator: IndicatorId,
  earlier: readonly number[],
  { median: before }: SideOfChange,
  { median: after }: SideOfChange,
): BeforeAfter['verdict'] {
  if (before === null || after === null) return null;
  const apart = after - before;
  if (Math.abs(apart) <= meanOf(movingRanges(earlier))) return 'as-before';
  const { worse } = indicators[indicator];
  if (worse === 'neither') return 'different';
  return (worse === 'up') === apart > 0 ? 'worse' : 'better';
}
