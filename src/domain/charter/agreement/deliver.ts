import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState, isOverdue, isPromised } from './agreement';
import { inAgreement, notProvider, onAgreement, stampOf, wrongStatus } from './step';
import { driTurn } from '../tells';
import { always } from '../may-follow';

interface DeliverAgreement {
  readonly type: 'deliver-agreement';
  readonly agreementId: AgreementId;
  readonly evidence: string;
}

interface AgreementDelivered extends OfAgreement {
  readonly type: 'agreement-delivered';
  readonly evidence: string;
  readonly late: boolean;
}

export const deliverAgreement = defineCommand<DeliverAgreement, AgreementDelivered>({
  type: 'deliver-agreement',
  event: 'agreement-delivered',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: driTurn('delivered'),
  decide: onAgreement((c, { evidence }) =>
    unless([notProvider(c), wrongStatus(c, 'acknowledged')], {
      type: 'agreement-delivered',
      ...stampOf(c),
      evidence,
      late: isOverdue(c.agreement, c.facts.now),
    }),
  ),
  evolve: inAgreement((agreement, { at, evidence, late }) => {
    if (!isPromised(agreement)) return agreement;
    const { acknowledgedAt, committedBy } = agreement;
    return inState(
      { ...agreement, ...(late && !agreement.breach && { breach: { side: 'late', at } }) },
      { status: 'delivered', acknowledgedAt, committedBy, deliveredAt: at, evidence },
    );
  }),
});
