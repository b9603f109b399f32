import type { AccountId, AgreementId, EscalationId, NeedId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { notDri, refuseNeed, refusePerson, stamp, unless } from '../refusals';
import { localDate } from '../../time/local-date';
import type { IsoDate, TimeZone } from '../../time/time';
import { zoneFact, zoneOfPerson } from '../ownership/dri-zone';
import { isUndecided, MAX_ESCALATIONS, type Asks } from './escalation';
import { move, putLast } from '../tells';
import { always } from '../may-follow';
import { nextNumber } from '../numbering';
import { fillsTooMuch } from '../release';

interface RaiseEscalation {
  readonly type: 'raise-escalation';
  readonly question: string;
  readonly toAccountId: AccountId;
  readonly aboutAgreementId?: AgreementId | undefined;
  /** The need of a check-in that it answers. */
  readonly needId?: NeedId | undefined;
  /** The day by which the decision is needed. */
  readonly neededBy?: IsoDate | undefined;
  readonly asks?: Asks | undefined;
}

export interface EscalationRaised extends Happened {
  readonly type: 'escalation-raised';
  readonly escalationId: EscalationId;
  readonly question: string;
  readonly toAccountId: AccountId;
  /** The person's own, where Jira tells it. */
  readonly zone?: TimeZone;
  readonly aboutAgreementId?: AgreementId;
  readonly needId?: NeedId;
  readonly neededBy?: IsoDate;
  readonly asks?: Asks;
}

export const raiseEscalation = defineCommand<RaiseEscalation, EscalationRaised>({
  type: 'raise-escalation',
  event: 'escalation-raised',
  room: 'ordinary',
  subject: 'questions',
  affects: [],
  people: ['toAccountId'],
  mayFollow: always,
  tells({ escalationId }, moment) {
    const question = moment.charter.escalations.find(({ id }) => id === escalationId);
    const stands = question && isUndecided(question) && putLast(moment, { escalationId });
    return stands ? move(question.toAccountId) : [];
  },
  puts: 'question',
  decide(charter, command, facts) {
    const { question, toAccountId, aboutAgreementId, needId, neededBy, asks } = command;
    const { escalations, agreements } = charter;
    const today = localDate(facts.now, zoneOfPerson(facts.people[toAccountId], facts.policy));
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
        neededBy !== undefined && neededBy < today
          ? { code: 'date-in-past', field: 'neededBy', date: neededBy, today }
          : null,
        escalations.filter(({ answer }) => !answer).length >= MAX_ESCALATIONS
          ? { code: 'too-many-escalations', limit: MAX_ESCALATIONS }
          : null,
        fillsTooMuch(charter, facts.actor.accountId, { question }) ? { code: 'too-much-open' } : null,
      ],
      {
        type: 'escalation-raised',
        ...stamp(facts),
        escalationId: `E${nextNumber(escalations)}`,
        question,
        toAccountId,
        ...zoneFact(facts, toAccountId),
        ...(aboutAgreementId !== undefined && { aboutAgreementId }),
        ...(needId !== undefined && { needId }),
        ...(neededBy !== undefined && { neededBy }),
        ...(asks && { asks }),
      },
    );
  },
  evolve(charter, { type: _type, at, by, escalationId, aboutAgreementId, zone, ...said }) {
    const raised = {
      ...said,
      id: escalationId,
      raisedBy: by,
      raisedAt: at,
      ...(zone !== undefined && { toZone: zone }),
      ...(aboutAgreementId !== undefined && { agreementId: aboutAgreementId }),
    };
    return { ...charter, escalations: [...charter.escalations, raised] };
  },
});
