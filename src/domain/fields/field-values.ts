import { isOpen, isPromised, isUnsettled, type Agreement } from '../charter/agreement/agreement';
import { acceptedDri, emptyCharter, type Charter } from '../charter/charter';
import { saidOnTrack } from '../charter/check-in/off-track';
import { isUndecided } from '../charter/escalation/escalation';
import { isUnanswered } from '../commitments/parties';
import { isErased } from '../erased';
import { isUnderPolicy } from '../gate/coverage';
import { evaluate, nextCheckpoint } from '../gate/evaluate';
import type { GateResult } from '../gate/finding';
import type { Subject } from '../gate/subject';
import type { AccountId } from '../ids';
import { reachedSteps } from '../notices/clocks';
import { concerns, isAhead, asReachedStep } from '../notices/steps-by-cause';
import type { Audience } from '../policy/notice-steps';
import type { Instant, IsoDate } from '../time/time';

/** What the policy says of an item's next step, in the words that filters compare. */
export const GATE_WORDS = ['Not under policy', 'Blocked', 'Warned', 'Ready', 'Waived'] as const;
export type GateWord = (typeof GATE_WORDS)[number];

export const ON_TRACK_WORDS = ['Yes', 'No', 'Not said'] as const;
export type OnTrackWord = (typeof ON_TRACK_WORDS)[number];

/** How far a clock that has run out was told, nearest first. */
export const ESCALATION_WORDS = ['Reminded', 'DRI told', 'Sponsor told', 'Programme lead told'] as const;
export type EscalationWord = (typeof ESCALATION_WORDS)[number];

/** What the read-only fields of a work item say; null and an empty list are an empty field. */
export interface FieldValues {
  /** Who accepted to own it; a nominee is somebody the item waits for. */
  readonly dri: AccountId | null;
  /** Whose answer is missing, each person once. */
  readonly waitingFor: readonly AccountId[];
  /** Who promised something that is still to come. */
  readonly promisedBy: readonly AccountId[];
  readonly gate: GateWord | null;
  /** The earliest day of a promise that is still to come, also where it is over. */
  readonly nextPromiseDue: IsoDate | null;
  /** Promises whose delivery nobody accepted yet. */
  readonly openPromises: number | null;
  /** Requests, counter-proposals, new days, questions and gaps that wait for an answer. */
  readonly unanswered: number | null;
  readonly escalation: EscalationWord | null;
  /** What the owner said last. */
  readonly onTrack: OnTrackWord | null;
}

/** Whose turn it is in one agreement. */
function waitedFor(agreement: Agreement, dri: AccountId | undefined): readonly AccountId[] {
  const requester = dri === undefined ? [] : [dri];
  switch (agreement.status) {
    case 'requested':
      return agreement.question ? [dri ?? agreement.requestedBy] : [agreement.providerAccountId];
    case 'countered':
    case 'delivered':
      return requester;
    case 'acknowledged':
      if (!agreement.renegotiation) return [];
      return agreement.renegotiation.side === 'provider' ? requester : [agreement.providerAccountId];
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return [];
  }
}

// Jira takes no user it does not know.
const people = (accountIds: readonly AccountId[]): readonly AccountId[] =>
  [...new Set(accountIds)].filter((accountId) => !isErased(accountId));

/** Everyone whose yes is still missing: the nominee, and everybody whose turn an agreement is. */
const waitingFor = ({ dri, agreements }: Charter): readonly AccountId[] =>
  people([
    ...(dri?.status === 'nominated' ? [dri.accountId] : []),
    ...agreements.flatMap((agreement) => waitedFor(agreement, dri?.accountId)),
  ]);

const isQuestion = (agreement: Agreement): boolean =>
  agreement.status === 'requested' ||
  agreement.status === 'countered' ||
  (agreement.status === 'acknowledged' && agreement.renegotiation !== undefined);

const unansweredIn = ({ agreements, escalations, gaps }: Charter): number =>
  agreements.filter(isQuestion).length +
  escalations.filter(isUndecided).length +
  gaps.filter(isUnanswered).length;

/** Whether a record says nothing at all, as that of an item nobody has looked at. */
export const isUntouched = (charter: Charter): boolean =>
  charter === emptyCharter ||
  (charter.dri === null &&
    charter.declinedNomination === null &&
    charter.checkInCount === 0 &&
    [charter.agreements, charter.waivers, charter.escalations, charter.gaps, charter.passages].every(
      ({ length }) => length === 0,
    ));

/** What a verdict reads as; an item that follows the one above it reads as that one does. */
function gateWord({ item, policy }: Subject, gate: GateResult): GateWord | null {
  if (item.status.category === 'done') return null;
  if (gate.ofAncestor === undefined && !isUnderPolicy(policy, item.type)) return 'Not under policy';
  if (gate.verdict === 'block') return 'Blocked';
  if (gate.strictVerdict === 'block') return 'Warned';
  if (gate.waived.some(({ severity }) => severity === 'block')) return 'Waived';
  return gate.strictVerdict === 'warn' ? 'Warned' : 'Ready';
}

const FURTHEST: Readonly<Record<Audience, EscalationWord>> = {
  asked: 'Reminded',
  dri: 'DRI told',
  sponsor: 'Sponsor told',
  'programme-lead': 'Programme lead told',
};

function escalationWord({ charter, item, policy }: Subject, now: Instant): EscalationWord | null {
  const told = reachedSteps(charter, policy, now)
    .filter((step) => concerns(step, item.status.category) && !isAhead(step.cause))
    .flatMap((step) => asReachedStep(step, charter, policy).told)
    .map(({ audience }) => ESCALATION_WORDS.indexOf(FURTHEST[audience]));
  return ESCALATION_WORDS[Math.max(-1, ...told)] ?? null;
}

/** What the DRI said last since they own the work; nobody else speaks for them. */
function onTrackWord(charter: Charter, everyDays: number, now: Instant): OnTrackWord {
  const said = saidOnTrack(charter, everyDays, now);
  return said === null ? 'Not said' : said ? 'Yes' : 'No';
}

const nextDay = (days: readonly IsoDate[]): IsoDate | null => [...days].sort()[0] ?? null;

/**
 * What every field of ours says of a work item. The verdict is the gate's own, asked at the item's next step.
 *
 * @param now decides what is overdue
 */
export function fieldValues(subject: Subject, now: Instant): FieldValues {
  const { charter, item, policy } = subject;
  const counted = !isUntouched(charter) || isUnderPolicy(policy, item.type);
  const toCome = charter.agreements.flatMap((one) => (one.status === 'acknowledged' ? [one] : []));
  const open = charter.agreements.filter((one) => isOpen(one) && isPromised(one) && isUnsettled(one));
  const owner = acceptedDri(charter);
  return {
    dri: owner !== null && !isErased(owner) ? owner : null,
    waitingFor: waitingFor(charter),
    promisedBy: people(toCome.map(({ providerAccountId }) => providerAccountId)),
    gate: gateWord(subject, evaluate(subject, nextCheckpoint(item), now)),
    nextPromiseDue: nextDay(toCome.map(({ committedBy }) => committedBy)),
    openPromises: counted ? open.length : null,
    unanswered: counted ? unansweredIn(charter) : null,
    escalation: escalationWord(subject, now),
    onTrack:
      counted && item.status.category !== 'done' ? onTrackWord(charter, policy.checkInEveryDays, now) : null,
  };
}
