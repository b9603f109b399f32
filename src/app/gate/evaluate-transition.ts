import {
  refusedTransition,
  uncheckedTransition,
  unseenTransition,
} from '../../contract/wording/refused-transition';
import { namesFrom } from '../../contract/wording/names';
import { evaluate } from '../../domain/gate/evaluate';
import type { WorkItem } from '../../domain/gate/item';
import { peopleNamed } from '../../domain/gate/subject';
import { strictest, type TransitionRule } from '../../domain/policy/policy';
import type { Mode } from '../../domain/policy/rules';
import { projectOf, type IssueKey } from '../../domain/values';
import type { CharterStore } from '../charter/ports';
import type { Clock, Jira } from '../ports';
import type { Reading } from '../subject/ports';
import { Unavailable } from '../../platform/unavailable';
import type { PassageFollowUp, FollowUps } from '../jobs/ports';
import { policyFor } from '../subject/policy-for';
import { readSubject, type NotShown, type SubjectRead } from '../subject/read-subject';
import { logError } from '../../platform/log';
import { namesFor } from './finding-names';
import { causeOf, modeDuring, type Recorded } from './outage';
import { passagesOf, uncheckedPassage } from './passages';
import { SIDE_WORK_LIMIT_MS, within } from './time-limit';

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

/** The same ports, with the item's own record asked for once and for no longer than all reads together, and at hand when the rest fails. */
const withRecord = (issueKey: IssueKey, record: Recorded, ports: GatePorts): GatePorts => ({
  ...ports,
  charters: { read: (key) => (key === issueKey ? record : ports.charters.read(key)) },
});

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
  const people =
    gate.mode === 'coach' && gate.strictVerdict === 'block'
      ? await namesFor(gate, read.people, ports)
      : read.people;
  const passages = passagesOf(transition, read, gate, people, now);
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
  await recordQuietly([uncheckedPassage(transition, ports.clock.now())], ports);
  return { allowed: true };
}

/** A record that cannot be queued must not stop a move that the policy lets pass. */
async function recordQuietly(passages: readonly PassageFollowUp[], ports: GatePorts): Promise<void> {
  try {
    await within(SIDE_WORK_LIMIT_MS, ports.followUps.push(passages, PASSAGE_DELAY_SECONDS));
  } catch (error) {
    logError('A passage could not be recorded', error);
  }
}

async function unchecked(
  transition: Transition,
  record: Recorded,
  ports: GatePorts,
  error: unknown,
): Promise<TransitionAnswer> {
  const cause = causeOf(error);
  logError(`The gate could not check: ${cause}`, error);
  const holds =
    transition.rule.onOutage === 'closed' && (await modeDuring(transition, record, ports)) === 'enforce';
  if (holds) {
    const until = error instanceof Unavailable ? error.until : undefined;
    return { allowed: false, message: uncheckedTransition(transition.issueKey, cause, until) };
  }
  await recordQuietly([uncheckedPassage(transition, ports.clock.now())], ports);
  return { allowed: true };
}
