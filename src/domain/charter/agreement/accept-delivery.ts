import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import { inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { providerHears } from '../tells';
import { always } from '../may-follow';

interface AcceptDelivery {
  readonly type: 'accept-delivery';
  readonly agreementId: AgreementId;
}

interface DeliveryAccepted extends OfAgreement {
  readonly type: 'delivery-accepted';
}

export const acceptDelivery = defineCommand<AcceptDelivery, DeliveryAccepted>({
  type: 'accept-delivery',
  event: 'delivery-accepted',
  room: 'reserve',
  undoable: () => true,
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: providerHears,
  tellsOfFinished: true,
  decide: onAgreement((c) =>
    unless([notRequester(c), wrongStatus(c, 'delivered')], { type: 'delivery-accepted', ...stampOf(c) }),
  ),
  evolve: inAgreement((agreement, { at }) => {
    if (agreement.status !== 'delivered') return agreement;
    const { acknowledgedAt, committedBy, deliveredAt, evidence } = agreement;
    const state = { acknowledgedAt, committedBy, deliveredAt, evidence };
    return inState(agreement, { ...state, status: 'accepted', acceptedAt: at });
  }),
});
