import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { CharterEvent } from '../../domain/charter/events';
import { HOLDFAST_ACTOR } from '../../domain/ids';
import type { Prompt } from '../../domain/notices/moves';
import { onDay, type NoticeFacts } from './notices';

export type MoveFacts = Omit<NoticeFacts, 'step'> & { readonly prompt: Prompt };

type Of<T extends CharterEvent['type']> = Extract<CharterEvent, { readonly type: T }>;

const agreementOf = ({ prompt: { event }, charter }: MoveFacts): Agreement | undefined =>
  'agreementId' in event ? charter.agreements.find(({ id }) => id === event.agreementId) : undefined;

/** Who did it. Whose item it is stays untold to those who may not see it, unless they were asked by them. */
function doer(facts: MoveFacts): string {
  const { prompt, charter, seesItem, name } = facts;
  const { by } = prompt.event;
  if (by === HOLDFAST_ACTOR) return 'Holdfast';
  const hidden = !seesItem && by === charter.dri?.accountId && by !== agreementOf(facts)?.requestedBy;
  return hidden ? 'Whoever asked you' : name(by);
}

/** A check-in tells the one who is needed of their need, and whoever stands behind the owner of the rest. */
const needsOf = ({ reader }: MoveFacts, event: Of<'check-in-submitted'>): readonly string[] =>
  event.needs.filter(({ accountId }) => accountId === reader).map(({ what }) => what);

/** What happened, in a few words that go on after somebody's name. */
function did(facts: MoveFacts): string {
  const { event } = facts.prompt;
  switch (event.type) {
    case 'dri-nominated':
      return 'asks you to be its one owner';
    case 'dri-accepted':
      return 'accepted to be its one owner';
    case 'dri-declined':
      return facts.charter.declinedNomination?.handedBack === true ? 'handed it back' : 'declined to own it';
    case 'review-decided':
      return 'let it go';
    case 'agreement-requested':
    case 'agreement-restated':
    case 'agreement-reassigned':
      return 'asks you for a promise';
    case 'agreement-acknowledged':
      return 'said yes';
    case 'agreement-countered':
      return 'offers other terms';
    case 'agreement-declined':
      return 'declined';
    case 'agreement-delivered':
      return 'delivered';
    case 'counter-accepted':
      return 'accepted your terms';
    case 'delivery-accepted':
      return 'accepted your delivery';
    case 'delivery-returned':
      return 'returned your delivery';
    case 'renegotiation-proposed':
      return 'proposes another day';
    case 'renegotiation-answered':
      return event.accepted ? 'agreed to your day' : 'keeps the day that holds';
    case 'agreement-withdrawn':
      return 'no longer needs your promise';
    case 'escalation-raised':
      return 'asks you to decide';
    case 'escalation-answered':
      return 'decided';
    case 'gap-raised':
      return 'saw something that nobody had named';
    case 'gap-answered':
      return 'answered what you raised';
    case 'check-in-submitted':
      return needsOf(facts, event).length > 0 ? 'needs something from you' : 'says that it is off track';
    default:
      return 'changed something';
  }
}

/** `EXP-3: Mara asks you for a promise (and 2 more)`: the first thing of a mail, and how many more. */
export function moveSubject(issueKey: string, facts: MoveFacts, things: number): string {
  const more = things > 1 ? ` (and ${things - 1} more)` : '';
  return `${issueKey}: ${doer(facts)} ${did(facts)}${more}`;
}

function wordAsked(facts: MoveFacts, agreement: Agreement): readonly string[] {
  const { reader, seesItem, charter, name } = facts;
  const waits = (seesItem ? charter.dri?.accountId : undefined) ?? agreement.requestedBy;
  const holdsUp = waits === reader ? '' : ` ${name(waits)} waits for it.`;
  return [
    `${doer(facts)} asks you for “${agreement.deliverable}” by ${onDay(agreement.neededBy, facts)}.${holdsUp} Say yes, propose another day, or decline.`,
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
function wordStep(facts: MoveFacts, { deliverable }: Agreement): string {
  const { event } = facts.prompt;
  const [who, what] = [doer(facts), `“${deliverable}”`];
  switch (event.type) {
    case 'agreement-acknowledged':
      return `${who} promised ${what} for ${onDay(event.committedBy, facts)}.`;
    case 'agreement-countered': {
      const scope = event.deliverable === undefined ? '' : ` “${event.deliverable}”`;
      return `${who} offers${scope} for ${what} by ${onDay(event.committedBy, facts)}: ${event.reason}. Accept it, ask for other terms, or ask somebody else.`;
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
    case 'agreement-withdrawn':
      return `${who} no longer needs ${what}: ${event.reason}. Nothing waits for you.`;
    default:
      return `${who} changed ${what}.`;
  }
}

function wordCheckIn(facts: MoveFacts, event: Of<'check-in-submitted'>): readonly string[] {
  const mine = needsOf(facts, event);
  if (mine.length > 0) return mine.map((what) => `${doer(facts)} needs from you: “${what}”.`);
  const needs = event.needs.map(({ accountId, what }) => `“${what}” from ${facts.name(accountId)}`);
  return [
    `${doer(facts)} says that it is off track. Biggest risk: ${event.biggestRisk}.`,
    ...(needs.length > 0 ? [`Needed: ${needs.join('; ')}.`] : []),
    'Decide what is to change: the day, the people, or the work.',
  ];
}

function wordOwnership(facts: MoveFacts): string {
  const { event } = facts.prompt;
  const who = doer(facts);
  switch (event.type) {
    case 'dri-nominated':
      return `${who} asks you to be its one owner. Accept, or decline and name somebody better placed.`;
    case 'dri-accepted':
      return `${who} accepted to be its one owner.`;
    case 'dri-declined': {
      const better =
        event.suggestedAccountId === undefined ? '' : ` They name ${facts.name(event.suggestedAccountId)}.`;
      return `${who} ${did(facts)}: ${event.reason}.${better} Ask somebody to own it.`;
    }
    default:
      return `${who} let it go. Ask somebody to own it, or let it rest.`;
  }
}

/** What became somebody's move, or how what they waited for was answered. One paragraph an entry. */
export function wordMove(facts: MoveFacts): readonly string[] {
  const { charter, prompt } = facts;
  const { event } = prompt;
  const who = doer(facts);
  switch (event.type) {
    case 'agreement-requested':
    case 'agreement-restated':
    case 'agreement-reassigned': {
      const agreement = agreementOf(facts);
      return agreement ? wordAsked(facts, agreement) : [];
    }
    case 'escalation-raised':
      return [`${who} asks you to decide: “${event.question}”`];
    case 'escalation-answered': {
      const question = charter.escalations.find(({ id }) => id === event.escalationId)?.question ?? '';
      return [`“${question}” ${who} decided: ${event.decision}`];
    }
    case 'gap-raised':
      return [`${who} saw something that nobody had named: “${event.what}” Answer it, or take it on.`];
    case 'gap-answered': {
      const what = charter.gaps.find(({ id }) => id === event.gapId)?.what ?? '';
      return [`“${what}” ${who} answered: ${event.answer}`];
    }
    case 'check-in-submitted':
      return wordCheckIn(facts, event);
    default: {
      const agreement = agreementOf(facts);
      return [agreement ? wordStep(facts, agreement) : wordOwnership(facts)];
    }
  }
}
