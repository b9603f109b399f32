import type { Agreement } from '../agreement/agreement';
import { emptyCharter, PASSAGES_KEPT, type Charter } from './charter';
import type { CharterEvent } from './events';

const withAgreement = (
  charter: Charter,
  id: string,
  change: (agreement: Agreement) => Agreement,
): Charter => ({
  ...charter,
  agreements: charter.agreements.map((agreement) => (agreement.id === id ? change(agreement) : agreement)),
});

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export function evolve(charter: Charter, event: CharterEvent): Charter {
  switch (event.type) {
    case 'dri-nominated':
      return {
        ...charter,
        dri: {
          accountId: event.accountId,
          status: 'nominated',
          nominatedBy: event.by,
          nominatedAt: event.at,
        },
        declinedNomination: null,
      };
    case 'dri-accepted':
      return charter.dri
        ? { ...charter, dri: { ...charter.dri, status: 'accepted', acceptedAt: event.at } }
        : charter;
    case 'dri-declined':
      return {
        ...charter,
        dri: null,
        declinedNomination: {
          accountId: event.by,
          reason: event.reason,
          at: event.at,
          ...(event.suggestedAccountId !== undefined && { suggestedAccountId: event.suggestedAccountId }),
        },
      };
    case 'authority-granted': {
      const { type: _type, at, by, ...grant } = event;
      return { ...charter, authority: { ...grant, grantedBy: by, grantedAt: at } };
    }
    case 'no-dependencies-declared':
      return { ...charter, noDependencies: { declaredBy: event.by, at: event.at } };
    case 'agreement-requested': {
      const { type: _type, at, by, agreementId, ...terms } = event;
      return {
        ...charter,
        noDependencies: null,
        agreements: [
          ...charter.agreements,
          { ...terms, id: agreementId, requestedBy: by, requestedAt: at, status: 'requested' },
        ],
      };
    }
    case 'agreement-acknowledged':
      return withAgreement(charter, event.agreementId, (agreement) => ({
        ...agreement,
        status: 'acknowledged',
        acknowledgedAt: event.at,
        committedBy: event.committedBy,
      }));
    case 'agreement-declined':
      return withAgreement(charter, event.agreementId, (agreement) => ({
        ...agreement,
        status: 'declined',
        declinedAt: event.at,
        declineReason: event.reason,
        ...(event.alternativeAccountId !== undefined && { alternativeAccountId: event.alternativeAccountId }),
        ...(event.availableFrom !== undefined && { availableFrom: event.availableFrom }),
      }));
    case 'agreement-withdrawn':
      return withAgreement(charter, event.agreementId, (agreement) => ({
        ...agreement,
        status: 'withdrawn',
        withdrawnAt: event.at,
        withdrawReason: event.reason,
      }));
    case 'passage-recorded':
      return { ...charter, passages: [...charter.passages, event.passage].slice(-PASSAGES_KEPT) };
    default:
      return unknownEvent(event, charter);
  }
}

/** Unreachable for the types above; at run time a newer version's event may pass through here. */
const unknownEvent = (_event: never, charter: Charter): Charter => charter;

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
