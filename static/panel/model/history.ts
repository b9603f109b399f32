import type { CharterEvent } from '../../../src/domain/charter/events';
import type { AccountId } from '../../../src/domain/values';

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
    | 'historyRequested'
    | 'historyAcknowledged'
    | 'historyAgreementDeclined'
    | 'historyWithdrawn'
    | 'historyPassedObserve'
    | 'historyPassedCoach'
    | 'historyPassedUnchecked'
    | 'historyUnknown';
  readonly by: AccountId;
  readonly person?: AccountId | undefined;
  readonly what?: string;
  readonly date?: string;
  readonly checkpoint?: 'start' | 'finish';
  readonly count?: number;
  readonly quote?: string;
  readonly at: string;
}

const passedText = {
  observe: 'historyPassedObserve',
  coach: 'historyPassedCoach',
  unchecked: 'historyPassedUnchecked',
} as const;

/** Every event as a line, newest first. Agreements are told by what was promised, as it was asked. */
export function timeline(history: readonly CharterEvent[]): readonly Entry[] {
  const deliverables = new Map(
    history.flatMap((event) =>
      event.type === 'agreement-requested' ? [[event.agreementId, event.deliverable]] : [],
    ),
  );
  return history.map((event) => entryOf(event, deliverables)).reverse();
}

function entryOf(event: CharterEvent, deliverables: ReadonlyMap<string, string>): Entry {
  const stamp = { at: event.at, by: event.by };
  const named = (agreementId: string) => ({ what: deliverables.get(agreementId) ?? agreementId });
  switch (event.type) {
    case 'dri-nominated':
      return { ...stamp, topic: 'ownership', text: 'historyNominated', person: event.accountId };
    case 'dri-accepted':
      return { ...stamp, topic: 'ownership', text: 'historyAccepted' };
    case 'dri-declined': {
      const person = event.suggestedAccountId;
      const text = person === undefined ? 'historyDeclined' : 'historyDeclinedSuggesting';
      return { ...stamp, topic: 'ownership', text, person, quote: event.reason };
    }
    case 'authority-granted':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyAuthority',
        person: event.grantedTo,
        quote: event.decisions,
      };
    case 'no-dependencies-declared':
      return { ...stamp, topic: 'agreements', text: 'historyNone' };
    case 'agreement-requested':
      return {
        ...stamp,
        ...named(event.agreementId),
        topic: 'agreements',
        text: 'historyRequested',
        person: event.providerAccountId,
        date: event.neededBy,
      };
    case 'agreement-acknowledged':
      return {
        ...stamp,
        ...named(event.agreementId),
        topic: 'agreements',
        text: 'historyAcknowledged',
        date: event.committedBy,
      };
    case 'agreement-declined':
      return {
        ...stamp,
        ...named(event.agreementId),
        topic: 'agreements',
        text: 'historyAgreementDeclined',
        quote: event.reason,
      };
    case 'agreement-withdrawn':
      return {
        ...stamp,
        ...named(event.agreementId),
        topic: 'agreements',
        text: 'historyWithdrawn',
        quote: event.reason,
      };
    case 'passage-recorded':
      return {
        ...stamp,
        by: event.passage.movedBy ?? event.by,
        topic: 'moves',
        text: passedText[event.passage.reason],
        checkpoint: event.passage.checkpoint,
        count: event.passage.rules.length,
      };
    default:
      return unknownEntry(event);
  }
}

/** Unreachable for the types above; a newer version's event may still be in the history. */
const unknownEntry = (event: never): Entry => {
  const { at, by }: { at: string; by: string } = event;
  return { at, by, topic: 'moves', text: 'historyUnknown' };
};
