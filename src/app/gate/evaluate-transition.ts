import {
  refusedTransition,
  uncheckedTransition,
  unseenTransition,
  type OutageCause,
} from '../../contract/wording/refused-transition';
import { wordFinding } from '../../contract/wording/findings';
import { namesFrom } from '../../contract/wording/names';
import { evaluate } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import { peopleNamed } from '../../domain/gate/subject';
import { modeUnread, strictest } from '../../domain/policy/policy';
import type { Mode } from '../../domain/policy/rules';
import { projectOf, type AccountId, type IssueKey } from '../../domain/values';
import { type CharterStore, type Clock, Unavailable } from '../ports';
import type { PassageJob } from '../jobs/gate/passage';
import type { FollowUps } from '../jobs/ports';
import { policyFor } from '../subject/policy-for';
import { readSubject, type NotShown, type SubjectRead, type SubjectPorts } from '../subject/read-subject';
import { readPeople, type People } from '../subject/read-people';
import { supposingUnread } from '../subject/rests-on';
import { trouble } from '../../platform/log';
import { passagesOf, uncheckedPassage, type Transition } from './passages';

/** What the gate saw last of a project's policy, for as long as this instance of it lives: decides only in an outage. */
export interface LastModes {
  /** The mode that was in force when the project's policy was last read; undefined where it never was. */
  of(projectKey: string): Mode | undefined;
  remember(projectKey: string, mode: Mode): void;
}

export interface GatePorts extends SubjectPorts {
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
  charters: {
    read: (key) => (key === issueKey ? record : ports.charters.read(key)),
    readFor: (items) => ports.charters.readFor(items),
  },
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

async function check(transition: Transition, ports: GatePorts): Promise<TransitionAnswer> {
  const { issueKey, rule, onScreen } = transition;
  const read = await within(
    GATE_TIME_LIMIT_MS,
    readSubject(issueKey, ports, { rule, onScreen, alsoNamed: peopleNamed, onlyBlocking: true }),
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
  const isTold = gate.strictVerdict === 'block' && gate.mode === 'coach';
  const people = isTold ? await namesFor(gate, read.people, ports) : read.people;
  // What only warns changes no verdict, so that it is read behind the gate.
  const supposed = evaluate(supposingUnread(read.subject), rule.checkpoint, now);
  const passages = passagesOf({ transition, subject: read.subject, gate, supposed, people, at: now });
  if (passages.length > 0) await recordQuietly(passages, ports);
  return { allowed: true };
}

/** The mode of the project's policy, before a rule tightens it. */
const modeOf = (read: SubjectRead): Mode =>
  policyFor(read.policy, read.kind === 'read' ? read.raw.projectId : null).mode;

/** The app may not see the item: an administrator can change that, and waiting cannot. */
async function notShown(
  transition: Transition,
  { hiddenKey, policy }: NotShown,
  ports: GatePorts,
): Promise<TransitionAnswer> {
  const { issueKey, rule } = transition;
  // Jira does not even tell the project of an item that it does not show.
  if (strictest(policyFor(policy, null).mode, rule.mode) === 'enforce') {
    return { allowed: false, message: unseenTransition(issueKey, hiddenKey) };
  }
  await recordQuietly([uncheckedPassage(transition, ports.clock.now())], ports);
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

/** A record that cannot be queued must not stop a move that the policy lets pass. */
async function recordQuietly(passages: readonly PassageJob[], ports: GatePorts): Promise<void> {
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
    const { mode } = policyFor(policy, null);
    lastModes.remember(projectKey, mode);
    return strictest(mode, rule.mode);
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
  await recordQuietly([uncheckedPassage(transition, ports.clock.now())], ports);
  return { allowed: true };
}
