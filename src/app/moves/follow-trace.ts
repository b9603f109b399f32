import { TOLD } from '../../contract/wording/refused-transition';
import { wordFinding, wordRulesOf } from '../../contract/wording/findings';
import { namesFrom } from '../../contract/wording/names';
import { oneLine } from '../../contract/wording/one-line';
import { evaluate } from '../../domain/gate/evaluate';
import { peopleNamed } from '../../domain/gate/subject';
import { compareInstants, utcDate, type Instant } from '../../domain/time/time';
import type { PassageJob } from '../jobs/gate/passage';
import type { CharterStore } from '../charter/ports';
import type { RawWorkItem } from '../subject/ports';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import type { GateBorders, GateTrace, GateTraces, JiraMove } from '../gate/ports';
import { followPassage, type PassagePorts } from './record-passage';
import { meetBorder } from './record-refusal';

export interface FollowTracePorts extends PassagePorts {
  readonly jira: PassagePorts['jira'] & SubjectPorts['jira'];
  readonly charters: PassagePorts['charters'] & Pick<CharterStore, 'read' | 'find'>;
  readonly traces: Pick<GateTraces, 'of'>;
  readonly borders: GateBorders;
}

/** Jira stamps a move a moment before or after the gate looked at it, and what else it asks may take its time. */
const BEFORE_MS = 10_000;
const AFTER_MS = 60_000;

const isOf = (trace: GateTrace, at: Instant): boolean => {
  const gap = compareInstants(at, trace.at);
  return gap >= -BEFORE_MS && gap <= AFTER_MS;
};

/**
 * Records what the gate let pass. A trace is of one move: the first into its status from the moment it was left.
 *
 * @returns whether the last move into the status was the one that the gate was asked about
 * @throws Unavailable when it should be tried again.
 */
export async function followTrace(
  trace: GateTrace,
  raw: RawWorkItem | null,
  move: (JiraMove & { readonly former?: JiraMove }) | null,
  ports: FollowTracePorts,
): Promise<boolean> {
  const { former } = move ?? {};
  const own = former && isOf(trace, former.at) ? former : move && isOf(trace, move.at) ? move : null;
  // Of an item that the app may not see nobody can say that it moved; that nobody could look is known all the same.
  if (!own && raw) return false;
  if (own && raw && trace.isOwn) {
    const { projectId } = raw;
    const { checkpoint, rule } = trace;
    await meetBorder(trace.issueKey, { projectId, checkpoint, at: own.at, rule }, ports);
  }
  for (const passage of trace.passages) {
    const advice = passage.reason === 'coach' ? await adviceOf(passage, trace, ports) : [];
    await followPassage({ ...passage, advice }, ports, own ?? undefined);
  }
  return own !== null && own.at === move?.at;
}

/** What the mover would have been asked for first, in the words of now: those of then name people and are not kept. */
async function adviceOf(
  { rules, child, checkpoint }: PassageJob,
  { issueKey, rule, at }: GateTrace,
  ports: FollowTracePorts,
): Promise<readonly string[]> {
  const read = await readSubject(issueKey, ports, { rule, alsoNamed: peopleNamed });
  if (read.kind === 'not-shown') return [];
  const gate = evaluate(read.subject, rule.unreadable ? checkpoint : rule.checkpoint, at);
  const findings = gate.findings.filter((finding) => rules.includes(finding.rule));
  // A comment on the child is read by people nobody asked whether they may see the item above.
  if (child !== undefined) return wordRulesOf(gate.ofAncestor ?? issueKey, findings).slice(0, TOLD);
  const reader = { name: namesFrom(read.people), today: utcDate(at) };
  return findings
    .slice(0, TOLD)
    .map((finding) => oneLine(Object.values(wordFinding(finding, reader)).join(' ')));
}
