import type { Agreement, AgreementStatus } from '../charter/agreement/agreement';
import { isSelfDealt } from '../charter/agreement/agreement';
import { acceptedDri } from '../charter/charter';
import { openNeeds } from '../charter/check-in/check-ins';
import type { CharterEvent } from '../charter/events';
import { isErased } from '../erased';
import { HOLDFAST_ACTOR, type AccountId, type AgreementId } from '../ids';
import { addDays, isBefore, msOf, type Instant } from '../time/time';
import { sponsorOf } from './audience';
import { backTo, driWhen, isPutTo, nominatorOf, ownsBefore, providerWhen, type Past } from './moves-past';

export type { Past } from './moves-past';

/**
 * Something one person is told promptly. `move`: it is theirs now, and told as long as it is. `answer`: they waited for
 * it, and hear of it whatever came after.
 */
export interface Prompt {
  /** The same for the same event, whoever computes it, whenever. */
  readonly step: string;
  /** The event's number in the whole history, counted from 0. */
  readonly ordinal: number;
  readonly event: CharterEvent;
  readonly who: AccountId;
  readonly kind: 'move' | 'answer';
}

/** What happened longer ago than this is history, and nobody is told of it promptly any more. */
const NEWS_DAYS = 1;
/** Moves for one person within this time are told together, and what is undone in it is not told. */
export const GATHERED_SECONDS = 180;

const STEP = /^move:(\d+)$/;
const stepOf = (ordinal: number): string => `move:${ordinal}`;

/** Whether a step names something that is told promptly. */
export const isMoveStep = (step: string): boolean => STEP.test(step);

type Told = readonly (readonly [AccountId | null | undefined, Prompt['kind']])[];

const NOBODY: Told = [];
const move = (...who: readonly (AccountId | null | undefined)[]): Told =>
  who.map((accountId) => [accountId, 'move']);
const answer = (who: AccountId | null | undefined): Told => [[who, 'answer']];

/** Whoever stands behind the owner; without an owner, behind the last one. */
const sponsorNow = (past: Past, before: number): AccountId | undefined => {
  const { charter } = past;
  if (charter.dri) return sponsorOf(charter) ?? undefined;
  const last = backTo(past, before, 'dri-accepted')?.by;
  const { authority } = charter;
  if (last !== undefined && authority?.grantedTo === last) return authority.grantedBy;
  return last === undefined ? undefined : nominatorOf(past, before, last);
};

/** Steps of an agreement that hand its turn to nobody. */
const PASSIVE: readonly CharterEvent['type'][] = ['agreement-linked', 'debrief-written'];

/** Nothing happened to the agreement after this event, and it is in the state to which the event brought it. */
function stands(
  { charter, history }: Past,
  at: number,
  agreementId: AgreementId,
  status: AgreementStatus,
): Agreement | undefined {
  const found = charter.agreements.find(({ id }) => id === agreementId);
  const later = history
    .slice(at + 1)
    .some(
      (event) => 'agreementId' in event && event.agreementId === agreementId && !PASSIVE.includes(event.type),
    );
  return found?.status === status && !later ? found : undefined;
}

function ofAsking(past: Past, at: number, agreementId: AgreementId): Told {
  const agreement = stands(past, at, agreementId, 'requested');
  if (!agreement || isSelfDealt(agreement, past.charter.dri?.accountId)) return NOBODY;
  return move(agreement.providerAccountId);
}

const ofDri = (past: Past, at: number, agreementId: AgreementId, status: AgreementStatus): Told =>
  stands(past, at, agreementId, status) ? move(acceptedDri(past.charter)) : NOBODY;

/** Whoever took back in time what nobody had been told yet leaves nothing to tell; who declined waits for nothing. */
function ofWithdrawal(past: Past, at: number, agreementId: AgreementId): Told {
  const withdrawn = past.history[at];
  const before = past.history
    .slice(0, at)
    .findLast((event) => 'agreementId' in event && event.agreementId === agreementId);
  if (!withdrawn || before?.type === 'agreement-declined') return NOBODY;
  const untold =
    before !== undefined && isPutTo(before) && msOf(withdrawn.at) - msOf(before.at) < GATHERED_SECONDS * 1000;
  return untold ? NOBODY : answer(providerWhen(past, at, agreementId));
}

function ofRenegotiation(past: Past, at: number, agreementId: AgreementId): Told {
  const agreement = stands(past, at, agreementId, 'acknowledged');
  if (agreement?.status !== 'acknowledged' || !agreement.renegotiation) return NOBODY;
  const { side } = agreement.renegotiation;
  return move(side === 'provider' ? acceptedDri(past.charter) : agreement.providerAccountId);
}

/** A check-in that says no is the sponsor's; what it needs and nobody was asked for since, that person's. */
function ofCheckIn(past: Past, at: number): Told {
  const { charter, history } = past;
  const event = history[at];
  const last = history.findLastIndex(({ type }) => type === 'check-in-submitted') === at;
  if (event?.type !== 'check-in-submitted' || !last) return NOBODY;
  const off = !event.onTrack && acceptedDri(charter) === event.by;
  return move(off ? sponsorNow(past, at) : null, ...openNeeds(charter).map(({ accountId }) => accountId));
}

