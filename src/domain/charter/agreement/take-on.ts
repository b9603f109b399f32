import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { always } from '../may-follow';
import { unless } from '../refusals';
import { providerHears } from '../tells';
import { inAgreement, notRequester, onAgreement, stampOf } from './step';

interface TakeOnAgreement {
  readonly type: 'take-on-agreement';
  readonly agreementId: AgreementId;
}

interface AgreementTakenOn extends OfAgreement {
  readonly type: 'agreement-taken-on';
}

/** The owner needs what was promised to somebody else, or for other work; letting it go is withdrawing it. */
export const takeOnAgreement = defineCommand<TakeOnAgreement, AgreementTakenOn>({
  type: 'take-on-agreement',
  event: 'agreement-taken-on',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: providerHears,
  keepsTurn: true,
  decide: onAgreement((c) =>
    unless([notRequester(c), c.agreement.untaken ? null : { code: 'taken-on-already' }], {
      type: 'agreement-taken-on',
      ...stampOf(c),
    }),
  ),
  // Also where somebody stands in for the owner and says it.
  evolve: inAgreement((agreement, { at }) => {
    const { untaken, ...taken } = agreement;
    return untaken ? { ...taken, resumedAt: at } : agreement;
  }),
});
