import { emptyCharter, type Charter } from '../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { evolve } from '../../../src/domain/charter/evolve';
import { rulesOf } from '../../../src/domain/charter/warned-moves';
import type { RuleId } from '../../../src/domain/policy/rules';
import type { AccountId } from '../../../src/domain/values';
import { agreementEntry, knownFrom, type Known } from './agreement-history';
import { change, type Change } from './history-change';

export const TOPICS = ['ownership', 'agreements', 'moves'] as const;
export type Topic = (typeof TOPICS)[number];

/** A line of the timeline: a text's name, who it speaks of, and words to quote. */
export interface Entry {
  readonly topic: Topic;
  readonly text:
    | 'historyNominated'
    | 'historyAccepted'
    | 'historyDeclined'
    | 'historyDeclinedSuggesting'
    | 'historyAuthority'
    | 'historyNone'
    | 'historyNoFurther'
    | 'historyRequested'
    | 'historyAcknowledged'
    | 'historyAgreementDeclined'
    | 'historyWithdrawn'
    | 'historyHandedBack'
    | 'historyHandedBackSuggesting'
    | 'historyCountered'
    | 'historyCounterAccepted'
    | 'historyRestated'
    | 'historyRestatedDate'
    | 'historyReassigned'
    | 'historyHandedOver'
    | 'historyDelivered'
    | 'historyDeliveredLate'
    | 'historyDeliveryAccepted'
    | 'historyReturnedSpec'
    | 'historyReturnedQuality'
    | 'historyDateAsked'
    | 'historyDateTaken'
    | 'historyDateKept'
    | 'historyLinked'
    | 'historyConfirmed'
    | 'historyDoubted'
    | 'historyBrief'
    | 'historyPassedObserve'
    | 'historyPassedCoach'
    | 'historyPassedUnchecked'
    | 'historyPassedWaived'
    | 'historyPassedWarned'
    | 'historyPassedBypass'
    | 'historyWaived'
    | 'historyOnTrack'
    | 'historyOffTrack'
    | 'historyEscalated'
    | 'historyDecided'
    | 'historyGapRaised'
    | 'historyGapAnswered'
    | 'historyRecommitted'
    | 'historyRedated'
    | 'historyReviewDate'
    | 'historyReleased'
    | 'historyDebrief'
    | 'historyWaiverEnded'
    | 'historyItemMoved'
    | 'historyItemDeleted'
    | 'historyItemRestored'
    | 'historyAccessLost'
    | 'historyAccessBack'
    | 'historyUnknown';
  readonly by: AccountId;
  readonly person?: AccountId | undefined;
  readonly what?: string;
  readonly date?: string | undefined;
  readonly checkpoint?: 'start' | 'finish';
  readonly count?: number;
  /** The rules a move passed although they were unmet, as far as this version knows them. */
  readonly rules?: readonly RuleId[];
  readonly quote?: string | undefined;
  readonly at: string;
  /** Counted from 0, the oldest; an entry keeps its number for good. */
  readonly number: number;
  readonly agreementId?: string;
  /** What took the place of something. */
  readonly change?: Change | undefined;
}

const reviewedText = {
  recommit: 'historyRecommitted',
  're-date': 'historyRedated',
  release: 'historyReleased',
} as const;

const passedText = {
  observe: 'historyPassedObserve',
  coach: 'historyPassedCoach',
  unchecked: 'historyPassedUnchecked',
  waived: 'historyPassedWaived',
  warned: 'historyPassedWarned',
  bypass: 'historyPassedBypass',
} as const;

/** An entry in words, without its place in the history. */
export type Told = Omit<Entry, 'number' | 'agreementId'>;

/**
 * Every event as a line, newest first. Agreements are told by what was promised, as it was asked; where that is older
 * than these events, by `promised`. `first`: the number of the first event.
 */
export function timeline(
  history: readonly CharterEvent[],
  first = 0,
  promised: ReadonlyMap<string, string> = new Map(),
): readonly Entry[] {
  const known = knownFrom(history, promised);
  let charter = emptyCharter;
  const entries = history.map((event, place): Entry => {
    const { change: replaced, ...told } = entryOf(event, known, charter);
    charter = evolve(charter, event);
    return {
      ...told,
      number: first + place,
      ...('agreementId' in event && { agreementId: event.agreementId }),
      ...(replaced && { change: replaced }),
    };
  });
  return entries.reverse();
}

