import type { Agreement } from '../../domain/charter/agreement/agreement';
import { doer, type MoveFacts, type Of } from './move-facts';
import { wordCarried, wordSettled, wordUndone } from './ending-moves';
import { onDay } from './notices';

export function wordAsked(facts: MoveFacts, agreement: Agreement): readonly string[] {
  const { reader, seesItem, charter, name } = facts;
  const waits = (seesItem ? charter.dri?.accountId : undefined) ?? agreement.requestedBy;
  const holdsUp = waits === reader ? '' : ` ${name(waits)} waits for it.`;
  return [
    `${doer(facts)} asks you for “${agreement.deliverable}” by ${onDay(agreement.neededBy, facts)}.${holdsUp} Say yes, propose another day, or decline.`,
    ...(agreement.status === 'requested' && agreement.answered
      ? [`You asked: “${agreement.answered.question}” The answer: ${agreement.answered.answer}`]
      : []),
    ...(agreement.impact === undefined ? [] : [`Without it: ${agreement.impact}`]),
  ];
}

function wordDeclined(facts: MoveFacts, what: string, event: Of<'agreement-declined'>): string {
  const { alternativeAccountId, availableFrom, reason } = event;
  const instead = alternativeAccountId === undefined ? '' : ` They name ${facts.name(alternativeAccountId)}.`;
  const from = availableFrom === undefined ? '' : ` They could from ${onDay(availableFrom, facts)}.`;
  return `${doer(facts)} declined ${what}: ${reason}.${instead}${from} Ask somebody else, ask again, or do without.`;
}

/** A step of an agreement that exists, in one sentence for whoever it concerns now. */
export function wordStep(facts: MoveFacts, { deliverable }: Agreement): string {
  const { event } = facts.prompt;
  const [who, what] = [doer(facts), `“${deliverable}”`];
  switch (event.type) {
    case 'agreement-acknowledged':
      return `${who} promised ${what} for ${onDay(event.committedBy, facts)}.`;
    case 'agreement-confirmed':
      return `${who} says that ${what} no longer holds as promised: ${event.reason ?? 'no reason given'}. Ask for another day, ask somebody else, or do without.`;
    case 'agreement-countered': {
      const scope = event.deliverable === undefined ? '' : ` “${event.deliverable}”`;
      return `${who} offers${scope} for ${what} by ${onDay(event.committedBy, facts)}: ${event.reason}. Accept it, ask for other terms, or ask somebody else.`;
    }
    case 'reply-announced': {
      const why = event.reason === undefined ? '' : `: ${event.reason}`;
      return `${who} answers your request for ${what} by ${onDay(event.replyBy, facts)}${why}. Until then nobody chases them.`;
    }
    case 'agreement-declined':
      return wordDeclined(facts, what, event);
    case 'agreement-delivered':
      return `${who} delivered ${what}: ${event.evidence}. Accept it, or return it with the reason.`;
    case 'counter-accepted':
      return `${who} accepted your terms for ${what}: your promise holds.`;
    case 'delivery-accepted':
      return `${who} accepted ${what}. It is done.`;
    case 'delivery-returned':
      return `${who} returned ${what}: ${event.reason}. Deliver it again, or propose a day.`;
    case 'renegotiation-proposed':
      return `${who} proposes ${onDay(event.committedBy, facts)} for ${what}: ${event.reason}. Agree, or keep the day that holds.`;
    case 'renegotiation-answered':
      return event.accepted
        ? `${who} agreed to the day you proposed for ${what}.`
        : `${who} did not agree to another day for ${what}: the day that holds stays.`;
    case 'agreement-reassigned':
      return `${who} asked somebody else for ${what}. Nothing waits for you.`;
    case 'provider-replaced':
      return `${who} asked somebody else for ${what}: ${event.reason}. Nothing waits for you.`;
    case 'agreement-taken-over':
      return `While you were away, ${who} answered for you about ${what}, and it is theirs now. Nothing waits for you.`;
    case 'yes-recorded':
      return `${who} wrote down that you said yes to ${what} for ${onDay(event.committedBy, facts)}. It is no promise before you say so: confirm it with one click, propose another day, or decline.`;
    case 'more-asked':
      return `${who} asks about ${what}: “${event.question}” Answer it, or ask with other terms. Their time starts anew with your answer.`;
    case 'agreement-settled':
      return wordSettled(facts, event, what);
    case 'agreement-taken-on':
      return `${who} needs ${what} as you were asked.`;
    case 'agreement-carried':
      return wordCarried(facts, event, what);
    case 'agreement-step-undone':
      return wordUndone(facts, event, what);
    case 'agreement-taken-back':
    case 'agreement-withdrawn':
      return `${who} no longer needs ${what}: ${event.reason}. Nothing waits for you.`;
    default:
      return `${who} changed ${what}.`;
  }
}
