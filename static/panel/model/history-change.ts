import type { Charter } from '../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../src/domain/charter/events';

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
    default:
      return 'agreementId' in event ? changeOfAgreement(event, before) : undefined;
  }
}

function changeOfAgreement(
  event: Extract<CharterEvent, { readonly agreementId: string }>,
  before: Charter,
): Change | undefined {
  const agreement = before.agreements.find(({ id }) => id === event.agreementId);
  if (!agreement) return undefined;
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
    default:
      return undefined;
  }
}
