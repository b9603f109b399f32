import type { EscalationId } from '../../ids';
import { refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import type { Charter } from '../charter';
import type { Facts } from '../facts';
import { holdsRight } from '../ownership/holds-right';
import { isDri, stamp, unless } from '../refusals';
import { answer } from '../tells';
import { always } from '../may-follow';
import type { Refusal } from '../rejection';
import type { Escalation } from './escalation';

interface AnswerEscalation {
  readonly type: 'answer-escalation';
  readonly escalationId: EscalationId;
  readonly decision: string;
}

interface EscalationAnswered extends Happened {
  readonly type: 'escalation-answered';
  readonly escalationId: EscalationId;
  readonly decision: string;
}

/** Refuses a question that waits for no decision any more. */
export function refuseDecided({ id: escalationId, answer, takenBack }: Escalation): Refusal | null {
  if (answer) return { code: 'escalation-answered', escalationId };
  return takenBack ? { code: 'question-taken-back', escalationId } : null;
}

/**
 * The person who was asked decides, and whoever the policy lets decide in their place: never who asked, nor the DRI,
 * who still need somebody else's word.
 */
const mayDecide = ({ toAccountId, raisedBy }: Escalation, charter: Charter, facts: Facts): boolean =>
  toAccountId === facts.actor.accountId ||
  (raisedBy !== facts.actor.accountId && !isDri(charter, facts) && holdsRight('decide', charter, facts));

export const answerEscalation = defineCommand<AnswerEscalation, EscalationAnswered>({
  type: 'answer-escalation',
  event: 'escalation-answered',
  room: 'reserve',
  subject: 'questions',
  affects: ['questions'],
  people: [],
  mayFollow: always,
  // Whoever was asked need not decide any more what somebody else did.
  tells({ escalationId, by }, { charter }) {
    const question = charter.escalations.find(({ id }) => id === escalationId);
    return [
      ...answer(question?.raisedBy),
      ...(question === undefined || question.toAccountId === by ? [] : answer(question.toAccountId)),
    ];
  },
  decide(charter, { escalationId, decision }, facts) {
    const escalation = charter.escalations.find(({ id }) => id === escalationId);
    if (!escalation) return refuse({ code: 'escalation-not-found', escalationId });
    return unless(
      [
        mayDecide(escalation, charter, facts) ? null : { code: 'forbidden', needs: 'addressee' },
        refuseDecided(escalation),
      ],
      { type: 'escalation-answered', ...stamp(facts), escalationId, decision },
    );
  },
  evolve: (charter, { at, by, escalationId, decision }) => ({
    ...charter,
    escalations: charter.escalations.map((one) =>
      one.id === escalationId ? { ...one, answer: { decision, by, at } } : one,
    ),
  }),
});
