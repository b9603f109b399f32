import type { Evidence } from '../indicators/evidence';
import type { Side } from '../../team/side';
import { INDICATORS, indicators, type IndicatorId } from '../indicators/indicators';
import { providersIn, seriesOf, type WeekPoint } from '../indicators/series';
import type { Week } from '../indicators/weeks';
import type { Explanation } from './explain';
import { judge, type Judgement, type Signal, type SignalRule } from './judge';
import type { Limits } from './xmr';

/** A series with what its chart says. */
export interface Judged {
  readonly indicator: IndicatorId;
  /** Absent for the whole project. */
  readonly provider?: Side;
  readonly points: readonly WeekPoint[];
  readonly judgement: Judgement;
}

/** Something that changed, with the chart that says so. */
export interface DriftSignal {
  readonly indicator: IndicatorId;
  readonly provider?: Side;
  readonly points: readonly WeekPoint[];
  /** What was usual before. */
  readonly limits: Limits;
  /** Weeks since then that say so, with the rule. */
  readonly marks: readonly { readonly week: Week; readonly rule: SignalRule }[];
  readonly rule: SignalRule;
  readonly direction: 'up' | 'down';
  readonly since: Week;
  readonly before: number;
  readonly now: number;
  /** Why answers take longer, as far as the handoff's own requests say; absent where that is not asked. */
  readonly explanation?: Explanation;
  /** Which kind of change it is: what was held firmly loosens, it holds better, or it is only different. */
  readonly change: 'loosening' | 'tightening' | 'different';
}

/** The weeks that have a figure, which is what a chart can judge. */
const measured = (points: readonly WeekPoint[]): readonly { week: Week; value: number }[] =>
  points.flatMap(({ week, value }) => (value === null ? [] : [{ week, value }]));

/** A project's series over these weeks, and those of each handoff of which something was observed in them. */
export function judgedSeries(
  evidence: Evidence,
  weeks: readonly Week[],
  of: readonly IndicatorId[] = INDICATORS,
): readonly Judged[] {
  const providers = providersIn(evidence, weeks);
  return of.flatMap((indicator) => {
    const { unit, perHandoff } = indicators[indicator];
    return [undefined, ...(perHandoff ? providers : [])].map((provider): Judged => {
      const points = seriesOf(evidence, indicator, weeks, provider);
      const values = measured(points).map(({ value }) => value);
      return {
        indicator,
        ...(provider && { provider }),
        points,
        judgement: judge(values, { counted: unit === 'count' }),
      };
    });
  });
}

const changeOf = (indicator: IndicatorId, { direction }: Signal): DriftSignal['change'] => {
  const { worse } = indicators[indicator];
  return worse === 'neither' ? 'different' : worse === direction ? 'loosening' : 'tightening';
};

/** What a chart shows beside the figures: what is usual, and the weeks that are not. */
export interface ChartMarks {
  readonly limits: Limits;
  readonly marks: readonly { readonly week: Week; readonly rule: SignalRule }[];
  /** The first week of a change that is told. */
  readonly since?: Week;
}

/** The marks of a judged series; of one that changed, against what was usual before. Null where nothing is judged. */
export function chartMarks({ judgement, points }: Pick<Judged, 'judgement' | 'points'>): ChartMarks | null {
  if (judgement.kind !== 'judged') return null;
  const { signal } = judgement;
  const weeks = measured(points).map(({ week }) => week);
  const since = signal && weeks[signal.from];
  return {
    limits: signal?.usual ?? judgement.limits,
    marks: (signal?.marks ?? judgement.marks).flatMap(({ index, rule }) =>
      weeks.slice(index, index + 1).map((week) => ({ week, rule })),
    ),
    ...(since !== undefined && since !== null && { since }),
  };
}

function signalOf(judged: Judged): DriftSignal | null {
  const { judgement, points, ...about } = judged;
  const chart = chartMarks(judged);
  if (judgement.kind !== 'judged' || !judgement.signal || chart?.since === undefined) return null;
  const { rule, direction, before, now } = judgement.signal;
  const { limits, marks, since } = chart;
  return {
    ...about,
    points,
    limits,
    marks,
    rule,
    direction,
    since,
    before,
    now,
    change: changeOf(about.indicator, judgement.signal),
  };
}

/** How far it went, in ordinary week-to-week differences. */
const reach = ({ before, now, limits: { meanRange } }: DriftSignal): number =>
  meanRange === 0 ? Infinity : Math.abs(now - before) / meanRange;

const ORDER: readonly DriftSignal['change'][] = ['loosening', 'different', 'tightening'];

/**
 * What changed, loosening first and then the largest change. A project's figure that only repeats what one of its
 * handoffs already says is left out.
 */
export function signalsIn(series: readonly Judged[]): readonly DriftSignal[] {
  const all = series.flatMap((one) => signalOf(one) ?? []);
  const told = all.filter(
    ({ indicator, provider, direction }) =>
      provider !== undefined ||
      !all.some((other) => other.provider && other.indicator === indicator && other.direction === direction),
  );
  return told.sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || reach(b) - reach(a));
}
