import { isUnsettled } from '../../domain/charter/agreement/agreement';
import { wordFinished, wordUndone } from './ending-moves';
import { wordDeparture } from './departure-moves';
import { wordAsked, wordStep } from './agreement-moves';
import { wordRules } from './findings';
import { headline, needsOf } from './headline';
import { agreementOf, because, doer, quoted, say, type MoveFacts, type Of } from './move-facts';
import { wordBrief, wordGrant, wordNext, wordWaiver, wordWanted } from './move-parts';
import { atMoment } from './notices';
import { oneLine } from './one-line';

export type { MoveFacts } from './move-facts';

/** `EXP-3: Mara asks you for a promise (and 2 more)`: the first thing of a mail, and how many more. */
export const moveSubject = (issueKey: string, facts: MoveFacts, things: number): string =>
  oneLine(
    say('subject.of', { issueKey, who: doer(facts), did: headline(facts), more: Math.max(0, things - 1) }),
  );

function wordCheckIn(facts: MoveFacts, event: Of<'check-in-submitted'>): readonly string[] {
  const who = doer(facts);
  const mine = needsOf(facts, event);
  if (mine.length > 0) return mine.map((what) => say('checkIn.needsYou', { who, what }));
  const { decision, biggestRisk: risk, next } = event;
  const needs = event.needs.map(({ accountId, what }) =>
    say('checkIn.need', { what, person: facts.name(accountId) }),
  );
  return [
    say('checkIn.offTrack', { who, risk }),
    ...(needs.length > 0 ? [say('checkIn.needed', { needs: needs.join('; ') })] : []),
    ...(decision === undefined ? [] : [say('checkIn.decided', { decision })]),
    next ? wordNext(next, facts) : say('checkIn.change'),
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
    ...(seesItem && about !== undefined ? [say('question.about', { what: quoted(about) })] : []),
    ...(seesItem && askWhen !== undefined ? [say('question.askWhen', { escalateWhen: askWhen })] : []),
  ];
}

/** What whoever promised something hears of the owner's coming and going. */
function wordToPromiser(facts: MoveFacts): string | null {
  const { charter, prompt, reader } = facts;
  if (prompt.kind !== 'answer') return null;
  const promised = charter.agreements
    .filter((one) => one.providerAccountId === reader && isUnsettled(one) && one.status !== 'declined')
    .map(({ deliverable }) => quoted(deliverable))
    .join(', ');
  if (promised === '') return null;
  const who = doer(facts);
  if (prompt.event.type !== 'dri-accepted') {
    return say('ownership.nobodyWaits', { who, did: headline(facts), promised });
  }
  return prompt.event.at === charter.vacancy?.until ? say('ownership.waitsAgain', { who, promised }) : null;
}

function wordOwnership(facts: MoveFacts): readonly string[] {
  const { event } = facts.prompt;
  const who = doer(facts);
  const promiser = wordToPromiser(facts);
  if (promiser !== null) return [promiser];
  switch (event.type) {
    case 'dri-nominated':
      return [
        say('ownership.nominated', { who }),
        ...(facts.seesItem ? wordBrief(facts.charter.brief, facts) : []),
      ];
    case 'dri-accepted':
      return [say('ownership.accepted', { who })];
    case 'dri-declined': {
      const { suggestedAccountId: other, reason } = event;
      const instead = other === undefined ? '' : say('step.they-name', { person: facts.name(other) });
      return [say('ownership.declined', { who, did: headline(facts), reason, instead })];
    }
    case 'dri-access-changed':
      return [say('ownership.unseen', { person: facts.name(event.accountId) })];
    default:
      return [
        say('ownership.letGo', {
          who,
          why: because(event.type === 'review-decided' ? event.reason : undefined),
        }),
      ];
  }
}

const questionOf = ({ charter }: MoveFacts, { escalationId }: { readonly escalationId: string }): string =>
  quoted(charter.escalations.find(({ id }) => id === escalationId)?.question ?? '');

function wordRedirected(facts: MoveFacts, event: Of<'escalation-redirected'>): string {
  const about = { who: doer(facts), question: questionOf(facts, event) };
  return event.toAccountId === facts.reader
    ? say('question.toYou', about)
    : say('question.toOther', { ...about, person: facts.name(event.toAccountId) });
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
      return [say('question.raised', { who, question: event.question }), ...aboutQuestion(facts, event)];
    case 'authority-granted':
      return wordGrant(who, event, facts);
    case 'waiver-granted':
      return [wordWaiver(who, wordRules(event.rules), atMoment(event.expiresAt, facts), event)];
    case 'waiver-ended':
      return [say('waiver.ended', { who, reason: event.reason })];
    case 'escalation-redirected':
      return [wordRedirected(facts, event)];
    case 'escalation-taken-back':
      return [say('question.takenBack', { question: questionOf(facts, event), who, reason: event.reason })];
    case 'question-taken-over':
      return [say('question.takenOver', { question: questionOf(facts, event), who })];
    case 'escalation-answered': {
      const { decision } = event;
      return [say('question.decided', { question: questionOf(facts, event), who, decision })];
    }
    case 'gap-raised':
      return [say('gap.raised', { who, what: event.what })];
    case 'gap-answered': {
      const what = charter.gaps.find(({ id }) => id === event.gapId)?.what ?? '';
      return [say('gap.answered', { what, who, answer: event.answer })];
    }
    case 'check-in-submitted':
      return wordCheckIn(facts, event);
    case 'departure-changed':
      return wordDeparture(facts, event);
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
