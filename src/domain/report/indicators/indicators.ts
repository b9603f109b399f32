import type { Side } from '../../team/side';
import type { IsoDate } from '../../time/time';
import type { Week } from './weeks';

/** What is watched week by week, in the order in which a page tells it. */
export const INDICATORS = [
  'acknowledgement-latency',
  'intake-completeness',
  'rework-rate',
  'rework-spec',
  'rework-quality',
  'decision-cycle-time',
  'escalation-frequency',
  'delegation-durability',
  'ownership-returns',
  'check-in-freshness',
  'decisions-per-check-in',
  'gate-blocks',
  'gate-unmet',
  'gate-bypasses',
] as const;

/** What Jira's own changelogs tell, with or without a charter: so also of the time before there were any. */
export const JIRA_INDICATORS = ['first-owner', 'owner-stays', 'owner-dropped', 'reopened'] as const;

export type CharterIndicatorId = (typeof INDICATORS)[number];
export type IndicatorId = CharterIndicatorId | (typeof JIRA_INDICATORS)[number];

/** Hours or days that passed, a share from 0 to 1, or how many. */
export type Unit = 'hours' | 'days' | 'share' | 'count';

export interface Indicator {
  readonly unit: Unit;
  /** Which way is worse; `neither`: a change is worth a question, and no more. */
  readonly worse: 'up' | 'down' | 'neither';
  /** Also told per handoff. */
  readonly perHandoff: boolean;
}

const of = (unit: Unit, worse: Indicator['worse'], perHandoff = false): Indicator => ({
  unit,
  worse,
  perHandoff,
});

/** A week's figure is the median of times, the mean of shares, and the sum of counts. */
export const indicators: Readonly<Record<IndicatorId, Indicator>> = {
  'acknowledgement-latency': of('hours', 'up', true),
  'intake-completeness': of('share', 'down', true),
  'rework-rate': of('share', 'up', true),
  'rework-spec': of('share', 'up', true),
  'rework-quality': of('share', 'up', true),
  'decision-cycle-time': of('hours', 'up'),
  // To escalate is the expected move: more of it is neither better nor worse.
  'escalation-frequency': of('count', 'neither'),
  'delegation-durability': of('days', 'down'),
  'ownership-returns': of('count', 'up'),
  'check-in-freshness': of('share', 'down'),
  'decisions-per-check-in': of('share', 'down'),
  // The gate doing its work: more of it says that more was missing, and that nothing slipped through.
  'gate-blocks': of('count', 'neither'),
  'gate-unmet': of('count', 'up'),
  'gate-bypasses': of('count', 'up'),
  'first-owner': of('days', 'up'),
  'owner-stays': of('days', 'down'),
  'owner-dropped': of('count', 'up'),
  reopened: of('count', 'up'),
};

/** How a request was put, and how long its answer took: what may explain that it took long. */
export interface RequestAsPut {
  /** The day and the hour, 0 to 23, where whoever was asked works. */
  readonly on: IsoDate;
  readonly hour: number;
  /** Hours until the answer, counted as the policy counts those of an acknowledgement. */
  readonly hours: number;
  /** It said what the provider gets to start with. */
  readonly inputs: boolean;
  /** Whether whoever was asked was away; absent where that is not known any more, or not for everybody to know. */
  readonly away?: boolean;
}

/** One thing that happened, as it counts for one indicator in one week. */
export interface Observation {
  readonly indicator: IndicatorId;
  readonly week: Week;
  /** In the indicator's unit; 1 or 0 for a share, 1 for a count. */
  readonly value: number;
  /** Present for what happened in a handoff. */
  readonly provider?: Side;
  /** Present for the answer to a request. */
  readonly asked?: RequestAsPut;
}

export type AskedObservation = Observation & Required<Pick<Observation, 'asked'>>;

/** An observation before its week is known. */
export interface Happening extends Omit<Observation, 'week'> {
  readonly at: string;
}