/** Nobody owns it any more since this event: whoever is behind it names somebody. */
function ofLeaving(past: Past, at: number, by: AccountId): Told {
  const { charter, history } = past;
  const since = history.slice(at + 1).some(({ type }) => type === 'dri-nominated');
  if (charter.dri || since) return NOBODY;
  return move(ownsBefore(past, at, by) ? sponsorNow(past, at) : nominatorOf(past, at, by));
}

function toldOf(past: Past, at: number): Told {
  const { charter, history } = past;
  const event = history[at];
  if (!event) return NOBODY;
  switch (event.type) {
    case 'dri-nominated': {
      const standing =
        charter.dri?.status === 'nominated' &&
        history.findLastIndex(({ type }) => type === event.type) === at;
      return standing ? move(charter.dri.accountId) : NOBODY;
    }
    case 'dri-accepted':
      return answer(nominatorOf(past, at, event.by));
    case 'dri-declined':
      return ofLeaving(past, at, event.by);
    case 'review-decided':
      return event.choice === 'release' ? ofLeaving(past, at, event.by) : NOBODY;
    case 'agreement-requested':
    case 'agreement-restated':
    case 'agreement-reassigned':
      return ofAsking(past, at, event.agreementId);
    case 'agreement-acknowledged':
      return answer(driWhen(past, at, event.agreementId));
    case 'agreement-countered':
      return ofDri(past, at, event.agreementId, 'countered');
    case 'agreement-declined':
      return ofDri(past, at, event.agreementId, 'declined');
    case 'agreement-delivered':
      return ofDri(past, at, event.agreementId, 'delivered');
    case 'counter-accepted':
    case 'delivery-accepted':
      return answer(providerWhen(past, at, event.agreementId));
    case 'delivery-returned':
      return move(stands(past, at, event.agreementId, 'acknowledged')?.providerAccountId);
    case 'renegotiation-proposed':
      return ofRenegotiation(past, at, event.agreementId);
    case 'renegotiation-answered': {
      const { agreementId } = event;
      const provider = providerWhen(past, at, agreementId);
      return answer(event.by === provider ? driWhen(past, at, agreementId) : provider);
    }
    case 'agreement-withdrawn':
      return ofWithdrawal(past, at, event.agreementId);
    case 'escalation-raised':
    case 'escalation-answered': {
      const question = charter.escalations.find(({ id }) => id === event.escalationId);
      if (event.type === 'escalation-answered') return answer(question?.raisedBy);
      return question?.answer ? NOBODY : move(question?.toAccountId);
    }
    case 'gap-raised':
    case 'gap-answered': {
      const gap = charter.gaps.find(({ id }) => id === event.gapId);
      if (event.type === 'gap-answered') return answer(gap?.raisedBy);
      return gap?.answer ? NOBODY : move(acceptedDri(charter) ?? sponsorNow(past, at));
    }
    case 'check-in-submitted':
      return ofCheckIn(past, at);
    default:
      return NOBODY;
  }
}

function promptsAt(past: Past, at: number): readonly Prompt[] {
  const event = past.history[at];
  if (!event || past.charter.itemDeletedAt !== undefined) return [];
  const ordinal = past.earlier + at;
  const told = new Map<AccountId, Prompt['kind']>();
  for (const [who, kind] of toldOf(past, at)) {
    if (who === null || who === undefined || who === event.by) continue;
    if (who === HOLDFAST_ACTOR || isErased(who) || told.has(who)) continue;
    told.set(who, kind);
  }
  return [...told].map(([who, kind]) => ({ step: stepOf(ordinal), ordinal, event, who, kind }));
}

/**
 * Whom the newest events of a charter tell promptly, in the order of the events: whoever holds an open move, and whoever
 * waited for an answer. Never who caused it, each person once an event, and nothing that is older than a day.
 */
export function promptsOf(past: Past, now: Instant): readonly Prompt[] {
  const since = addDays(now, -NEWS_DAYS);
  return past.history.flatMap((event, at) => (isBefore(event.at, since) ? [] : promptsAt(past, at)));
}

/**
 * What a step tells somebody as the charter stands, however old it is; undefined where the move is not theirs any more,
 * or the event is older than the history at hand. An answer that was theirs stays theirs.
 */
export function promptOf(past: Past, step: string, who: AccountId): Prompt | undefined {
  const ordinal = STEP.exec(step)?.[1];
  if (ordinal === undefined) return undefined;
  return promptsAt(past, Number(ordinal) - past.earlier).find((one) => one.who === who);
}

/**
 * The step by which somebody was first told of what they are asked: an agreement, a nomination or a question. Undefined
 * where the history at hand does not reach back to it.
 */
export function invitationTo(
  { history, earlier }: Past,
  asked: { readonly agreementId?: string | undefined; readonly escalationId?: string | undefined },
): string | undefined {
  const at = history.findLastIndex((event) => {
    if (asked.agreementId !== undefined) {
      return isPutTo(event) && 'agreementId' in event && event.agreementId === asked.agreementId;
    }
    if (asked.escalationId !== undefined) {
      return event.type === 'escalation-raised' && event.escalationId === asked.escalationId;
    }
    return event.type === 'dri-nominated';
  });
  return at < 0 ? undefined : stepOf(earlier + at);
}

/** Whether the events written at a moment tell anybody. */
export const tellsAnybody = (past: Past, at: Instant): boolean =>
  past.history.some((event, index) => event.at === at && promptsAt(past, index).length > 0);
