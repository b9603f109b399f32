import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import { brokenBy, inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { answer, GATHERED_SECONDS } from '../tells';
import { providerWhen } from '../past';
import { msOf } from '../../time/time';
import { always } from '../may-follow';

interface WithdrawAgreement {
  readonly type: 'withdraw-agreement';
  readonly agreementId: AgreementId;
  readonly reason: string;
}

interface AgreementWithdrawn extends OfAgreement {
  readonly type: 'agreement-withdrawn';
  readonly reason: string;
}

/** What was accepted is done, and done is not taken back. */
export const withdrawAgreement = defineCommand<WithdrawAgreement, AgreementWithdrawn>({
  type: 'withdraw-agreement',
  event: 'agreement-withdrawn',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells({ agreementId, at: when }, moment) {
    const { history, at, putBy } = moment;
    const before = history.slice(0, at).findLast((event) => event.agreementId === agreementId);
    if (before?.type === 'agreement-declined') return [];
    const isUntold =
      before !== undefined &&
      putBy(before) === 'agreement' &&
      msOf(when) - msOf(before.at) < GATHERED_SECONDS * 1000;
    return isUntold ? [] : answer(providerWhen(moment, agreementId));
  },
  decide: onAgreement((c, { reason }) =>
    unless(
      [notRequester(c), wrongStatus(c, 'requested', 'countered', 'declined', 'acknowledged', 'delivered')],
      { type: 'agreement-withdrawn', ...stampOf(c), reason },
    ),
  ),
  evolve: inAgreement((agreement, { at, reason }) =>
    inState(
      { ...agreement, ...brokenBy(agreement, at) },
      { status: 'withdrawn', withdrawnAt: at, withdrawReason: reason },
    ),
  ),
});
