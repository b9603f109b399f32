import type { AccountId, AgreementId, EscalationId } from '../ids';
import { isAwayAlone, standInOf } from '../team/presence';
import type { TimeZone } from '../time/time';
import { acceptedDri, type Charter } from './charter';
import { defineEvent, type Happened, type OfAgreement } from './define-command';
import { putTo } from './escalation/escalation';
import type { Facts } from './facts';
import { zoneFact, zoneOfPerson } from './ownership/dri-zone';
import { standsBehind } from './ownership/stands-behind';
import { stamp } from './refusals';

/** Whoever stands in answered: the promise, or the no, is theirs from then on. */
interface AgreementTakenOver extends OfAgreement {
  readonly type: 'agreement-taken-over';
  readonly providerAccountId: AccountId;
  readonly providerZone: TimeZone;
  readonly fromAccountId: AccountId;
}

/** No command of its own: it comes before the answer of whoever stands in. The clock of the request runs on. */
export const agreementTakenOver = defineEvent<AgreementTakenOver>({
  event: 'agreement-taken-over',
  affects: [],
  people: ['providerAccountId', 'fromAccountId'],
  mayFollow: ({ agreements }, { agreementId, fromAccountId }) =>
    agreements.some(({ id, providerAccountId }) => id === agreementId && providerAccountId === fromAccountId),
  // Who was away reads of it when they are back.
  tells: ({ fromAccountId }) => [[fromAccountId, 'news']],
  keepsTurn: true,
  evolve: (charter, { agreementId, providerAccountId, providerZone }) => ({
    ...charter,
    agreements: charter.agreements.map((one) =>
      one.id === agreementId ? { ...one, providerAccountId, providerZone } : one,
    ),
  }),
});

/** The same of a question: whoever stands in decides it. */
interface QuestionTakenOver extends Happened {
  readonly type: 'question-taken-over';
  readonly escalationId: EscalationId;
  readonly toAccountId: AccountId;
  /** The person's own, where Jira tells it. */
  readonly zone?: TimeZone;
  readonly fromAccountId: AccountId;
}

export const questionTakenOver = defineEvent<QuestionTakenOver>({
  event: 'question-taken-over',
  affects: ['questions'],
  people: ['toAccountId', 'fromAccountId'],
  mayFollow: ({ escalations }, { escalationId, fromAccountId }) =>
    escalations.some(({ id, toAccountId }) => id === escalationId && toAccountId === fromAccountId),
  tells: ({ fromAccountId }) => [[fromAccountId, 'news']],
  evolve: (charter, { escalationId, toAccountId, zone }) => ({
    ...charter,
    escalations: charter.escalations.map((one) => {
      if (one.id !== escalationId) return one;
      const { redirectedAt: _same, ...put } = putTo(one, toAccountId, zone, one.raisedAt);
      return { ...put, ...(one.redirectedAt !== undefined && { redirectedAt: one.redirectedAt }) };
    }),
  }),
});

/** What a provider answers, and whoever stands in for them. */
const OF_PROVIDER: ReadonlySet<string> = new Set([
  'acknowledge-agreement',
  'counter-agreement',
  'decline-agreement',
  'reply-later',
  'ask-more',
  'deliver-agreement',
  'confirm-agreement',
  'renegotiate-agreement',
  'answer-renegotiation',
]);

/** A command, as far as it says what it answers. */
interface Answers {
  readonly type: string;
  readonly agreementId?: AgreementId;
  readonly escalationId?: EscalationId;
}

/**
 * What comes before the answer of somebody who stands in for whoever was asked: it becomes theirs. Null where the answer is
 * the actor's own to give, or nobody's.
 */
export function takenOver(
  charter: Charter,
  command: Answers,
  facts: Facts,
): AgreementTakenOver | QuestionTakenOver | null {
  const { actor, policy, now } = facts;
  const isStandIn = (accountId: AccountId): boolean =>
    accountId !== actor.accountId && standInOf(accountId, policy, now) === actor.accountId;
  if (command.type === 'answer-escalation') {
    const question = charter.escalations.find(({ id }) => id === command.escalationId);
    // Nobody decides what they asked themselves.
    if (!question || question.raisedBy === actor.accountId || !isStandIn(question.toAccountId)) return null;
    return {
      type: 'question-taken-over',
      ...stamp(facts),
      escalationId: question.id,
      toAccountId: actor.accountId,
      ...zoneFact(facts, actor.accountId),
      fromAccountId: question.toAccountId,
    };
  }
  const agreement = charter.agreements.find(({ id }) => id === command.agreementId);
  if (!agreement || !OF_PROVIDER.has(command.type) || !isStandIn(agreement.providerAccountId)) return null;
  // Nobody promises to themselves, in whosever place.
  if (agreement.requestedBy === actor.accountId || charter.dri?.accountId === actor.accountId) return null;
  return {
    type: 'agreement-taken-over',
    ...stamp(facts),
    agreementId: agreement.id,
    providerAccountId: actor.accountId,
    providerZone: zoneOfPerson(
      Object.hasOwn(facts.people, actor.accountId) ? facts.people[actor.accountId] : undefined,
      policy,
    ),
    fromAccountId: agreement.providerAccountId,
  };
}

/** Whether the owner can act: they are there, or somebody stands in for them. */
function ownerIsGone(charter: Charter, owner: AccountId, { people, policy, now }: Facts): boolean {
  const person = Object.hasOwn(people, owner) ? people[owner] : undefined;
  return (
    person?.active === false || charter.dri?.lostAccessAt !== undefined || isAwayAlone(owner, policy, now)
  );
}

/**
 * Who gives the owner's answers: the owner, or whoever stands in for them; where nobody owns the item, or its owner left,
 * lost sight of it or is away with nobody standing in, whoever stands behind it. Accepting ownership, granting and
 * waiving stay each person's own.
 */
export function actsForOwner(charter: Charter, facts: Facts): boolean {
  const { actor, policy, now } = facts;
  const owner = acceptedDri(charter);
  if (owner === actor.accountId) return true;
  if (owner === null) return standsBehind(charter, facts);
  if (standInOf(owner, policy, now) === actor.accountId) return true;
  return ownerIsGone(charter, owner, facts) && standsBehind(charter, facts);
}
