import { isUnsettled } from '../../domain/charter/agreement/agreement';
import { wordFinished, wordOutcome, wordUndone } from './ending-moves';
import { wordAsked, wordStep } from './agreement-moves';
import { wordRules } from './findings';
import { agreementOf, doer, type MoveFacts, type Of } from './move-facts';
import { wordBrief, wordGrant, wordNext, wordWaiver, wordWanted } from './move-parts';
import { atMoment } from './notices';
import { oneLine } from './one-line';

export type { MoveFacts } from './move-facts';

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
    case 'authority-granted':
      return 'says what you may decide alone';
    case 'waiver-granted':
      return 'waived what it has to show';
    case 'waiver-ended':
      return 'ended a waiver';
    case 'agreement-confirmed':
      return 'says that a promise no longer holds';
    case 'agreement-requested':
    case 'agreement-restated':
      return 'asks you for a promise';
    case 'agreement-reassigned':
    case 'provider-replaced':
      if (event.providerAccountId !== facts.reader) return 'asks somebody else now';
      return 'asks you for a promise';
    case 'agreement-acknowledged':
      return 'said yes';
    case 'agreement-countered':
      return 'offers other terms';
    case 'reply-announced':
      return 'answers later';
    case 'yes-recorded':
      return 'recorded your yes';
    case 'more-asked':
      return 'needs to know more';
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
    case 'agreement-taken-back':
    case 'agreement-withdrawn':
      return 'no longer needs your promise';
    case 'agreement-settled':
      return wordOutcome[event.as];
    case 'agreement-taken-on':
      return 'needs your promise';
    case 'agreement-carried':
      return 'brings a promise along';
    case 'agreement-step-undone':
    case 'owner-step-undone':
      return 'undid a slip';
    case 'item-done-changed':
      return 'asks what became of what was promised';
    case 'escalation-raised':
      return 'asks you to decide';
    case 'escalation-redirected':
      return event.toAccountId === facts.reader ? 'asks you to decide' : 'put your question to somebody else';
    case 'escalation-taken-back':
      return 'took a question back';
    case 'agreement-taken-over':
    case 'question-taken-over':
      return 'answered for you while you were away';
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
  return oneLine(`${issueKey}: ${doer(facts)} ${did(facts)}${more}`);
}

function wordCheckIn(facts: MoveFacts, event: Of<'check-in-submitted'>): readonly string[] {
  const mine = needsOf(facts, event);
  if (mine.length > 0) return mine.map((what) => `${doer(facts)} needs from you: “${what}”.`);
  const needs = event.needs.map(({ accountId, what }) => `“${what}” from ${facts.name(accountId)}`);
  return [
    `${doer(facts)} says that it is off track. Biggest risk: ${event.biggestRisk}.`,
    ...(needs.length > 0 ? [`Needed: ${needs.join('; ')}.`] : []),
    ...(event.decision === undefined ? [] : [`They decided: ${event.decision}`]),
    event.next ? wordNext(event.next, facts) : 'Decide what is to change: the day, the people, or the work.',
  ];
}

/** What a question is about and asks for, and for who may see the item when its owner is to ask. */
function aboutQuestion(
  facts: MoveFacts,
  { aboutAgreementId, asks, neededBy }: Of<'escalation-raised'>,
): readonly string[] {
  const { charter, seesItem } = facts;
  const { agreements, authority, dri } = charter;
  const about = agreements.find(({ id }) => id === aboutAgreementId)?.deliverable;
  const askWhen = authority?.grantedTo === dri?.accountId ? authority?.escalateWhen : undefined;
  return [
    ...wordWanted(asks, neededBy, facts),
    ...(seesItem && about !== undefined ? [`It is about “${about}”.`] : []),
    ...(seesItem && askWhen !== undefined ? [`Agreed with them that they ask when: ${askWhen}`] : []),
  ];
}

/** What whoever promised something hears of the owner's coming and going. */
function wordToPromiser(facts: MoveFacts): string | null {
  const { charter, prompt, reader } = facts;
  if (prompt.kind !== 'answer') return null;
  const promised = charter.agreements
    .filter((one) => one.providerAccountId === reader && isUnsettled(one) && one.status !== 'declined')
    .map(({ deliverable }) => `“${deliverable}”`)
    .join(', ');
  if (promised === '') return null;
  const who = doer(facts);
  if (prompt.event.type !== 'dri-accepted') {
    return `${who} ${did(facts)}. Nobody waits for ${promised} until somebody takes it on; then you hear of it.`;
  }
  return prompt.event.at === charter.vacancy?.until
    ? `${who} is its one owner now, and waits for ${promised} as you were asked.`
    : null;
}

