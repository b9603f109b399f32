import type { texts } from '../../../texts/compiled/en/forms';
import { emptyCharter, type Charter } from '../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { evolve } from '../../../src/domain/charter/evolve';
import type { RuleId } from '../../../src/domain/policy/rules';
import type { AccountId } from '../../../src/domain/values';
import { agreementEntry, knownFrom, type Known } from './agreement-history';
import { followThroughEntry } from './follow-through-history';
import { change, type Change } from './history-change';
import { moveEntry } from './move-history';

export const TOPICS = ['ownership', 'agreements', 'moves'] as const;
export type Topic = (typeof TOPICS)[number];

/** The texts that lines of a history are told by, by their names. */
type EntryText = Exclude<
  Extract<keyof typeof texts, `panel.history${string}`> extends `panel.${infer Name}` ? Name : never,
  'historyMore'
>;

/** A line of the timeline: a text's name, who it speaks of, and words to quote. */
export interface Entry {
  readonly topic: Topic;
  readonly text: EntryText;
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
    case 'owner-step-undone':
      return { ...stamp, topic: 'ownership', text: 'historyOwnerUndone' };
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
    case 'reply-announced':
    case 'more-asked':
    case 'yes-recorded':
    case 'provider-replaced':
    case 'agreement-taken-back':
    case 'agreement-settled':
    case 'agreement-taken-on':
    case 'agreement-carried':
    case 'agreement-step-undone':
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
    case 'agreement-taken-over':
      return agreementEntry(event, known, before);
    case 'check-in-submitted':
    case 'escalation-raised':
    case 'escalation-answered':
    case 'escalation-redirected':
    case 'escalation-taken-back':
    case 'question-taken-over':
    case 'gap-raised':
    case 'gap-answered':
    case 'review-decided':
    case 'review-date-set':
    case 'debrief-written':
      return followThroughEntry(event, known);
    case 'dri-access-changed':
    case 'departure-changed':
      return comingsEntry(event, stamp);
    case 'person-reached':
      return {
        ...stamp,
        topic: 'agreements',
        text: event.way === 'opened' ? 'historyReachedOpened' : 'historyReached',
        person: event.accountId,
      };
    case 'vital-marked':
    case 'waiver-granted':
    case 'waiver-ended':
    case 'passage-recorded':
    case 'item-moved':
    case 'step-set-aside':
    case 'item-deleted':
    case 'item-restored':
    case 'item-done-changed':
      return moveEntry(event);
    default:
      return unknownEntry(event);
  }
}

/** That somebody can do nothing here any more, or can again. */
function comingsEntry(
  event: Extract<CharterEvent, { type: 'dri-access-changed' | 'departure-changed' }>,
  stamp: Pick<Told, 'at' | 'by'>,
): Told {
  const { accountId: person } = event;
  if (event.type === 'departure-changed')
    return { ...stamp, topic: 'ownership', text: event.left ? 'historyLeft' : 'historyBack', person };
  return {
    ...stamp,
    topic: 'ownership',
    text: event.sees ? 'historyAccessBack' : 'historyAccessLost',
    person,
  };
}

/** Unreachable for the types above; a newer version's event may still be in the history. */
const unknownEntry = (event: never): Told => {
  const { at, by }: { at: string; by: string } = event;
  return { at, by, topic: 'moves', text: 'historyUnknown' };
};
