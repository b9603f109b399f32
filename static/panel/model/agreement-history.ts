import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../../src/domain/charter/charter';
import type { AgreementEvent } from '../../../src/domain/charter/events';
import type { CharterEvent } from '../../../src/domain/charter/events';
import type { Told } from './history';
import { change } from './history-change';

/** What the lines of a history need from the events before them. */
export interface Known {
  /** Agreement id → what was promised, as it was first asked. */
  readonly deliverables: ReadonlyMap<string, string>;
  /** Events in which the acting provider passed their own promise on. */
  readonly handovers: ReadonlySet<CharterEvent>;
  /** Declines by somebody who had accepted ownership before. */
  readonly handedBack: ReadonlySet<CharterEvent>;
}

/** Goes through a history once, oldest first. */
export function knownFrom(
  history: readonly CharterEvent[],
  promised: ReadonlyMap<string, string> = new Map(),
): Known {
  const deliverables = new Map(promised);
  const providers = new Map<string, string>();
  const handovers = new Set<CharterEvent>();
  const handedBack = new Set<CharterEvent>();
  let accepted = false;
  for (const event of history) {
    if (event.type === 'dri-declined' && accepted) handedBack.add(event);
    if (event.type === 'dri-accepted') accepted = true;
    if (event.type === 'dri-declined' || event.type === 'dri-nominated') accepted = false;
    if (event.type === 'agreement-requested') deliverables.set(event.agreementId, event.deliverable);
    if (event.type === 'agreement-carried') deliverables.set(event.agreementId, event.deliverable);
    if (event.type === 'owner-step-undone') accepted = event.owns;
    if (event.type === 'agreement-reassigned' && providers.get(event.agreementId) === event.by) {
      handovers.add(event);
    }
    if (event.type === 'provider-replaced' || event.type === 'agreement-taken-over') {
      providers.set(event.agreementId, event.providerAccountId);
    }
    const asks = ['agreement-requested', 'agreement-carried', 'agreement-reassigned'].includes(event.type);
    if (asks && 'agreementId' in event && 'providerAccountId' in event) {
      providers.set(event.agreementId, event.providerAccountId);
    }
  }
  return { deliverables, handovers, handedBack };
}

type Words = Pick<Told, 'text' | 'person' | 'date' | 'quote' | 'change'>;

/** `agreement`: as the event met it; undefined where the events at hand begin later. */
function wordsOf(event: AgreementEvent, known: Known, agreement: Agreement | undefined): Words {
  const promise = agreement?.status === 'acknowledged' ? agreement : undefined;
  switch (event.type) {
    case 'agreement-acknowledged':
      return { text: 'historyAcknowledged', date: event.committedBy };
    case 'agreement-declined':
      return { text: 'historyAgreementDeclined', quote: event.reason };
    case 'agreement-withdrawn':
      return { text: 'historyWithdrawn', quote: event.reason };
    case 'agreement-countered': {
      const replaced = change('date', agreement?.neededBy, event.committedBy);
      return { text: 'historyCountered', date: event.committedBy, quote: event.reason, change: replaced };
    }
    case 'reply-announced':
      return { text: 'historyReplyLater', date: event.replyBy, quote: event.reason };
    case 'counter-accepted': {
      const counter = agreement?.status === 'countered' ? agreement.counter : undefined;
      const replaced = change('date', agreement?.neededBy, counter?.committedBy);
      return { text: 'historyCounterAccepted', change: replaced };
    }
    case 'yes-recorded':
      return { text: 'historyYesRecorded', date: event.committedBy };
    case 'more-asked':
      return { text: 'historyAskedMore', quote: event.question };
    case 'agreement-taken-back':
      return { text: 'historyRequestTakenBack', quote: event.reason };
    case 'agreement-settled': {
      const settled = {
        delivered: 'historySettledDelivered',
        'not-needed': 'historySettledNotNeeded',
        moved: 'historySettledMoved',
      } as const;
      return { text: settled[event.as], quote: event.toIssueKey };
    }
    case 'agreement-taken-on':
      return { text: 'historyTakenOn' };
    case 'agreement-carried':
      return { text: 'historyCarried', person: event.providerAccountId, quote: event.from };
    case 'agreement-step-undone':
      return { text: 'historyUndone' };
    case 'provider-replaced': {
      const { providerAccountId: person, reason: quote } = event;
      return {
        text: 'historyReplaced',
        person,
        quote,
        change: change('person', agreement?.providerAccountId, person),
      };
    }
    case 'agreement-restated': {
      const replaced =
        change('date', agreement?.neededBy, event.neededBy) ??
        change('text', agreement?.deliverable, event.deliverable) ??
        change('text', agreement?.acceptance, event.acceptance);
      if (event.answer !== undefined && replaced === undefined) {
        return { text: 'historyAnswered', quote: event.answer };
      }
      return event.neededBy === undefined
        ? { text: 'historyRestated', change: replaced }
        : { text: 'historyRestatedDate', date: event.neededBy, change: replaced };
    }
    case 'agreement-reassigned': {
      const { providerAccountId: person } = event;
      const text = known.handovers.has(event) ? 'historyHandedOver' : 'historyReassigned';
      return { text, person, change: change('person', agreement?.providerAccountId, person) };
    }
    case 'agreement-delivered':
      return { text: event.late ? 'historyDeliveredLate' : 'historyDelivered', quote: event.evidence };
    case 'agreement-taken-over': {
      const { providerAccountId: person, fromAccountId } = event;
      return {
        text: 'historyTakenOver',
        person: fromAccountId,
        change: change('person', fromAccountId, person),
      };
    }
    case 'agreement-confirmed':
      return event.onTrack ? { text: 'historyConfirmed' } : { text: 'historyDoubted', quote: event.reason };
    case 'delivery-accepted':
      return { text: 'historyDeliveryAccepted' };
    case 'delivery-returned': {
      const text = event.cause === 'spec' ? 'historyReturnedSpec' : 'historyReturnedQuality';
      return { text, quote: event.reason };
    }
    case 'renegotiation-proposed': {
      const replaced = change('date', promise?.committedBy, event.committedBy);
      return { text: 'historyDateAsked', date: event.committedBy, quote: event.reason, change: replaced };
    }
    case 'renegotiation-answered':
      return event.accepted
        ? {
            text: 'historyDateTaken',
            change: change('date', promise?.committedBy, promise?.renegotiation?.committedBy),
          }
        : { text: 'historyDateKept' };
    case 'agreement-linked': {
      const { providerIssueKey: quote, proposedBy } = event;
      if (proposedBy !== undefined) return { text: 'historyLinkProposed', quote };
      return { text: 'historyLinked', quote, change: change('text', agreement?.providerIssueKey, quote) };
    }
  }
}

/** The line of an event in the life of an agreement that was asked for. */
export const agreementEntry = (event: AgreementEvent, known: Known, { agreements }: Charter): Told => ({
  at: event.at,
  by: event.by,
  topic: 'agreements',
  what: known.deliverables.get(event.agreementId) ?? event.agreementId,
  ...wordsOf(
    event,
    known,
    agreements.find(({ id }) => id === event.agreementId),
  ),
});
