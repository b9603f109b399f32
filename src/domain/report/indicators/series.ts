import type { Evidence } from './evidence';
import { bySideName, sideKey, type Side } from '../../team/side';
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

/** An indicator week by week; of one handoff, where a provider is given, or else of the whole project. */
export function seriesOf(
  { observations, since }: Pick<Evidence, 'observations' | 'since'>,
  indicator: IndicatorId,
  weeks: readonly Week[],
  provider?: Side,
): readonly WeekPoint[] {
  const { unit } = indicators[indicator];
  const { byWeek } = sorted(observations);
  const found = byWeek.get(seriesKey(indicator, provider && sideKey(provider)));
  const first = since === null ? null : weekOf(since);
  return weeks.map((week): WeekPoint => {
    const inWeek = found?.get(week);
    const count = inWeek?.values.length ?? 0;
    if (unit === 'count') {
      return { week, value: first !== null && week >= first ? (inWeek?.total ?? 0) : null, count };
    }
    if (!inWeek) return { week, value: null, count };
    return { week, value: unit === 'share' ? inWeek.total / count : middle(inWeek), count };
  });
}

/** What was observed of one series in one week. */
interface InWeek {
  readonly values: number[];
  total: number;
  /** Worked out once, for every chart and every judgement that asks. */
  median?: number;
}

const middle = (inWeek: InWeek): number => (inWeek.median ??= median(inWeek.values));

interface Sorted {
  readonly byWeek: ReadonlyMap<string, ReadonlyMap<Week, InWeek>>;
  /** Each handoff, with the weeks in which anything of it was observed. */
  readonly providers: ReadonlyMap<string, { readonly provider: Side; readonly weeks: Set<Week> }>;
}

const seriesKey = (indicator: IndicatorId, provider: string | undefined): string =>
  provider === undefined ? indicator : `${indicator} ${provider}`;

const kept = new WeakMap<readonly Observation[], Sorted>();

/** Observations by series and week: gone through once, however many series and judgements are made of them. */
function sorted(observations: readonly Observation[]): Sorted {
  const before = kept.get(observations);
  if (before) return before;
  const byWeek = new Map<string, Map<Week, InWeek>>();
  const providers = new Map<string, { provider: Side; weeks: Set<Week> }>();
  const add = (key: string, { week, value }: Observation): void => {
    const weeks = byWeek.get(key) ?? new Map<Week, InWeek>();
    if (weeks.size === 0) byWeek.set(key, weeks);
    const inWeek = weeks.get(week);
    if (!inWeek) return void weeks.set(week, { values: [value], total: value });
    inWeek.values.push(value);
    inWeek.total += value;
  };
  for (const one of observations) {
    add(one.indicator, one);
    if (!one.provider) continue;
    const key = sideKey(one.provider);
    add(seriesKey(one.indicator, key), one);
    const { weeks } = providers.get(key) ?? { weeks: new Set<Week>() };
    providers.set(key, { provider: one.provider, weeks: weeks.add(one.week) });
  }
  const found = { byWeek, providers };
  kept.set(observations, found);
  return found;
}

/** The handoffs some evidence speaks of, in these weeks where they are given, in the order of their names: nobody is ranked. */
export function providersIn(
  { observations }: Pick<Evidence, 'observations'>,
  weeks?: readonly Week[],
): readonly Side[] {
  return [...sorted(observations).providers]
    .filter(([, of]) => weeks?.some((week) => of.weeks.has(week)) ?? true)
    .map(([, { provider }]) => provider)
    .sort(bySideName);
}
