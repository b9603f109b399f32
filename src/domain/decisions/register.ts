import { acceptedDri, type Charter } from '../charter/charter';
import type { CharterEvent } from '../charter/events';
import { isUndecided, type Escalation } from '../charter/escalation/escalation';
import { decisionDueAt } from '../gate/rules/question';
import type { AccountId, EscalationId, IssueKey } from '../ids';
import type { Policy } from '../policy/policy';
import { decisionsDue } from '../report/accountability/decisions-due';
import { compareInstants, type Instant, type IsoDate } from '../time/time';

/** How a question stands. `by-other`: somebody decided whom it did not name, who stands in for nobody and granted nothing. */
export const DECISION_STATES = ['overdue', 'open', 'by-other', 'decided', 'taken-back'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** One question that needs, or needed, a decision. */
export interface DecisionLine {
  readonly issueKey: IssueKey;
  readonly id: EscalationId;
  readonly state: DecisionState;
  readonly question: string;
  readonly askedBy: AccountId;
  readonly askedAt: Instant;
  /** Who decides, or decided. */
  readonly decider: AccountId;
  /** They gave the owner the authority to decide the rest alone. */
  readonly isGrantor: boolean;
  /** The day by which it is needed, where one was named. */
  readonly decideBy?: IsoDate;
  /** When the time is over that the policy gives for an answer; absent where that cannot be said. */
  readonly dueAt?: Instant;
  /** What has to be at hand for a decision, as the authority says. */
  readonly inputs?: string;
  /** What was promised, where the question is about a promise. */
  readonly about?: string;
  readonly decision?: string;
  readonly decidedAt?: Instant;
  /** Why it needs no decision any more. */
  readonly reason?: string;
  /** Who was told of the decision. */
  readonly told: readonly AccountId[];
}

/** Those whom a question named, by what its history tells, or who answer in their place. */
function namedFor(
  { id, toAccountId }: Escalation,
  history: readonly CharterEvent[],
  owner: AccountId | null,
): readonly AccountId[] {
  const raised = history.find((event) => event.type === 'escalation-raised' && event.escalationId === id);
  // Where its beginning lies further back, nothing is said against whoever was named last.
  if (raised?.type !== 'escalation-raised') return [toAccountId];
  const standIns = history.flatMap((event) =>
    event.type === 'question-taken-over' && event.escalationId === id ? [event.toAccountId] : [],
  );
  const byAsker = history.flatMap((event) =>
    event.type === 'escalation-redirected' &&
    event.escalationId === id &&
    [raised.by, owner].includes(event.by)
      ? [event.toAccountId]
      : [],
  );
  return [raised.toAccountId, ...standIns, ...byAsker];
}

function stateOf(
  escalation: Escalation,
  { charter, history, isDue }: { charter: Charter; history: readonly CharterEvent[]; isDue: boolean },
): DecisionState {
  const { answer, takenBack } = escalation;
  if (takenBack) return 'taken-back';
  if (!answer) return isDue ? 'overdue' : 'open';
  const named = namedFor(escalation, history, acceptedDri(charter));
  return answer.by === charter.authority?.grantedBy || named.includes(answer.by) ? 'decided' : 'by-other';
}

/**
 * Every question of one charter, as its register tells it.
 *
 * @param history newest entries; may begin in the middle
 */
export function decisionLines(
  issueKey: IssueKey,
  { charter, history }: { readonly charter: Charter; readonly history: readonly CharterEvent[] },
  policy: Policy,
  now: Instant,
): readonly DecisionLine[] {
  const { authority } = charter;
  const due = new Set(decisionsDue({ charter, policy }, now).map(({ id }) => id));
  return charter.escalations.map((escalation): DecisionLine => {
    const { id, question, raisedBy, raisedAt, toAccountId, neededBy, answer, takenBack } = escalation;
    const isDue = due.has(id);
    const dueAt = isUndecided(escalation) ? decisionDueAt(escalation, policy) : null;
    const about = charter.agreements.find((one) => one.id === escalation.agreementId)?.deliverable;
    const decider = answer?.by ?? toAccountId;
    return {
      issueKey,
      id,
      state: stateOf(escalation, { charter, history, isDue }),
      question,
      askedBy: raisedBy,
      askedAt: raisedAt,
      decider,
      isGrantor: decider === authority?.grantedBy,
      ...(neededBy !== undefined && { decideBy: neededBy }),
      ...(dueAt !== null && { dueAt }),
      ...(authority?.inputs !== undefined && { inputs: authority.inputs }),
      ...(about !== undefined && { about }),
      ...(answer && { decision: answer.decision, decidedAt: answer.at }),
      ...(takenBack && { reason: takenBack.reason }),
      told: answer && raisedBy !== answer.by ? [raisedBy] : [],
    };
  });
}

const rank = ({ state }: DecisionLine): number => (state === 'overdue' ? 0 : state === 'open' ? 1 : 2);
const waitsUntil = ({ decideBy, dueAt, askedAt }: DecisionLine): string => decideBy ?? dueAt ?? askedAt;

/** What is overdue first, then what waits, the soonest first; then what was decided, the newest first. */
export function inRegisterOrder(lines: readonly DecisionLine[]): readonly DecisionLine[] {
  return [...lines].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const byTime =
      rank(a) < 2
        ? waitsUntil(a).localeCompare(waitsUntil(b))
        : compareInstants(b.decidedAt ?? b.askedAt, a.decidedAt ?? a.askedAt);
    return (
      byTime ||
      a.issueKey.localeCompare(b.issueKey, 'en', { numeric: true }) ||
      a.id.localeCompare(b.id, 'en', { numeric: true })
    );
  });
}

/** Lines that a reader asked for: all, those that wait, or those that were decided. */
export const DECISION_FILTERS = ['all', 'open', 'decided'] as const;
export type DecisionFilter = (typeof DECISION_FILTERS)[number];

export const isWanted = ({ state }: DecisionLine, filter: DecisionFilter): boolean =>
  filter === 'all' ||
  (filter === 'open' ? state === 'overdue' || state === 'open' : state === 'decided' || state === 'by-other');
