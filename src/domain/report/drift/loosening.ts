import type { Instant } from '../../time/time';
import { within, type Evidence } from '../indicators/evidence';
import { sideKey, type Side } from '../../team/side';
import type { AskedObservation } from '../indicators/indicators';
import { providersIn } from '../indicators/series';
import { weeksBefore, type Week } from '../indicators/weeks';
import { QUARTER_WEEKS } from '../accountability/week-figures';
import { judgedSeries, signalsIn, type DriftSignal, type Judged } from './drift';
import { explain } from './explain';
import { FEWEST_WEEKS } from './judge';

/** How many handoffs loosen: numbers that name nobody. */
export interface DriftFigures {
  /** Handoffs in which at least one indicator loosens, and all that were looked at. */
  readonly loosening: number;
  readonly all: number;
  /** How many loosened as one would have judged a week ago. */
  readonly lastWeek: number;
  /** The same at the end of each week of the quarter, oldest first; the last is today's. */
  readonly line: readonly number[];
  /** How many weeks the longest series has, and how many are needed to judge one. */
  readonly have: number;
  readonly need: number;
}

/** What changed in the weeks that are over, with the figures of it. */
export interface Drift {
  readonly weeks: readonly Week[];
  readonly evidence: Evidence;
  readonly signals: readonly DriftSignal[];
  readonly figures: DriftFigures;
}

/** Judgements before today's that the line over the quarter shows. */
const BEFORE = QUARTER_WEEKS - 1;

/** The weeks to read for judgements of `count` weeks: those before them begin what was judged earlier in the quarter. */
export const weeksToJudge = (now: Instant, count: number): readonly Week[] =>
  weeksBefore(now, count + BEFORE);

/** @param weeks those of `weeksToJudge` */
export function driftOf(past: Evidence, weeks: readonly Week[]): Drift {
  const judgedAgo = (ago: number): readonly Week[] => weeks.slice(BEFORE - ago, weeks.length - ago);
  const today = judgedAgo(0);
  const evidence = within(past, today);
  const series = judgedSeries(past, today);
  const signals = signalsIn(series).map((signal) => explained(signal, evidence, today));
  const earlier = Array.from({ length: BEFORE }, (_, index) => judgedAgo(BEFORE - index));
  const line = [...earlier.map((some) => loosening(signalsIn(judgedSeries(past, some)))), loosening(signals)];
  return {
    weeks: today,
    evidence,
    signals,
    figures: {
      loosening: loosening(signals),
      all: providersIn(evidence).length,
      lastWeek: line.at(-2) ?? 0,
      line,
      have: longest(series),
      need: FEWEST_WEEKS,
    },
  };
}

/** A signal that a handoff answers later, with what of its own requests explains that. */
function explained(signal: DriftSignal, { observations }: Evidence, weeks: readonly Week[]): DriftSignal {
  const { indicator, provider, change } = signal;
  if (indicator !== 'acknowledgement-latency' || change !== 'loosening' || !provider) return signal;
  const requests = observations.flatMap((one): readonly AskedObservation[] =>
    one.asked && one.provider && sideKey(one.provider) === sideKey(provider)
      ? [{ ...one, asked: one.asked }]
      : [],
  );
  return { ...signal, explanation: explain(requests, weeks) };
}

function loosening(signals: readonly DriftSignal[]): number {
  const loose = signals.flatMap(({ change, provider }): readonly Side[] =>
    change === 'loosening' && provider ? [provider] : [],
  );
  return new Set(loose.map(sideKey)).size;
}

const longest = (series: readonly Judged[]): number =>
  Math.max(0, ...series.map(({ points }) => points.filter(({ count }) => count > 0).length));
