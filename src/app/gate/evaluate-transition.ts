import {
  refusedTransition,
  TOLD,
  uncheckedTransition,
  unseenTransition,
  type OutageCause,
} from '../../contract/wording/refused-transition';
import { wordFinding, wordRulesOf } from '../../contract/wording/findings';
import { namesFrom } from '../../contract/wording/names';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import { peopleNamed } from '../../domain/gate/subject';
import { modeUnread, strictest, type TransitionRule } from '../../domain/policy/policy';
import type { Mode } from '../../domain/policy/rules';
import { projectOf, type AccountId, type IssueKey } from '../../domain/values';
import type { CharterStore } from '../charter/ports';
import type { Clock, Jira } from '../ports';
import type { Reading } from '../subject/ports';
import { Unavailable } from '../../platform/unavailable';
import type { PassageFollowUp, FollowUps } from '../jobs/ports';
import { policyFor } from '../subject/policy-for';
import { readSubject, type NotShown, type SubjectRead } from '../subject/read-subject';
import { readPeople, type People } from '../subject/read-people';
import { trouble } from '../../platform/log';

export interface Transition {
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly rule: TransitionRule;
  /** Lays what was typed on the transition screen over the item as Jira has it. */
  readonly onScreen: (item: WorkItem, reading: Reading) => WorkItem;
}

/** What the gate saw last of a project's policy, for as long as this instance of it lives: decides only in an outage. */
export interface LastModes {
  /** The mode that was in force when the project's policy was last read; undefined where it never was. */
  of(projectKey: string): Mode | undefined;
  remember(projectKey: string, mode: Mode): void;
}

export interface GatePorts {
  readonly jira: Pick<Jira, 'workItem' | 'people'>;
  readonly charters: Pick<CharterStore, 'read'>;
  readonly followUps: FollowUps;
  readonly lastModes: LastModes;
  readonly clock: Clock;
}

export type TransitionAnswer =
  { readonly allowed: true } | { readonly allowed: false; readonly message: string };

/** Forge stops the function at 25 s with a message that explains nothing; we stop before and explain. */
export const GATE_TIME_LIMIT_MS = 20_000;

/** Names and records come after the verdict, and must not undo it by being slow. Both limits end before Forge's. */
const SIDE_WORK_LIMIT_MS = 3_000;

/** Jira needs a moment between letting the move pass and writing it into the changelog. */
const PASSAGE_DELAY_SECONDS = 5;

/**
 * Whether a transition may pass. One wave of reads (item and record side by side), then one pure call.
 * A dependency that fails or is slow decides nothing: under `enforce` the rule says whether the move waits or passes
 * unchecked; `observe` and `coach` never hold anything back. An item that is only being created has nothing to hold yet.
 */
export async function evaluateTransition(
  transition: Transition,
  ports: GatePorts,
): Promise<TransitionAnswer> {
  if (transition.issueKey === '') return { allowed: true };
  const record = within(GATE_TIME_LIMIT_MS, ports.charters.read(transition.issueKey));
  try {
    return await check(transition, withRecord(transition.issueKey, record, ports));
  } catch (error) {
    return unchecked(transition, record, ports, error);
  }
}

type Recorded = ReturnType<CharterStore['read']>;

/** The same ports, with the item's own record asked for once and for no longer than all reads together, and at hand when the rest fails. */
const withRecord = (issueKey: IssueKey, record: Recorded, ports: GatePorts): GatePorts => ({
  ...ports,
  charters: { read: (key) => (key === issueKey ? record : ports.charters.read(key)) },
});

