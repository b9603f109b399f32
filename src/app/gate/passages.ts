import { TOLD } from '../../contract/wording/refused-transition';
import { wordFinding, wordRulesOf } from '../../contract/wording/findings';
import { oneLine } from '../../contract/wording/one-line';
import { namesFrom } from '../../contract/wording/names';
import { nextCheckpoint } from '../../domain/gate/evaluate';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import type { Subject } from '../../domain/gate/subject';
import type { TransitionRule } from '../../domain/policy/policy';
import { utcDate } from '../../domain/time/time';
import type { Instant, IssueKey } from '../../domain/values';
import type { PassageJob } from '../jobs/gate/passage';
import type { Reading } from '../subject/ports';
import type { People } from '../subject/read-people';
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
  readonly people: People;
  readonly at: Instant;
}

/** What is to be recorded of a move that passes, and looked at further first. */
export function passagesOf(passed: Passed): readonly PassageJob[] {
  const { gate } = passed;
  if (gate.strictVerdict === 'block') {
    return gate.mode === 'enforce' ? [] : [passage(passed, gate.mode, 'findings')];
  }
  return [
    ...(restsOnWaiver(gate) ? [passage(passed, 'waived', 'waived')] : []),
    // Where nothing else warns, what promises rest on is looked at once Jira tells of the move: it asks for no write here.
    ...(isWarned(gate) ? [passage(passed, 'warned', 'findings')] : []),
  ];
}

function passage(
  { transition: { toStatusId, rule }, subject, gate, supposed, people, at }: Passed,
  reason: PassageJob['reason'],
  list: 'findings' | 'waived',
): PassageJob {
  const reader = { name: namesFrom(people), today: utcDate(at) };
  const { ofAncestor } = gate;
  const findings: readonly Finding[] = gate[list];
  const read = restingIn(findings);
  const restsOn = restingIn(supposed[list]).filter((agreementId) => !read.includes(agreementId));
  return {
    kind: 'passage',
    issueKey: ofAncestor ?? subject.item.issueKey,
    ...(ofAncestor !== undefined && { child: subject.item.issueKey }),
    toStatusId,
    // A rule that names none was asked at the border the item stands before.
    checkpoint: rule.unreadable ? nextCheckpoint(subject.item) : rule.checkpoint,
    reason,
    rules: [...new Set(findings.map((finding) => finding.rule))],
    ...(restsOn.length > 0 && { restsOn }),
    // A comment on the child is read by people nobody asked whether they may see the item above. What only warns is
    // commented to nobody.
    advice:
      reason === 'warned'
        ? []
        : ofAncestor === undefined
          ? findings.slice(0, TOLD).map((f) => oneLine(Object.values(wordFinding(f, reader)).join(' ')))
          : wordRulesOf(ofAncestor, findings).slice(0, TOLD),
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
