import {
  refusedTransition,
  uncheckedTransition,
  type OutageCause,
} from '../contract/wording/refused-transition';
import { wordFinding } from '../contract/wording/findings';
import { namesFrom } from '../contract/wording/names';
import { evaluateGate } from '../domain/gate/evaluate';
import type { Finding, GateResult } from '../domain/gate/finding';
import type { WorkItem } from '../domain/gate/item';
import { tighten, type OwnerSource, type TransitionRule } from '../domain/policy/policy';
import type { AccountId, IssueKey, PersonFact } from '../domain/values';
import { parentGate, readItem, type Subject } from './parent-gate';
import { type CharterStore, type Clock, type Jira, Unavailable } from './ports';
import type { PassageFollowUp, FollowUps } from './ports-follow-ups';
import { trouble } from './trouble';

export interface Transition {
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly rule: TransitionRule;
  /** Lays what was typed on the transition screen over the item as Jira has it. */
  readonly onScreen: (item: WorkItem, ownerSource: OwnerSource) => WorkItem;
}

export interface GatePorts {
  readonly jira: Pick<Jira, 'workItem' | 'people'>;
  readonly charters: Pick<CharterStore, 'read'>;
  readonly followUps: FollowUps;
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
 * A dependency that fails or is slow decides nothing: the rule says whether the move waits or passes unchecked.
 */
export async function evaluateTransition(
  transition: Transition,
  ports: GatePorts,
): Promise<TransitionAnswer> {
  try {
    return await check(transition, ports);
  } catch (error) {
    return unchecked(transition, ports, error);
  }
}

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

/** Reads whatever the gate asks about, with what was typed on the screen laid over it. */
async function readSubject({ issueKey, rule, onScreen }: Transition, ports: GatePorts): Promise<Subject> {
  const { raw, stored, policy } = await readItem(issueKey, ports);
  const effective = tighten(policy, rule);
  const item = onScreen(raw.toWorkItem(effective.ownerSource), effective.ownerSource);
  return parentGate({ item, stored, policy: effective }, rule, ports);
}

/** Blocking rules that only a waiver lets pass. */
const restsOnWaiver = ({ strictVerdict, waived }: GateResult): boolean =>
  strictVerdict !== 'block' && waived.some(({ severity }) => severity === 'block');

async function check(transition: Transition, ports: GatePorts): Promise<TransitionAnswer> {
  const subject = await within(GATE_TIME_LIMIT_MS, readSubject(transition, ports));
  const { item, stored, policy, child } = subject;
  const { checkpoint } = transition.rule;
  const now = ports.clock.now();
  const gate = evaluateGate({ charter: stored.charter, item, policy, checkpoint, now });
  if (gate.verdict === 'block') {
    const people = await namesFor(gate, item, ports);
    return { allowed: false, message: refusedTransition(item.issueKey, gate, namesFrom(people), child) };
  }
  if (gate.strictVerdict === 'block' && gate.mode !== 'enforce') {
    const people = gate.mode === 'coach' ? await namesFor(gate, item, ports) : item.people;
    await recordQuietly(passage(transition, subject, gate.mode, gate.findings, people, now), ports);
  } else if (restsOnWaiver(gate)) {
    await recordQuietly(passage(transition, subject, 'waived', gate.waived, item.people, now), ports);
  }
  return { allowed: true };
}

/** Names come with the item itself; only when someone is missing there (a field not yet written) is Jira asked again. */
async function namesFor(
  gate: GateResult,
  item: WorkItem,
  ports: GatePorts,
): Promise<Readonly<Record<AccountId, PersonFact>>> {
  const missing = peopleIn(gate).filter((accountId) => !item.people[accountId]);
  if (missing.length === 0) return item.people;
  try {
    const found = await within(SIDE_WORK_LIMIT_MS, ports.jira.people('app', missing));
    return { ...item.people, ...Object.fromEntries(found.map((person) => [person.accountId, person])) };
  } catch {
    // The verdict stands without a name; a vaguer sentence beats no answer.
    return item.people;
  }
}

/** Every account the findings' sentences speak of. */
function peopleIn(gate: GateResult): readonly AccountId[] {
  const named = new Set<AccountId>();
  const name = (accountId: AccountId): string => {
    named.add(accountId);
    return accountId;
  };
  for (const finding of gate.findings) wordFinding(finding, name);
  return [...named];
}

function passage(
  { issueKey, toStatusId, rule }: Transition,
  subject: Pick<Subject, 'child'> & { readonly item?: WorkItem },
  reason: PassageFollowUp['reason'],
  findings: readonly Finding[],
  people: Readonly<Record<AccountId, PersonFact>>,
  at: string,
): PassageFollowUp {
  const name = namesFrom(people);
  return {
    kind: 'passage',
    issueKey: subject.item?.issueKey ?? issueKey,
    ...(subject.child !== undefined && { child: subject.child }),
    toStatusId,
    checkpoint: rule.checkpoint,
    reason,
    rules: [...new Set(findings.map((finding) => finding.rule))],
    advice: findings.slice(0, 3).map((f) => Object.values(wordFinding(f, name)).join(' ')),
    at,
  };
}

/** A record that cannot be queued must not stop a move that the policy lets pass. */
async function recordQuietly(followUp: PassageFollowUp, ports: GatePorts): Promise<void> {
  try {
    await within(SIDE_WORK_LIMIT_MS, ports.followUps.push([followUp], PASSAGE_DELAY_SECONDS));
  } catch (error) {
    trouble('A passage could not be recorded', error);
  }
}

function causeOf(error: unknown): OutageCause {
  if (error instanceof TimeLimit) return 'timeout';
  if (!(error instanceof Unavailable)) return 'internal';
  return error.dependency === 'jira' ? 'jira' : 'storage';
}

async function unchecked(
  transition: Transition,
  ports: GatePorts,
  error: unknown,
): Promise<TransitionAnswer> {
  const cause = causeOf(error);
  trouble(`The gate could not check: ${cause}`, error);
  if (transition.rule.onOutage === 'closed') {
    return { allowed: false, message: uncheckedTransition(transition.issueKey, cause) };
  }
  await recordQuietly(passage(transition, {}, 'unchecked', [], {}, ports.clock.now()), ports);
  return { allowed: true };
}