class TimeLimit extends Error {
  override readonly name = 'TimeLimit';
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** Blocking rules that only a waiver lets pass. */
const restsOnWaiver = ({ strictVerdict, waived }: GateResult): boolean =>
  strictVerdict !== 'block' && waived.some(({ severity }) => severity === 'block');

/** Rules to look at that hold nothing back where the project enforces. What an item above is warned of is its own matter. */
const isWarned = ({ mode, strictVerdict, ofAncestor }: GateResult): boolean =>
  mode === 'enforce' && strictVerdict === 'warn' && ofAncestor === undefined;

async function check(transition: Transition, ports: GatePorts): Promise<TransitionAnswer> {
  const { issueKey, rule, onScreen } = transition;
  const read = await within(
    GATE_TIME_LIMIT_MS,
    readSubject(issueKey, ports, { rule, onScreen, alsoNamed: peopleNamed }),
  );
  ports.lastModes.remember(projectOf(issueKey), modeOf(read));
  if (read.kind === 'not-shown') return notShown(transition, read, ports);
  const now = ports.clock.now();
  const gate = evaluate(read.subject, rule.checkpoint, now);
  if (gate.verdict === 'block') {
    const people = await namesFor(gate, read.people, ports);
    return {
      allowed: false,
      message: refusedTransition(read.subject.item.issueKey, gate, namesFrom(people), rule),
    };
  }
  if (gate.strictVerdict === 'block' && gate.mode !== 'enforce') {
    const people = gate.mode === 'coach' ? await namesFor(gate, read.people, ports) : read.people;
    await recordQuietly([passage(transition, read, gate, gate.mode, gate.findings, people, now)], ports);
    return { allowed: true };
  }
  const passages = [
    ...(restsOnWaiver(gate)
      ? [passage(transition, read, gate, 'waived', gate.waived, read.people, now)]
      : []),
    ...(isWarned(gate) ? [passage(transition, read, gate, 'warned', gate.findings, read.people, now)] : []),
  ];
  if (passages.length > 0) await recordQuietly(passages, ports);
  return { allowed: true };
}

/** The mode of the project's policy, before a rule tightens it. */
const modeOf = (read: SubjectRead): Mode =>
  (read.kind === 'read' ? policyFor(read.policy, read.raw.projectId) : read.policy.policy).mode;

/** The app may not see the item: an administrator can change that, and waiting cannot. */
async function notShown(
  transition: Transition,
  { hiddenKey, policy }: NotShown,
  ports: GatePorts,
): Promise<TransitionAnswer> {
  const { issueKey, rule } = transition;
  if (strictest(policy.policy.mode, rule.mode) === 'enforce') {
    return { allowed: false, message: unseenTransition(issueKey, hiddenKey) };
  }
  await recordQuietly([uncheckedPassage(transition, ports)], ports);
  return { allowed: true };
}

/** Names come with the item itself; only when someone is missing there (a field not yet written) is Jira asked again. */
async function namesFor(gate: GateResult, known: People, ports: GatePorts): Promise<People> {
  const missing = peopleIn(gate).filter((accountId) => !known[accountId]);
  if (missing.length === 0) return known;
  try {
    return await within(SIDE_WORK_LIMIT_MS, readPeople(ports.jira, 'app', missing, known));
  } catch {
    // The verdict stands without a name; a vaguer sentence beats no answer.
    return known;
  }
}

/** Every account the findings' sentences speak of. */
function peopleIn(gate: GateResult): readonly AccountId[] {
  if (gate.ofAncestor !== undefined) return [];
  const named = new Set<AccountId>();
  const name = (accountId: AccountId): string => {
    named.add(accountId);
    return accountId;
  };
  for (const finding of gate.findings) wordFinding(finding, name);
  return [...named];
}

function passage(
  { toStatusId, rule }: Transition,
  { subject }: Extract<SubjectRead, { kind: 'read' }>,
  gate: GateResult,
  reason: PassageFollowUp['reason'],
  findings: readonly Finding[],
  people: People,
  at: string,
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
const uncheckedPassage = ({ issueKey, toStatusId, rule }: Transition, ports: GatePorts): PassageFollowUp => ({
  kind: 'passage',
  issueKey,
  toStatusId,
  checkpoint: rule.checkpoint,
  reason: 'unchecked',
  rules: [],
  advice: [],
  at: ports.clock.now(),
});

/** A record that cannot be queued must not stop a move that the policy lets pass. */
async function recordQuietly(passages: readonly PassageFollowUp[], ports: GatePorts): Promise<void> {
  try {
    await within(SIDE_WORK_LIMIT_MS, ports.followUps.push(passages, PASSAGE_DELAY_SECONDS));
  } catch (error) {
    trouble('A passage could not be recorded', error);
  }
}

function causeOf(error: unknown): OutageCause {
  if (error instanceof TimeLimit) return 'timeout';
  if (!(error instanceof Unavailable)) return 'internal';
  if (error.dependency !== 'jira') return 'storage';
  return error.failure === 'no-answer' ? 'jira' : `jira-${error.failure}`;
}

/** The mode in force, as far as it is known while something is out. */
async function modeDuring(
  { issueKey, rule }: Transition,
  record: Recorded,
  { lastModes }: GatePorts,
): Promise<Mode> {
  const projectKey = projectOf(issueKey);
  try {
    const { policy } = await within(SIDE_WORK_LIMIT_MS, record);
    lastModes.remember(projectKey, policy.policy.mode);
    return strictest(policy.policy.mode, rule.mode);
  } catch {
    return modeUnread(rule, lastModes.of(projectKey));
  }
}

async function unchecked(
  transition: Transition,
  record: Recorded,
  ports: GatePorts,
  error: unknown,
): Promise<TransitionAnswer> {
  const cause = causeOf(error);
  trouble(`The gate could not check: ${cause}`, error);
  const holds =
    transition.rule.onOutage === 'closed' && (await modeDuring(transition, record, ports)) === 'enforce';
  if (holds) {
    const until = error instanceof Unavailable ? error.until : undefined;
    return { allowed: false, message: uncheckedTransition(transition.issueKey, cause, until) };
  }
  await recordQuietly([uncheckedPassage(transition, ports)], ports);
  return { allowed: true };
}
