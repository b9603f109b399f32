import { nextCheckpoint } from '../../domain/gate/evaluate';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import type { Subject } from '../../domain/gate/subject';
import type { TransitionRule } from '../../domain/policy/policy';
import type { Checkpoint } from '../../domain/policy/rules';
import type { Instant, IssueKey } from '../../domain/values';
import type { PassageJob } from '../jobs/gate/passage';
import type { Reading } from '../subject/ports';
import { restingIn } from '../subject/rests-on';

export interface Transition {
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly rule: TransitionRule;
  /** Lays what was typed on the transition screen over the item as Jira has it. */
  readonly onScreen: (item: WorkItem, reading: Reading) => WorkItem;
}

/** Blocking rules that only a waiver lets pass. */
const restsOnWaiver = ({ strictVerdict, waived }: GateResult): boolean =>
  strictVerdict !== 'block' && waived.some(({ severity }) => severity === 'block');

/** Rules to look at that hold nothing back where the project enforces. What an item above is warned of is its own matter. */
const isWarned = ({ mode, strictVerdict, ofAncestor }: GateResult): boolean =>
  mode === 'enforce' && strictVerdict === 'warn' && ofAncestor === undefined;

/** A move that the gate lets pass. */
interface Passed {
  readonly transition: Transition;
  readonly subject: Subject;
  readonly gate: GateResult;
  /** What the gate would find if all that it did not read of promises were unacknowledged. */
  readonly supposed: GateResult;
  readonly at: Instant;
}

/** The border a rule was asked at; one whose configuration names none is asked at the border the item stands before. */
export const borderOf = ({ rule }: Pick<Transition, 'rule'>, { item }: Pick<Subject, 'item'>): Checkpoint =>
  rule.unreadable ? nextCheckpoint(item) : rule.checkpoint;

/** What is to be recorded of a move that passes, and looked at further first. */
export function passagesOf(passed: Passed): readonly PassageJob[] {
  const { gate, supposed, transition } = passed;
  // What a rule whose configuration cannot be read lets pass is its administrator's news, and the mover's fault in nothing.
  if (transition.rule.unreadable) {
    return [passage(passed, 'misconfigured', restsOnWaiver(gate) ? 'waived' : 'findings')];
  }
  if (gate.strictVerdict === 'block') {
    return gate.mode === 'enforce' ? [] : [passage(passed, gate.mode, 'findings')];
  }
  return [
    ...(restsOnWaiver(gate) ? [passage(passed, 'waived', 'waived')] : []),
    // What promises rest on is read behind the gate: where nothing else warns, it may have to warn still.
    ...(isWarned(supposed) ? [passage(passed, 'warned', 'findings')] : []),
  ];
}

function passage(
  { transition: { toStatusId, rule }, subject, gate, supposed, at }: Passed,
  reason: PassageJob['reason'],
  list: 'findings' | 'waived',
): PassageJob {
  const { ofAncestor } = gate;
  const findings: readonly Finding[] = gate[list];
  const read = restingIn(findings);
  const restsOn = restingIn(supposed[list]).filter((agreementId) => !read.includes(agreementId));
  return {
    kind: 'passage',
    issueKey: ofAncestor ?? subject.item.issueKey,
    ...(ofAncestor !== undefined && { child: subject.item.issueKey }),
    toStatusId,
    checkpoint: borderOf({ rule }, subject),
    reason,
    rules: [...new Set(findings.map((finding) => finding.rule))],
    ...(restsOn.length > 0 && { restsOn }),
    // Words name people, and are found again when the move is recorded.
    advice: [],
    at,
  };
}

/** A move that nobody could look at. */
export const uncheckedPassage = ({ issueKey, toStatusId, rule }: Transition, at: Instant): PassageJob => ({
  kind: 'passage',
  issueKey,
  toStatusId,
  checkpoint: rule.checkpoint,
  reason: 'unchecked',
  rules: [],
  advice: [],
  at,
});
