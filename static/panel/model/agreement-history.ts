import type { AgreementEvent } from '../../../src/domain/charter/agreement/evolve-agreement';
import type { CharterEvent } from '../../../src/domain/charter/events';
import type { Told } from './history';

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
    if (event.type === 'agreement-reassigned' && providers.get(event.agreementId) === event.by) {
      handovers.add(event);
    }
    if (event.type === 'agreement-requested' || event.type === 'agreement-reassigned') {
      providers.set(event.agreementId, event.providerAccountId);
    }
  }
  return { deliverables, handovers, handedBack };
}

type Words = Pick<Told, 'text' | 'person' | 'date' | 'quote'>;

function wordsOf(event: AgreementEvent, known: Known): Words {
  switch (event.type) {
    case 'agreement-acknowledged':
      return { text: 'historyAcknowledged', date: event.committedBy };
    case 'agreement-declined':
      return { text: 'historyAgreementDeclined', quote: event.reason };
    case 'agreement-withdrawn':
      return { text: 'historyWithdrawn', quote: event.reason };
    case 'agreement-countered':
      return { text: 'historyCountered', date: event.committedBy, quote: event.reason };
    case 'counter-accepted':
      return { text: 'historyCounterAccepted' };
    case 'agreement-restated':
      return event.neededBy === undefined
        ? { text: 'historyRestated' }
        : { text: 'historyRestatedDate', date: event.neededBy };
    case 'agreement-reassigned': {
      const text = known.handovers.has(event) ? 'historyHandedOver' : 'historyReassigned';
      return { text, person: event.providerAccountId };
    }
    case 'agreement-delivered':
      return { text: event.late ? 'historyDeliveredLate' : 'historyDelivered', quote: event.evidence };
    case 'agreement-confirmed':
      return event.onTrack ? { text: 'historyConfirmed' } : { text: 'historyDoubted', quote: event.reason };
    case 'delivery-accepted':
      return { text: 'historyDeliveryAccepted' };
    case 'delivery-returned': {
      const text = event.cause === 'spec' ? 'historyReturnedSpec' : 'historyReturnedQuality';
      return { text, quote: event.reason };
    }
    case 'renegotiation-proposed':
      return { text: 'historyDateAsked', date: event.committedBy, quote: event.reason };
    case 'agreement-linked':
      return { text: 'historyLinked', quote: event.providerIssueKey };
    case 'renegotiation-answered':
      return { text: event.accepted ? 'historyDateTaken' : 'historyDateKept' };
  }
}

/** The line of an event in the life of an agreement that was asked for. */
export const agreementEntry = (event: AgreementEvent, known: Known): Told => ({
  at: event.at,
  by: event.by,
  topic: 'agreements',
  what: known.deliverables.get(event.agreementId) ?? event.agreementId,
  ...wordsOf(event, known),
});
