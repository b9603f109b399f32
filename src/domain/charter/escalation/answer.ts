import type { EscalationId } from '../../ids';
import { refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import { answer } from '../tells';
import { always } from '../may-follow';

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

/** Only the person who was asked decides; whoever asked still needs their word. */
export const answerEscalation = defineCommand<AnswerEscalation, EscalationAnswered>({
  type: 'answer-escalation',
  event: 'escalation-answered',
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
        escalation.answer ? { code: 'escalation-answered', escalationId } : null,
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
