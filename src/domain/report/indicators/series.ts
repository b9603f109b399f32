import type { Evidence } from './evidence';
import { sideKey, sidesIn, type Side } from '../../team/side';
import { indicators, type IndicatorId, type Observation } from './indicators';
import { median } from '../median';
import { weekOf, type Week } from './weeks';

export interface WeekPoint {
  readonly week: Week;
  /** Null where nothing happened that could be measured. */
  readonly value: number | null;
  /** How many observations stand behind the value. */
  readonly count: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** An indicator week by week; of one handoff, where a provider is given, or else of the whole project. */
export function seriesOf(
  { observations, since }: Pick<Evidence, 'observations' | 'since'>,
  indicator: IndicatorId,
  weeks: readonly Week[],
  provider?: Side,
): readonly WeekPoint[] {
  const { unit } = indicators[indicator];
  const byWeek = grouped(observations, indicator, provider);
  const first = since === null ? null : weekOf(since);
  return weeks.map((week): WeekPoint => {
    const values = byWeek.get(week) ?? [];
    const count = values.length;
    if (unit === 'count') return { week, value: first !== null && week >= first ? sum(values) : null, count };
    if (count === 0) return { week, value: null, count };
    return { week, value: unit === 'share' ? sum(values) / count : median(values), count };
  });
}

function grouped(
  observations: readonly Observation[],
  indicator: IndicatorId,
  provider: Side | undefined,
): ReadonlyMap<Week, readonly number[]> {
  const key = provider && sideKey(provider);
  const byWeek = new Map<Week, number[]>();
  for (const one of observations) {
    if (one.indicator !== indicator) continue;
    if (key !== undefined && (!one.provider || sideKey(one.provider) !== key)) continue;
    const values = byWeek.get(one.week);
    if (values) values.push(one.value);
    else byWeek.set(one.week, [one.value]);
  }
  return byWeek;
}

/** The handoffs some evidence speaks of, in the order of their names: nobody is ranked. */
export function providersIn({ observations }: Pick<Evidence, 'observations'>): readonly Side[] {
  return sidesIn(observations.flatMap(({ provider }) => provider ?? []));
}
