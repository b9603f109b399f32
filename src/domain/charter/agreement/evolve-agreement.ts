import type { CharterEvent } from '../events';
import { inState, isOverdue, isPromised, type Agreement } from './agreement';

/** What happens to an agreement that already exists. */
export type AgreementEvent = Exclude<
  Extract<CharterEvent, { readonly agreementId: string }>,
  { readonly type: 'agreement-requested' | 'debrief-written' }
>;

/** Asked anew: the question is a fresh one, with its own clock. */
const askedAgain = (agreement: Agreement, at: string, changes: Partial<Agreement>): Agreement =>
  inState({ ...agreement, ...changes, requestedAt: at, rounds: agreement.rounds + 1 } as Agreement, {
    status: 'requested',
  });

/** The promise broke when its day ended undelivered, however it goes on; it is said once. */
const brokenBy = (agreement: Agreement, at: string): Pick<Agreement, 'breach'> =>
  !agreement.breach && isOverdue(agreement, at) ? { breach: { side: 'late', at } } : {};

function answered(
  agreement: Agreement,
  event: Extract<AgreementEvent, { type: 'renegotiation-answered' }>,
): Agreement {
  if (agreement.status !== 'acknowledged' || !agreement.renegotiation) return agreement;
  const { renegotiation, committedBy, acknowledgedAt } = agreement;
  if (!event.accepted) {
    const { renegotiation: _answered, ...goesOn } = agreement;
    return goesOn;
  }
  const change = {
    at: event.at,
    by: renegotiation.proposedBy,
    from: committedBy,
    to: renegotiation.committedBy,
    reason: renegotiation.reason,
  };
  return inState(
    { ...agreement, ...brokenBy(agreement, event.at), dateChanges: [...agreement.dateChanges, change] },
    { status: 'acknowledged', acknowledgedAt, committedBy: renegotiation.committedBy },
  );
}

/** Another issue answers the promise now; whatever id belonged to the one before is gone with it. */
function linked(
  { providerIssueKey: _key, providerIssueId: _id, providerIssueHidden: _hidden, ...agreement }: Agreement,
  { providerIssueKey, providerIssueId }: Extract<AgreementEvent, { type: 'agreement-linked' }>,
): Agreement {
  return {
    ...agreement,
    ...(providerIssueKey !== undefined && { providerIssueKey }),
    ...(providerIssueId !== undefined && { providerIssueId }),
  } as Agreement;
}

/** The agreement after an event. An event its state does not know leaves it as it is: what happened, happened. */
export function evolveAgreement(agreement: Agreement, event: AgreementEvent): Agreement {
  const { at } = event;
  switch (event.type) {
    case 'agreement-acknowledged':
      return inState(agreement, {
        status: 'acknowledged',
        acknowledgedAt: at,
        committedBy: event.committedBy,
      });
    case 'agreement-countered': {
      const { committedBy, reason, deliverable } = event;
      return inState(agreement, {
        status: 'countered',
        counter: { committedBy, reason, at, ...(deliverable !== undefined && { deliverable }) },
      });
    }
    case 'counter-accepted': {
      if (agreement.status !== 'countered') return agreement;
      const { counter } = agreement;
      return inState(
        { ...agreement, ...(counter.deliverable !== undefined && { deliverable: counter.deliverable }) },
        { status: 'acknowledged', acknowledgedAt: at, committedBy: counter.committedBy },
      );
    }
    case 'agreement-restated': {
      const { neededBy, deliverable, acceptance } = event;
      return askedAgain(agreement, at, {
        ...(neededBy !== undefined && { neededBy }),
        ...(deliverable !== undefined && { deliverable }),
        ...(acceptance !== undefined && { acceptance }),
      });
    }
    case 'agreement-reassigned':
      return askedAgain(agreement, at, {
        ...brokenBy(agreement, at),
        providerAccountId: event.providerAccountId,
        providerZone: event.providerZone,
      });
    case 'agreement-declined':
      return inState(agreement, {
        status: 'declined',
        declinedAt: at,
        declineReason: event.reason,
        ...(event.alternativeAccountId !== undefined && { alternativeAccountId: event.alternativeAccountId }),
        ...(event.availableFrom !== undefined && { availableFrom: event.availableFrom }),
      });
    case 'agreement-withdrawn':
      return inState(
        { ...agreement, ...brokenBy(agreement, at) },
        { status: 'withdrawn', withdrawnAt: at, withdrawReason: event.reason },
      );
    case 'agreement-delivered': {
      if (!isPromised(agreement)) return agreement;
      const { acknowledgedAt, committedBy } = agreement;
      return inState(
        { ...agreement, ...(event.late && !agreement.breach && { breach: { side: 'late', at } }) },
        { status: 'delivered', acknowledgedAt, committedBy, deliveredAt: at, evidence: event.evidence },
      );
    }
    case 'agreement-confirmed': {
      if (agreement.status !== 'acknowledged') return agreement;
      const { doubt: _former, ...rest } = agreement;
      return event.onTrack
        ? { ...rest, confirmedAt: at }
        : { ...rest, doubt: { at, reason: event.reason ?? '' } };
    }
    case 'delivery-accepted': {
      if (agreement.status !== 'delivered') return agreement;
      const { acknowledgedAt, committedBy, deliveredAt, evidence } = agreement;
      const state = { acknowledgedAt, committedBy, deliveredAt, evidence };
      return inState(agreement, { ...state, status: 'accepted', acceptedAt: at });
    }
    case 'delivery-returned': {
      if (agreement.status !== 'delivered') return agreement;
      const { acknowledgedAt, committedBy } = agreement;
      const { cause, reason } = event;
      return inState(
        {
          ...agreement,
          rework: agreement.rework + 1,
          lastReturn: { cause, reason, at },
          ...(cause === 'spec' && !agreement.breach && { breach: { side: 'spec', at } }),
        },
        { status: 'acknowledged', acknowledgedAt, committedBy },
      );
    }
    case 'renegotiation-proposed': {
      if (agreement.status !== 'acknowledged') return agreement;
      const { side, committedBy, reason, by: proposedBy } = event;
      return { ...agreement, renegotiation: { proposedBy, side, committedBy, reason, at } };
    }
    case 'agreement-linked':
      return linked(agreement, event);
    case 'renegotiation-answered':
      return answered(agreement, event);
  }
}