/** `before`: the charter that the event met, as far as these events tell it. */
function entryOf(event: CharterEvent, known: Known, before: Charter): Told {
  const stamp = { at: event.at, by: event.by };
  switch (event.type) {
    case 'dri-nominated':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyNominated',
        person: event.accountId,
        change: change('person', before.dri?.accountId, event.accountId),
      };
    case 'dri-accepted':
      return { ...stamp, topic: 'ownership', text: 'historyAccepted' };
    case 'dri-declined': {
      const person = event.suggestedAccountId;
      const verb = known.handedBack.has(event) ? 'historyHandedBack' : 'historyDeclined';
      const text = person === undefined ? verb : (`${verb}Suggesting` as const);
      return { ...stamp, topic: 'ownership', text, person, quote: event.reason };
    }
    case 'authority-granted':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyAuthority',
        person: event.grantedTo,
        quote: event.decisions,
        change: change('text', before.authority?.decisions, event.decisions),
      };
    case 'no-dependencies-declared':
      return { ...stamp, topic: 'agreements', text: 'historyNone' };
    case 'no-further-dependencies-declared':
      return { ...stamp, topic: 'agreements', text: 'historyNoFurther' };
    case 'agreement-requested':
      return {
        ...stamp,
        what: event.deliverable,
        topic: 'agreements',
        text: 'historyRequested',
        person: event.providerAccountId,
        date: event.neededBy,
      };
    case 'brief-written':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyBrief',
        quote: event.outcome,
        change: change('text', before.brief?.outcome, event.outcome),
      };
    case 'agreement-acknowledged':
    case 'agreement-declined':
    case 'agreement-withdrawn':
    case 'agreement-countered':
    case 'counter-accepted':
    case 'agreement-restated':
    case 'agreement-reassigned':
    case 'agreement-delivered':
    case 'agreement-confirmed':
    case 'delivery-accepted':
    case 'delivery-returned':
    case 'renegotiation-proposed':
    case 'renegotiation-answered':
    case 'agreement-linked':
      return agreementEntry(event, known, before);
    case 'check-in-submitted':
      return {
        ...stamp,
        topic: 'ownership',
        text: event.onTrack ? 'historyOnTrack' : 'historyOffTrack',
        quote: event.biggestRisk,
      };
    case 'escalation-raised':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyEscalated',
        person: event.toAccountId,
        quote: event.question,
      };
    case 'escalation-answered':
      return { ...stamp, topic: 'ownership', text: 'historyDecided', quote: event.decision };
    case 'gap-raised':
      return { ...stamp, topic: 'ownership', text: 'historyGapRaised', quote: event.what };
    case 'gap-answered':
      return { ...stamp, topic: 'ownership', text: 'historyGapAnswered', quote: event.answer };
    case 'review-decided':
      return {
        ...stamp,
        topic: 'ownership',
        text: reviewedText[event.choice],
        date: event.reviewOn,
        quote: event.reason,
      };
    case 'review-date-set':
      return { ...stamp, topic: 'ownership', text: 'historyReviewDate', date: event.reviewOn };
    case 'debrief-written':
      return {
        ...stamp,
        topic: 'agreements',
        text: 'historyDebrief',
        what: known.deliverables.get(event.agreementId) ?? event.agreementId,
        quote: event.changesNow,
      };
    case 'waiver-granted':
      return {
        ...stamp,
        topic: 'moves',
        text: 'historyWaived',
        count: event.rules.length,
        date: event.expiresAt.slice(0, 10),
        quote: event.reason,
      };
    case 'waiver-ended':
      return { ...stamp, topic: 'moves', text: 'historyWaiverEnded', quote: event.reason };
    case 'passage-recorded':
      return {
        ...stamp,
        by: event.passage.movedBy ?? event.by,
        topic: 'moves',
        text: passedText[event.passage.reason],
        checkpoint: event.passage.checkpoint,
        count: event.passage.rules.length,
        rules: rulesOf(event.passage),
      };
    case 'item-moved':
      return { ...stamp, topic: 'moves', text: 'historyItemMoved', what: event.from };
    case 'item-deleted':
      return { ...stamp, topic: 'moves', text: 'historyItemDeleted' };
    case 'dri-access-changed':
      return {
        ...stamp,
        topic: 'ownership',
        text: event.sees ? 'historyAccessBack' : 'historyAccessLost',
        person: event.accountId,
      };
    case 'item-restored':
      return { ...stamp, topic: 'moves', text: 'historyItemRestored' };
    default:
      return unknownEntry(event);
  }
}

/** Unreachable for the types above; a newer version's event may still be in the history. */
const unknownEntry = (event: never): Told => {
  const { at, by }: { at: string; by: string } = event;
  return { at, by, topic: 'moves', text: 'historyUnknown' };
};
