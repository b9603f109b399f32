import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import {
  brokenBy,
  inAgreement,
  neitherSide,
  onAgreement,
  pastDate,
  sideOf,
  stampOf,
  wrongStatus,
} from './step';
import { answer } from '../tells';
import { driWhen, providerWhen } from '../past';
import { always } from '../may-follow';

interface AnswerRenegotiation {
  readonly type: 'answer-renegotiation';
  readonly agreementId: AgreementId;
  readonly accept: boolean;
}

interface RenegotiationAnswered extends OfAgreement {
  readonly type: 'renegotiation-answered';
  readonly accepted: boolean;
}

/** The other side's yes or no to a proposed day; whoever proposed it cannot give it. */
export const answerRenegotiation = defineCommand<AnswerRenegotiation, RenegotiationAnswered>({
  type: 'answer-renegotiation',
  event: 'renegotiation-answered',
  room: 'reserve',
  undoable: () => true,
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells({ agreementId, by }, moment) {
    const provider = providerWhen(moment, agreementId);
    return answer(by === provider ? driWhen(moment, agreementId) : provider);
  },
  says: ({ agreementId, accept }) => ({ agreementId, accepted: accept }),
  decide: onAgreement((c, { accept: accepted }) => {
    const { agreement } = c;
    const proposed = agreement.status === 'acknowledged' ? agreement.renegotiation : undefined;
    return unless(
      [
        neitherSide(c),
        wrongStatus(c, 'acknowledged'),
        proposed ? null : { code: 'no-renegotiation' },
        proposed?.side === sideOf(c) ? { code: 'forbidden', needs: 'other-side' } : null,
        accepted && proposed ? pastDate(c, 'committedBy', proposed.committedBy) : null,
      ],
      { type: 'renegotiation-answered', ...stampOf(c), accepted },
    );
  }),
  evolve: inAgreement((agreement, { at, accepted }) => {
    if (agreement.status !== 'acknowledged' || !agreement.renegotiation) return agreement;
    const { renegotiation, committedBy, acknowledgedAt } = agreement;
    if (!accepted) {
      const { renegotiation: _answered, ...goesOn } = agreement;
      return goesOn;
    }
    const { proposedBy: by, committedBy: to, reason } = renegotiation;
    const change = { at, by, from: committedBy, to, reason };
    return inState(
      { ...agreement, ...brokenBy(agreement, at), dateChanges: [...agreement.dateChanges, change] },
      { status: 'acknowledged', acknowledgedAt, committedBy: to },
    );
  }),
});
