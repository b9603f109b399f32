import { TOLD } from '../../contract/wording/refused-transition';
import { wordFinding, wordRulesOf } from '../../contract/wording/findings';
import { namesFrom } from '../../contract/wording/names';
import { nextCheckpoint } from '../../domain/gate/evaluate';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { Instant } from '../../domain/values';
import type { PassageFollowUp } from '../jobs/ports';
import type { People } from '../subject/read-people';
import type { SubjectRead } from '../subject/read-subject';
import type { Transition } from './evaluate-transition';

/** Blocking rules that only a waiver lets pass. */
const restsOnWaiver = ({ strictVerdict, waived }: GateResult): boolean =>
  strictVerdict !== 'block' && waived.some(({ severity }) => severity === 'block');

/** Rules to look at that hold nothing back where the project enforces. What an item above is warned of is its own matter. */
const isWarned = ({ mode, strictVerdict, ofAncestor }: GateResult): boolean =>
  mode === 'enforce' && strictVerdict === 'warn' && ofAncestor === undefined;

/** A move that passed although rules are unmet, as it is recorded. */
function passage(
  { toStatusId, rule }: Transition,
  { subject }: Extract<SubjectRead, { kind: 'read' }>,
  gate: GateResult,
  reason: PassageFollowUp['reason'],
  findings: readonly Finding[],
  people: People,
  at: Instant,
): PassageFollowUp {
  const name = namesFrom(people);
  const { ofAncestor } = gate;
  return {
    kind: 'passage',
    issueKey: ofAncestor ?? subject.item.issueKey,
    ...(ofAncestor !== undefined && { child: subject.item.issueKey }),
    toStatusId,
    // A rule that names none was asked at the border the item stands before.
    checkpoint: rule.unreadable ? nextCheckpoint(subject.item) : rule.checkpoint,
    reason,
    rules: [...new Set(findings.map((finding) => finding.rule))],
    // A comment on the child is read by people nobody asked whether they may see the item above. What only warns is
    // commented to nobody.
    advice:
      reason === 'warned'
        ? []
        : ofAncestor === undefined
          ? findings.slice(0, TOLD).map((f) => Object.values(wordFinding(f, name)).join(' '))
          : wordRulesOf(ofAncestor, findings).slice(0, TOLD),
    at,
  };
}

/** A move that nobody could look at. */
export const uncheckedPassage = (
  { issueKey, toStatusId, rule }: Transition,
  at: Instant,
): PassageFollowUp => ({
  kind: 'passage',
  issueKey,
  toStatusId,
  checkpoint: rule.checkpoint,
  reason: 'unchecked',
  rules: [],
  advice: [],
  at,
});

/** What is recorded of a move that the gate lets pass: whatever only a mode, a waiver or a warning let through. */
export function passagesOf(
  transition: Transition,
  read: Extract<SubjectRead, { kind: 'read' }>,
  gate: GateResult,
  people: People,
  at: Instant,
): readonly PassageFollowUp[] {
  if (gate.strictVerdict === 'block' && gate.mode !== 'enforce') {
    return [passage(transition, read, gate, gate.mode, gate.findings, people, at)];
  }
  return [
    ...(restsOnWaiver(gate) ? [passage(transition, read, gate, 'waived', gate.waived, people, at)] : []),
    ...(isWarned(gate) ? [passage(transition, read, gate, 'warned', gate.findings, people, at)] : []),
  ];
}
