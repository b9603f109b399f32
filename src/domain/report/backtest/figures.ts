import type { Verdict } from '../../gate/finding';
import { CHECKPOINTS, RULES, type Checkpoint, type RuleId } from '../../policy/rules';
import type { IssueKey } from '../../values';
import { compareInstants, type Instant } from '../../time/time';
import { MOVE_KINDS, type MoveKind } from './moves';

/** A move as an example of a rule. */
export interface Example {
  readonly issueKey: IssueKey;
  readonly at: Instant;
}

/** How often a rule was unmet at a checkpoint; a move may be unmet by several rules. */
export interface RuleFigure {
  readonly rule: RuleId;
  readonly checkpoint: Checkpoint;
  readonly blocked: number;
  readonly warned: number;
  /** The latest few, latest first. */
  readonly examples: readonly Example[];
}

/** How long items took from their first start in the period until they were done. */
export interface Durations {
  /** In milliseconds, of those that were done since. */
  readonly took: readonly number[];
  readonly unfinished: number;
}

/** What one person moved within one minute. */
export interface Batch {
  readonly name: string;
  readonly moves: number;
  readonly blocked: number;
}

export type Verdicts = Readonly<Record<Verdict, number>>;

/** What a policy would have done to the past of some items. Figures of two sets of items, put together, are of both. */
export interface Figures {
  /** Items looked at, and those that moved in the period. */
  readonly items: number;
  readonly moved: number;
  readonly moves: Readonly<Record<MoveKind, number>>;
  readonly verdicts: Readonly<Record<Checkpoint, Verdicts>>;
  readonly rules: readonly RuleFigure[];
  /** Items whose start met a gap, and those whose start met none. */
  readonly withGap: Durations;
  readonly withoutGap: Durations;
  readonly batches: readonly Batch[];
  /** Moves judged by a charter of that time. */
  readonly byCharter: number;
  /** Moves from or to a status that Jira no longer knows: not judged. */
  readonly unclear: number;
  /** Items not judged, because a part of their charter's history was not read. */
  readonly cut: number;
}

export const EXAMPLES = 5;

const noDurations: Durations = { took: [], unfinished: 0 };
const noVerdicts: Verdicts = { pass: 0, warn: 0, block: 0 };

export const noFigures: Figures = {
  items: 0,
  moved: 0,
  moves: { start: 0, finish: 0, reopen: 0, other: 0 },
  verdicts: { start: noVerdicts, finish: noVerdicts },
  rules: [],
  withGap: noDurations,
  withoutGap: noDurations,
  batches: [],
  byCharter: 0,
  unclear: 0,
  cut: 0,
};

/** Latest first; moves of one moment by their keys, so that no order of pages shows. */
const latest = (a: Example, b: Example): number =>
  a.at === b.at ? (a.issueKey < b.issueKey ? -1 : 1) : compareInstants(b.at, a.at);

const inOrder = (a: RuleFigure, b: RuleFigure): number =>
  RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
  CHECKPOINTS.indexOf(a.checkpoint) - CHECKPOINTS.indexOf(b.checkpoint);

function groupedBy<T>(all: readonly T[], nameOf: (one: T) => string, add: (a: T, b: T) => T): readonly T[] {
  const groups = new Map<string, T>();
  for (const one of all) {
    const same = groups.get(nameOf(one));
    groups.set(nameOf(one), same ? add(same, one) : one);
  }
  return [...groups.values()];
}

const rulesTogether = (all: readonly RuleFigure[]): readonly RuleFigure[] =>
  [
    ...groupedBy(
      all,
      ({ rule, checkpoint }) => `${rule} ${checkpoint}`,
      (a, b) => ({
        ...a,
        blocked: a.blocked + b.blocked,
        warned: a.warned + b.warned,
        examples: [...a.examples, ...b.examples].sort(latest).slice(0, EXAMPLES),
      }),
    ),
  ].sort(inOrder);

const batchesTogether = (all: readonly Batch[]): readonly Batch[] =>
  [
    ...groupedBy(
      all,
      ({ name }) => name,
      (a, b) => ({ ...a, moves: a.moves + b.moves, blocked: a.blocked + b.blocked }),
    ),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));

const durationsTogether = (parts: readonly Durations[]): Durations => ({
  took: parts.flatMap(({ took }) => took).sort((a, b) => a - b),
  unfinished: parts.reduce((sum, { unfinished }) => sum + unfinished, 0),
});

const sums = <K extends string>(
  names: readonly K[],
  parts: readonly Readonly<Record<K, number>>[],
): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)])) as Record<
    K,
    number
  >;

const VERDICTS = ['pass', 'warn', 'block'] as const;

/** Figures of disjoint sets of items; neither their order nor how they are split makes a difference. */
export function together(parts: readonly Figures[]): Figures {
  return {
    ...sums(['items', 'moved', 'byCharter', 'unclear', 'cut'], parts),
    moves: sums(
      MOVE_KINDS,
      parts.map(({ moves }) => moves),
    ),
    verdicts: {
      start: sums(
        VERDICTS,
        parts.map(({ verdicts }) => verdicts.start),
      ),
      finish: sums(
        VERDICTS,
        parts.map(({ verdicts }) => verdicts.finish),
      ),
    },
    rules: rulesTogether(parts.flatMap(({ rules }) => rules)),
    withGap: durationsTogether(parts.map(({ withGap }) => withGap)),
    withoutGap: durationsTogether(parts.map(({ withoutGap }) => withoutGap)),
    batches: batchesTogether(parts.flatMap(({ batches }) => batches)),
  };
}
