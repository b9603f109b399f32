import type { AccountId, AgreementId, EscalationId, NeedId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { notDri, refuseNeed, refusePerson, stamp, unless } from '../refusals';
import { MAX_ESCALATIONS } from './escalation';
import { move } from '../tells';
import { always } from '../may-follow';

interface RaiseEscalation {
  readonly type: 'raise-escalation';
  readonly question: string;
  readonly toAccountId: AccountId;
  readonly aboutAgreementId?: AgreementId | undefined;
  /** The need of a check-in that it answers. */
  readonly needId?: NeedId | undefined;
}

interface EscalationRaised extends Happened {
  readonly type: 'escalation-raised';
  readonly escalationId: EscalationId;
  readonly question: string;
  readonly toAccountId: AccountId;
  readonly aboutAgreementId?: AgreementId;
  readonly needId?: NeedId;
}

export const raiseEscalation = defineCommand<RaiseEscalation, EscalationRaised>({
  type: 'raise-escalation',
  event: 'escalation-raised',
  subject: 'questions',
  affects: [],
  people: ['toAccountId'],
  mayFollow: always,
  tells({ escalationId }, { charter }) {
    const question = charter.escalations.find(({ id }) => id === escalationId);
    return question?.answer ? [] : move(question?.toAccountId);
  },
  puts: 'question',
  decide(charter, { question, toAccountId, aboutAgreementId, needId }, facts) {
    const { escalations, agreements } = charter;
    return unless(
      [
        notDri(charter, facts),
        toAccountId === facts.actor.accountId
          ? { code: 'escalation-to-oneself', field: 'toAccountId' }
          : refusePerson(facts, toAccountId, 'toAccountId'),
        aboutAgreementId === undefined || agreements.some(({ id }) => id === aboutAgreementId)
          ? null
          : { code: 'agreement-unknown', field: 'aboutAgreementId', agreementId: aboutAgreementId },
        refuseNeed(charter, needId),
        escalations.length >= MAX_ESCALATIONS
          ? { code: 'too-many-escalations', limit: MAX_ESCALATIONS }
          : null,
      ],
      {
        type: 'escalation-raised',
        ...stamp(facts),
        escalationId: `E${escalations.length + 1}`,
        question,
        toAccountId,
        ...(aboutAgreementId !== undefined && { aboutAgreementId }),
        ...(needId !== undefined && { needId }),
      },
    );
  },
  evolve(charter, { at, by, escalationId, question, toAccountId, aboutAgreementId, needId }) {
    const raised = {
      id: escalationId,
      question,
      toAccountId,
      raisedBy: by,
      raisedAt: at,
      ...(aboutAgreementId !== undefined && { agreementId: aboutAgreementId }),
      ...(needId !== undefined && { needId }),
    };
    return { ...charter, escalations: [...charter.escalations, raised] };
  },
});
