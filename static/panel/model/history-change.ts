import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../../src/domain/charter/charter';
import type { AgreementEvent, CharterEvent } from '../../../src/domain/charter/events';

/** What an entry replaced: days, people, or words. */
export interface Change {
  readonly kind: 'date' | 'person' | 'text';
  readonly from: string;
  readonly to: string;
}

const change = (
  kind: Change['kind'],
  from: string | undefined,
  to: string | undefined,
): Change | undefined =>
  from === undefined || to === undefined || from === to ? undefined : { kind, from, to };

/** From what to what an event changed the charter it met; undefined where it replaced nothing. */
export function changeIn(event: CharterEvent, before: Charter): Change | undefined {
  switch (event.type) {
    case 'dri-nominated':
      return change('person', before.dri?.accountId, event.accountId);
    case 'authority-granted':
      return change('text', before.authority?.decisions, event.decisions);
    case 'brief-written':
      return change('text', before.brief?.outcome, event.outcome);
    case 'agreement-acknowledged':
    case 'agreement-declined':
    case 'agreement-withdrawn':
    case 'agreement-countered':
    case 'counter-accepted':
    case 'agreement-restated':
    case 'agreement-reassigned':
    case 'agreement-delivered':
    case 'delivery-accepted':
    case 'delivery-returned':
    case 'renegotiation-proposed':
    case 'renegotiation-answered':
    case 'agreement-linked': {
      const agreement = before.agreements.find(({ id }) => id === event.agreementId);
      return agreement && changeOfAgreement(event, agreement);
    }
    // These are told without what stood before.
    case 'dri-accepted':
    case 'dri-declined':
    case 'no-dependencies-declared':
    case 'no-further-dependencies-declared':
    case 'agreement-requested':
    case 'check-in-submitted':
    case 'escalation-raised':
    case 'escalation-answered':
    case 'gap-raised':
    case 'gap-answered':
    case 'review-decided':
    case 'review-date-set':
    case 'debrief-written':
    case 'waiver-granted':
    case 'waiver-ended':
    case 'passage-recorded':
    case 'item-moved':
    case 'item-deleted':
    case 'item-restored':
    case 'dri-access-changed':
      return undefined;
  }
}

function changeOfAgreement(event: AgreementEvent, agreement: Agreement): Change | undefined {
  const counter = agreement.status === 'countered' ? agreement.counter : undefined;
  const binding = agreement.status === 'acknowledged' ? agreement.committedBy : undefined;
  const proposed = agreement.status === 'acknowledged' ? agreement.renegotiation : undefined;
  switch (event.type) {
    case 'agreement-countered':
      return change('date', agreement.neededBy, event.committedBy);
    case 'counter-accepted':
      return change('date', agreement.neededBy, counter?.committedBy);
    case 'agreement-restated':
      return (
        change('date', agreement.neededBy, event.neededBy) ??
        change('text', agreement.deliverable, event.deliverable) ??
        change('text', agreement.acceptance, event.acceptance)
      );
    case 'agreement-reassigned':
      return change('person', agreement.providerAccountId, event.providerAccountId);
    case 'renegotiation-proposed':
      return change('date', binding, event.committedBy);
    case 'renegotiation-answered':
      return event.accepted ? change('date', binding, proposed?.committedBy) : undefined;
    case 'agreement-linked':
      return change('text', agreement.providerIssueKey, event.providerIssueKey);
    case 'agreement-acknowledged':
    case 'agreement-declined':
    case 'agreement-withdrawn':
    case 'agreement-delivered':
    case 'delivery-accepted':
    case 'delivery-returned':
      return undefined;
  }
}
