import type { EscalationId } from '../../ids';
import { refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import { notDri, stamp, unless } from '../refusals';
import { answer, wasUntold } from '../tells';
import { refuseDecided } from './answer';
import { always } from '../may-follow';

interface TakeBackEscalation {
  readonly type: 'take-back-escalation';
  readonly escalationId: EscalationId;
  readonly reason: string;
}

interface EscalationTakenBack extends Happened {
  readonly type: 'escalation-taken-back';
  readonly escalationId: EscalationId;
  readonly reason: string;
}

/** A question that needs no decision any more: by whoever asked it, or owns the item now. */
export const takeBackEscalation = defineCommand<TakeBackEscalation, EscalationTakenBack>({
  type: 'take-back-escalation',
  event: 'escalation-taken-back',
  room: 'reserve',
  subject: 'questions',
  affects: ['questions'],
  people: [],
  mayFollow: always,
  tells({ at, escalationId }, moment) {
    const question = moment.charter.escalations.find(({ id }) => id === escalationId);
    return wasUntold(moment, { escalationId }, at) ? [] : answer(question?.toAccountId);
  },
  decide(charter, { escalationId, reason }, facts) {
    const question = charter.escalations.find(({ id }) => id === escalationId);
    if (!question) return refuse({ code: 'escalation-not-found', escalationId });
    return unless(
      [
        question.raisedBy === facts.actor.accountId || notDri(charter, facts) === null
          ? null
          : { code: 'forbidden', needs: 'asker' },
        refuseDecided(question),
      ],
      { type: 'escalation-taken-back', ...stamp(facts), escalationId, reason },
    );
  },
  evolve: (charter, { at, by, escalationId, reason }) => ({
    ...charter,
    escalations: charter.escalations.map((one) =>
      one.id === escalationId ? { ...one, takenBack: { by, at, reason } } : one,
    ),
  }),
});