function wordOwnership(facts: MoveFacts): readonly string[] {
  const { event } = facts.prompt;
  const who = doer(facts);
  const promiser = wordToPromiser(facts);
  if (promiser !== null) return [promiser];
  switch (event.type) {
    case 'dri-nominated':
      return [
        `${who} asks you to be its one owner. Accept, or decline and name somebody better placed.`,
        ...(facts.seesItem ? wordBrief(facts.charter.brief, facts) : []),
      ];
    case 'dri-accepted':
      return [`${who} accepted to be its one owner.`];
    case 'dri-declined': {
      const better =
        event.suggestedAccountId === undefined ? '' : ` They name ${facts.name(event.suggestedAccountId)}.`;
      return [`${who} ${did(facts)}: ${event.reason}.${better} Ask somebody to own it.`];
    }
    default: {
      const why = event.type === 'review-decided' && event.reason !== undefined ? `: ${event.reason}` : '';
      return [`${who} let it go${why}. Ask somebody to own it, or let it rest.`];
    }
  }
}

const questionOf = ({ charter }: MoveFacts, { escalationId }: { readonly escalationId: string }): string =>
  charter.escalations.find(({ id }) => id === escalationId)?.question ?? '';

function wordRedirected(facts: MoveFacts, event: Of<'escalation-redirected'>): string {
  const question = `“${questionOf(facts, event)}”`;
  return event.toAccountId === facts.reader
    ? `${doer(facts)} asks you to decide: ${question}`
    : `${question} ${doer(facts)} put it to ${facts.name(event.toAccountId)}. Nothing waits for you.`;
}

/** What became somebody's move, or how what they waited for was answered. One paragraph an entry. */
export function wordMove(facts: MoveFacts): readonly string[] {
  const { charter, prompt } = facts;
  const { event } = prompt;
  const who = doer(facts);
  switch (event.type) {
    case 'agreement-requested':
    case 'agreement-restated':
    case 'agreement-reassigned':
    case 'provider-replaced': {
      const agreement = agreementOf(facts);
      if (agreement && 'providerAccountId' in event && event.providerAccountId !== facts.reader) {
        return [wordStep(facts, agreement)];
      }
      return agreement ? wordAsked(facts, agreement) : [];
    }
    case 'escalation-raised':
      return [`${who} asks you to decide: “${event.question}”`, ...aboutQuestion(facts, event)];
    case 'authority-granted':
      return wordGrant(who, event, facts);
    case 'waiver-granted':
      return [wordWaiver(who, wordRules(event.rules), atMoment(event.expiresAt, facts), event)];
    case 'waiver-ended':
      return [`${who} ended a waiver: ${event.reason}. What it let pass is asked for again.`];
    case 'escalation-redirected':
      return [wordRedirected(facts, event)];
    case 'escalation-taken-back':
      return [`“${questionOf(facts, event)}” ${who} took it back: ${event.reason}. Nothing waits for you.`];
    case 'question-taken-over':
      return [
        `“${questionOf(facts, event)}” While you were away, ${who} decided it for you. Nothing waits for you.`,
      ];
    case 'escalation-answered': {
      return [`“${questionOf(facts, event)}” ${who} decided: ${event.decision}`];
    }
    case 'gap-raised':
      return [`${who} saw something that nobody had named: “${event.what}” Answer it, or take it on.`];
    case 'gap-answered': {
      const what = charter.gaps.find(({ id }) => id === event.gapId)?.what ?? '';
      return [`“${what}” ${who} answered: ${event.answer}`];
    }
    case 'check-in-submitted':
      return wordCheckIn(facts, event);
    case 'item-done-changed':
      return wordFinished(facts);
    case 'owner-step-undone':
      return [wordUndone(facts, event)];
    default: {
      const agreement = agreementOf(facts);
      return agreement ? [wordStep(facts, agreement)] : wordOwnership(facts);
    }
  }
}
