import {
  refusedTransition,
  uncheckedTransition,
  unseenTransition,
} from '../../contract/wording/refused-transition';
import { namesFrom } from '../../contract/wording/names';
import { evaluate } from '../../domain/gate/evaluate';
import { peopleNamed } from '../../domain/gate/subject';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { modeAt } from '../../domain/policy/policy';
import type { Mode } from '../../domain/policy/rules';
import { utcDate } from '../../domain/time/time';
import { projectOf, type IssueKey } from '../../domain/values';
import { Unavailable } from '../../platform/unavailable';
import { policyFor } from '../subject/policy-for';
import { readSubject, type NotShown, type SubjectRead, type SubjectPorts } from '../subject/read-subject';
import { supposingUnread } from '../subject/rests-on';
import { logError } from '../../platform/log';
import { namesFor } from './finding-names';
import { causeOf, modeDuring, type Recorded } from './outage';
import {
  leaveTrace,
  leaveUnchecked,
  tellRefusal,
  tellRenamed,
  traceOf,
  type TracePorts,
} from './leave-trace';
import { borderOf, passagesOf, type Transition } from './passages';
import { within } from './time-limit';

/** What the gate saw last of a project's policy, for as long as this instance of it lives: decides only in an outage. */
export interface LastModes {
  /** The mode that was in force when the project's policy was last read; undefined where it never was. */
  of(projectKey: string): Mode | undefined;
  remember(projectKey: string, mode: Mode): void;
}

export interface GatePorts extends SubjectPorts, TracePorts {
  readonly lastModes: LastModes;
}

export type TransitionAnswer =
  { readonly allowed: true } | { readonly allowed: false; readonly message: string };

/** Forge stops the function at 25 s with a message that explains nothing; we stop before and explain. */
export const GATE_TIME_LIMIT_MS = 20_000;

/**
 * Whether a transition may pass. One wave of reads (item and record side by side), then one pure call; after the verdict
 * at most one write, that the rule was asked and what it said.
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
  charters: {
    read: (key) => (key === issueKey ? record : ports.charters.read(key)),
    find: (where) => ports.charters.find(where),
    readFor: (items) => ports.charters.readFor(items),
  },
});

async function check(transition: Transition, ports: GatePorts): Promise<TransitionAnswer> {
  const { issueKey, rule, onScreen } = transition;
  const read = await within(
    GATE_TIME_LIMIT_MS,
    readSubject(issueKey, ports, { rule, onScreen, alsoNamed: peopleNamed, onlyBlocking: true }),
  );
  ports.lastModes.remember(projectOf(issueKey), modeOf(read));
  if (read.kind === 'not-shown') return notShown(transition, read, ports);
  await tellRenamed(read, ports);
  const now = ports.clock.now();
  const { subject } = read;
  const gate = evaluate(subject, rule.checkpoint, now);
  const isOwn = gate.ofAncestor === undefined;
  const { issueId, projectId } = subject.item;
  if (gate.verdict === 'block' && !transition.isUnlicensed) {
    const today = utcDate(now);
    const people = await namesFor(gate, read.people, today, ports);
    const checkpoint = borderOf(transition, subject);
    await tellRefusal(
      { kind: 'refusal', issueId, issueKey, projectId, checkpoint, rule, isOwn, at: now },
      ports,
    );
    return {
      allowed: false,
      message: refusedTransition(subject.item.issueKey, gate, { name: namesFrom(people), today }, rule),
    };
  }
  // What is under no policy runs untouched, and leaves nothing.
  if (isOwn && !isUnderPolicy(subject.policy, subject.item.type)) return { allowed: true };
  // What only warns changes no verdict, so that it is read behind the gate.
  const supposed = evaluate(supposingUnread(subject), rule.checkpoint, now);
  const passages = passagesOf({ transition, subject, gate, supposed, at: now });
  const checkpoint = borderOf(transition, subject);
  await leaveTrace({ ...traceOf(transition, now), issueId, checkpoint, isOwn, passages }, ports);
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
  if (modeAt(policyFor(policy, null), rule) === 'enforce' && !transition.isUnlicensed) {
    return { allowed: false, message: unseenTransition(issueKey, hiddenKey) };
  }
  await leaveUnchecked(transition, ports);
  return { allowed: true };
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
    !transition.isUnlicensed &&
    transition.rule.onOutage === 'closed' &&
    (await modeDuring(transition, record, ports)) === 'enforce';
  if (holds) {
    const until = error instanceof Unavailable ? error.until : undefined;
    return { allowed: false, message: uncheckedTransition(transition.issueKey, cause, until) };
  }
  await leaveUnchecked(transition, ports);
  return { allowed: true };
}
