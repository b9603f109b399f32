import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState, type ReturnCause } from './agreement';
import { inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { move, stands } from '../tells';
import { always } from '../may-follow';

interface ReturnDelivery {
  readonly type: 'return-delivery';
  readonly agreementId: AgreementId;
  readonly cause: ReturnCause;
  readonly reason: string;
}

interface DeliveryReturned extends OfAgreement {
  readonly type: 'delivery-returned';
  readonly cause: ReturnCause;
  readonly reason: string;
}

export const returnDelivery = defineCommand<ReturnDelivery, DeliveryReturned>({
  type: 'return-delivery',
  event: 'delivery-returned',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: ({ agreementId }, moment) => move(stands(moment, agreementId, 'acknowledged')?.providerAccountId),
  decide: onAgreement((c, { cause, reason }) =>
    unless([notRequester(c), wrongStatus(c, 'delivered')], {
      type: 'delivery-returned',
      ...stampOf(c),
      cause,
      reason,
    }),
  ),
  evolve: inAgreement((agreement, { at, cause, reason }) => {
    if (agreement.status !== 'delivered') return agreement;
    const { acknowledgedAt, committedBy } = agreement;
    return inState(
      {
        ...agreement,
        rework: agreement.rework + 1,
        lastReturn: { cause, reason, at },
        ...(cause === 'spec' && !agreement.breach && { breach: { side: 'spec', at } }),
      },
      { status: 'acknowledged', acknowledgedAt, committedBy },
    );
  }),
});
