import { driftOf, type DriftFigures } from '../domain/report/drift/loosening';
import type { DriftSignal } from '../domain/report/drift/drift';
import { reinforcementsFor, type Reinforcement } from '../domain/report/drift/reinforcements';
import { together, type Evidence } from '../domain/report/indicators/evidence';
import { weekOf, type Week } from '../domain/report/indicators/weeks';
import { utcDate, type Instant } from '../domain/time/time';
import type { DriftAnswer, PolicyChangeView } from './indicators';
import { wordExplanation, wordInsight, wordReinforcement } from './wording/drift';

/** Signals told at most: a page shows three. */
const MOST_SIGNALS = 12;

/** A change worth a question, with the chart that shows it. */
export interface SignalView extends DriftSignal {
  /** One sentence with its numbers. */
  readonly insight: string;
  /** One sentence on why, as far as the requests themselves say; absent where that is not asked. */
  readonly why?: string;
  /** Conditions that could be changed, in words and as data for the policy page: none, one or two. */
  readonly reinforcements: readonly { readonly label: string; readonly change: Reinforcement }[];
}

/** What changed in a project's follow-through, as far as its items were read. */
export interface DriftView {
  readonly weeks: readonly Week[];
  /** What loosens first, the largest change before the others. */
  readonly signals: readonly SignalView[];
  readonly handoffs: Pick<DriftFigures, 'loosening' | 'all' | 'lastWeek' | 'line'>;
  /** Weeks in which the policy changed, oldest first. */
  readonly turns: readonly PolicyChangeView[];
  /** How many weeks the longest series has, and how many are needed to judge one. */
  readonly measured: Pick<DriftFigures, 'have' | 'need'>;
  /** Items looked at, those with a history, and those whose oldest entries were not looked at. */
  readonly items: number;
  readonly withHistory: number;
  readonly cut: number;
  /** The viewer administers the project, and may take up a reinforcement. */
  readonly mayChange: boolean;
}

/** The pages of one run, put together; of a further page only the evidence is new. */
export interface DriftPages extends Pick<DriftAnswer, 'weeks' | 'now'> {
  readonly evidence: Evidence;
  readonly project: NonNullable<DriftAnswer['project']>;
}

/** @throws Error where the first of them is not the first page. */
export function addPage(before: DriftPages | null, page: DriftAnswer): DriftPages {
  const project = before?.project ?? page.project;
  if (!project) throw new Error('the first page says what holds in the project');
  return {
    weeks: page.weeks,
    evidence: before ? together([before.evidence, page.evidence]) : page.evidence,
    project,
    now: page.now,
  };
}

/** What these pages say: of all of them what changed in the project, of some what changed in the items read so far. */
export function driftIn({ weeks: all, evidence: past, project, now }: DriftPages): DriftView {
  const { policy, turns, mayChange } = project;
  const { weeks, evidence, signals, figures } = driftOf(past, all);
  const { loosening, lastWeek, line, have, need } = figures;
  const reader = { today: utcDate(now) };
  const first = firstWeek(evidence.since, weeks);
  return {
    weeks,
    signals: signals.slice(0, MOST_SIGNALS).map((signal) => ({
      ...signal,
      insight: wordInsight(signal, reader),
      ...(signal.explanation && { why: wordExplanation(signal.explanation, policy.clocks.measure) }),
      reinforcements: reinforcementsFor(signal, policy).map((change) => ({
        label: wordReinforcement(change),
        change,
      })),
    })),
    handoffs: { loosening, all: figures.all, lastWeek, line },
    turns: turns.filter(({ week }) => first === undefined || week >= first),
    measured: { have, need },
    items: evidence.items,
    withHistory: evidence.withHistory,
    cut: evidence.cut,
    mayChange,
  };
}

/** What was changed before anything was recorded changed nothing that a chart shows. */
const firstWeek = (since: Instant | null, weeks: readonly Week[]): Week | undefined =>
  [...(since === null ? [] : [weekOf(since)]), ...weeks.slice(0, 1)].sort().at(-1);
