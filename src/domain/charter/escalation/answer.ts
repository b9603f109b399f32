import type { EscalationId } from '../../ids';
import { refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
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

/** Only the person who was asked decides; whoever asked still needs their word. */
export const answerEscalation = defineCommand<AnswerEscalation, EscalationAnswered>({
  type: 'answer-escalation',
  event: 'escalation-answered',
  room: 'reserve',
  subject: 'questions',
  affects: ['questions'],
  people: [],
  mayFollow: always,
  tells: ({ escalationId }, { charter }) =>
    answer(charter.escalations.find(({ id }) => id === escalationId)?.raisedBy),
  decide(charter, { escalationId, decision }, facts) {
    const escalation = charter.escalations.find(({ id }) => id === escalationId);
    if (!escalation) return refuse({ code: 'escalation-not-found', escalationId });
    return unless(
      [
        escalation.toAccountId === facts.actor.accountId ? null : { code: 'forbidden', needs: 'addressee' },
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
