import type { RuleTestAnswer } from '../../contract/answers';
import { wordFinding, wordRulesOf } from '../../contract/wording/findings';
import { namesFrom, type Reader } from '../../contract/wording/names';
import { refusedTransition, unseenTransition } from '../../contract/wording/refused-transition';
import { evaluate } from '../../domain/gate/evaluate';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import { tighten, type TransitionRule } from '../../domain/policy/policy';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { completePeople } from '../charter/charter-answer';
import type { AuthorizedItem } from '../charter/authorize-item';
import { utcDate } from '../../domain/time/time';
import type { IssueKey } from '../../domain/values';
import type { Clock } from '../ports';
import { policyFor } from '../subject/policy-for';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import { subjectFor, unseenBeside } from '../subject/subject-for';

export interface RuleTestPorts extends SubjectPorts {
  readonly clock: Clock;
}

/** What becomes of the move, in the terms of whoever configures the rule. */
function outcomeOf({ verdict, strictVerdict, mode, waived }: GateResult): RuleTestAnswer['outcome'] {
  if (verdict === 'block') return 'refused';
  if (strictVerdict === 'block') return mode === 'coach' ? 'told' : 'recorded';
  return waived.some(({ severity }) => severity === 'block') ? 'waived' : 'passes';
}

const toldFindings = (outcome: RuleTestAnswer['outcome'], gate: GateResult): readonly Finding[] => {
  if (outcome === 'waived') return gate.waived;
  return outcome === 'told' || outcome === 'recorded'
    ? gate.findings.filter(({ severity }) => severity === 'block')
    : [];
};

/**
 * What a transition with this rule would answer for a work item now. The verdict is the gate's; its words are for the
 * reader, who may not be shown everything in the way. Nothing is written.
 *
 * @throws Unavailable
 */
export async function testRule(
  scope: AuthorizedItem & { readonly item: WorkItem },
  rule: TransitionRule,
  ports: RuleTestPorts,
): Promise<RuleTestAnswer> {
  const { issueKey, summary } = scope.item;
  const read = await readSubject(issueKey, ports, { rule });
  if (read.kind === 'not-shown') {
    const { mode, brake } = tighten(policyFor(read.policy, scope.item.projectId), rule, read.policy.above);
    const lines = unseenTransition(issueKey, read.hiddenKey).split('\n');
    return { ok: true, issueKey, summary, mode, ...(brake && { brake }), outcome: 'not-known', lines };
  }
  const subject = subjectFor(read.subject, scope.item);
  const now = ports.clock.now();
  const gate = evaluate(subject, rule.checkpoint, now);
  const about = {
    ok: true,
    issueKey,
    summary,
    mode: gate.mode,
    ...(gate.brake && { brake: gate.brake }),
    ...unseenBeside(read.subject, scope.item),
  } as const;
  if (gate.ofAncestor === undefined && !isUnderPolicy(subject.policy, subject.item.type)) {
    return { ...about, outcome: 'untouched', lines: [] };
  }
  const outcome = outcomeOf(gate);
  const people = { ...scope.people, ...read.people };
  const name = namesFrom(await completePeople(read.stored, people, ports.jira));
  return { ...about, outcome, lines: linesOf(outcome, gate, issueKey, { name, today: utcDate(now) }) };
}

function linesOf(
  outcome: RuleTestAnswer['outcome'],
  gate: GateResult,
  issueKey: IssueKey,
  reader: Reader,
): readonly string[] {
  if (outcome === 'refused') return refusedTransition(issueKey, gate, reader).split('\n');
  const told = toldFindings(outcome, gate);
  if (gate.ofAncestor !== undefined) return wordRulesOf(gate.ofAncestor, told);
  return told.map((finding) => {
    const { what, next } = wordFinding(finding, reader);
    return outcome === 'waived' ? what : `${what} ${next}`;
  });
}
