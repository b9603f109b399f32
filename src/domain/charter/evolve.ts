import type { Agreement } from './agreement/agreement';
import { evolveAgreement } from './agreement/evolve-agreement';
import { evolveFollowThrough } from './follow-through/evolve';
import { emptyCharter, latestPassages, type Charter } from './charter';
import type { CharterEvent } from './events';

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
          ...(event.zone !== undefined && { zone: event.zone }),
        },
        declinedNomination: null,
      };
    case 'dri-accepted':
      return charter.dri
        ? {
            ...charter,
            dri: {
              ...charter.dri,
              status: 'accepted',
              acceptedAt: event.at,
              ...(event.zone !== undefined && { zone: event.zone }),
            },
          }
        : charter;
    case 'dri-declined':
      return {
        ...charter,
        dri: null,
        declinedNomination: {
          accountId: event.by,
          reason: event.reason,
          handedBack: charter.dri?.status === 'accepted',
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
    case 'no-further-dependencies-declared':
      return { ...charter, noFurtherDependencies: { declaredBy: event.by, at: event.at } };
    case 'brief-written': {
      const { type: _type, at, by, ...answers } = event;
      return { ...charter, brief: { ...answers, writtenBy: by, writtenAt: at } };
    }
    case 'agreement-requested': {
      const { type: _type, at, by, agreementId, ...terms } = event;
      const asked: Agreement = {
        ...terms,
        id: agreementId,
        requestedBy: by,
        requestedAt: at,
        rounds: 1,
        rework: 0,
        dateChanges: [],
        status: 'requested',
      };
      const { noFurtherDependencies: _taken, ...before } = charter;
      return { ...before, noDependencies: null, agreements: [...charter.agreements, asked] };
    }
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
      return {
        ...charter,
        agreements: charter.agreements.map((agreement) =>
          agreement.id === event.agreementId ? evolveAgreement(agreement, event) : agreement,
        ),
      };
    case 'waiver-granted': {
      const { type: _type, at, by, waiverId, ...waiver } = event;
      return {
        ...charter,
        waivers: [...charter.waivers, { ...waiver, id: waiverId, grantedBy: by, grantedAt: at }],
      };
    }
    case 'waiver-ended': {
      const { waiverId, at, by, reason } = event;
      return {
        ...charter,
        waivers: charter.waivers.map((waiver) =>
          waiver.id === waiverId ? { ...waiver, ended: { at, by, reason } } : waiver,
        ),
      };
    }
    case 'check-in-submitted':
    case 'escalation-raised':
    case 'escalation-answered':
    case 'gap-raised':
    case 'gap-answered':
    case 'review-decided':
    case 'review-date-set':
    case 'debrief-written':
      return evolveFollowThrough(charter, event);
    case 'passage-recorded':
      return { ...charter, passages: latestPassages([...charter.passages, event.passage]) };
    case 'item-moved':
      return charter;
    case 'item-deleted':
      return { ...charter, itemDeletedAt: event.at };
    case 'dri-access-changed': {
      if (charter.dri?.accountId !== event.accountId) return charter;
      const { lostAccessAt: _before, ...dri } = charter.dri;
      return { ...charter, dri: event.sees ? dri : { ...dri, lostAccessAt: event.at } };
    }
    case 'item-restored': {
      const { itemDeletedAt: _deleted, ...restored } = charter;
      return restored;
    }
    default:
      return unknownEvent(event, charter);
  }
}

/** Unreachable for the types above; at run time a newer version's event may pass through here. */
const unknownEvent = (_event: never, charter: Charter): Charter => charter;

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
