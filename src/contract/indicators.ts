import type { DriftSignal } from '../domain/report/drift/drift';
import type { Reinforcement } from '../domain/report/drift/reinforcements';
import type { Evidence } from '../domain/report/indicators/evidence';
import type { Week } from '../domain/report/indicators/weeks';
import type { AccountId, Instant, PersonFact } from '../domain/values';

/** Weeks a chart looks back unless asked otherwise, and at most. */
export const WEEKS = { usual: 26, most: 104 } as const;

/** A week in which the policy changed, and what holds since, in words. */
export interface PolicyTurnView {
  readonly week: Week;
  readonly what: readonly string[];
}

/**
 * What one page of the items the viewer may see says about some weeks. All pages put together (`together` in the
 * domain) are the evidence from which every series follows.
 */
export interface IndicatorsAnswer {
  readonly ok: true;
  /** Complete weeks in UTC, by their Mondays, oldest first. */
  readonly weeks: readonly Week[];
  readonly evidence: Evidence;
  /** Providers the evidence names by account. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Weeks in which the policy changed, oldest first; on the first page only. */
  readonly turns?: readonly PolicyTurnView[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
  readonly now: Instant;
}

/** A condition that could be changed, in words and as data for the policy page. */
export interface ReinforcementView {
  readonly label: string;
  readonly change: Reinforcement;
}

/** A change worth a question, with the chart that shows it. */
export interface SignalView extends DriftSignal {
  /** One sentence with its numbers. */
  readonly insight: string;
  /** None, one or two. */
  readonly reinforcements: readonly ReinforcementView[];
}

export interface DriftAnswer {
  readonly ok: true;
  readonly weeks: readonly Week[];
  /** What loosens first, the largest change before the others. */
  readonly signals: readonly SignalView[];
  /** Handoffs in which at least one indicator loosens, and all that were looked at. */
  readonly handoffs: {
    readonly loosening: number;
    readonly all: number;
    /** How many loosened as one would have judged a week ago, of what the viewer sees today. */
    readonly lastWeek: number;
  };
  /** Weeks in which the policy changed, oldest first. */
  readonly turns: readonly PolicyTurnView[];
  /** How many weeks the longest series has, and how many are needed to judge one. */
  readonly measured: { readonly have: number; readonly need: number };
  /** Items looked at, those with a history, and those whose oldest entries were not looked at. */
  readonly items: number;
  readonly withHistory: number;
  readonly cut: number;
  /** The viewer administers the project, and may take up a reinforcement. */
  readonly mayChange: boolean;
  /** False where the project has more items than one call looks at. */
  readonly complete: boolean;
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly now: Instant;
}
