import type { Finding, Verdict } from '../../gate/finding';
import type { Checkpoint, RuleId } from '../../policy/rules';
import type { Policy } from '../../policy/policy';
import type { IssueKey } from '../../values';
import { compareInstants } from '../../time/time';
import { noFigures, together, type Figures, type RuleFigure } from './figures';
import { judge } from './judge';
import { checkpointOf, movesIn, within, type Move, type Period } from './moves';
import type { PastItem, PastWorld } from './past-item';

interface JudgedMove {
  readonly move: Move;
  readonly checkpoint: Checkpoint;
  /** What would have happened under `enforce`. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly byCharter: boolean;
}

/** Each rule once, however many of its findings a move had; the heaviest counts, and comes first. */
function ruleFigures({ move, checkpoint, findings }: JudgedMove, issueKey: IssueKey): readonly RuleFigure[] {
  const severities = new Map<RuleId, Finding['severity']>();
  for (const { rule, severity } of findings) if (!severities.has(rule)) severities.set(rule, severity);
  return [...severities].map(([rule, severity]) => ({
    rule,
    checkpoint,
    blocked: severity === 'block' ? 1 : 0,
    warned: severity === 'warn' ? 1 : 0,
    examples: [{ issueKey, at: move.at }],
  }));
}

function figuresOf({ move, checkpoint, verdict, byCharter, findings }: JudgedMove, key: IssueKey): Figures {
  const blocked = verdict === 'block' ? 1 : 0;
  return {
    ...noFigures,
    verdicts: {
      ...noFigures.verdicts,
      [checkpoint]: { ...noFigures.verdicts[checkpoint], [verdict]: 1 },
    },
    rules: ruleFigures({ move, checkpoint, verdict, byCharter, findings }, key),
    batches: [{ name: `${move.at.slice(0, 16)} ${move.by ?? ''}`, moves: 1, blocked }],
    byCharter: byCharter ? 1 : 0,
  };
}

/** From the first start in the period to the first time the item was done after it. */
function durations(moves: readonly Move[], judged: readonly JudgedMove[]): Figures {
  const start = judged.find(({ checkpoint }) => checkpoint === 'start');
  if (!start) return noFigures;
  const end = moves.find(({ kind, index }) => kind === 'finish' && index > start.move.index);
  const one = end
    ? { took: [compareInstants(end.at, start.move.at)], unfinished: 0 }
    : { took: [], unfinished: 1 };
  return { ...noFigures, [start.findings.length > 0 ? 'withGap' : 'withoutGap']: one };
}

/**
 * What a policy would have done to one item's moves in a period, as if it had been enforced. Its mode is of no
 * account: under `coach` the same moves would have been warned about, under `observe` recorded.
 */
export function replayItem(item: PastItem, policy: Policy, period: Period, world: PastWorld): Figures {
  const moves = movesIn(item.changes, world.categories);
  const inPeriod = moves.filter(({ at }) => within(period, at));
  const judged = inPeriod.flatMap((move): JudgedMove[] => {
    const checkpoint = checkpointOf(move.kind);
    if (!checkpoint) return [];
    const { gate, byCharter } = judge(item, move, checkpoint, policy, world);
    return [{ move, checkpoint, verdict: gate.strictVerdict, findings: gate.findings, byCharter }];
  });
  const kinds = inPeriod.flatMap(({ kind }) => (kind ? [kind] : []));
  return together([
    {
      ...noFigures,
      items: 1,
      moved: inPeriod.length > 0 ? 1 : 0,
      moves: {
        start: kinds.filter((kind) => kind === 'start').length,
        finish: kinds.filter((kind) => kind === 'finish').length,
        reopen: kinds.filter((kind) => kind === 'reopen').length,
        other: kinds.filter((kind) => kind === 'other').length,
      },
      unclear: inPeriod.length - kinds.length,
    },
    ...judged.map((one) => figuresOf(one, item.issueKey)),
    durations(moves, judged),
  ]);
}
