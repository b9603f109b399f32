import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import { brokenBy, inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { always } from '../may-follow';
import { releasesProvider } from './asks-provider';

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
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: releasesProvider,
  tellsOfFinished: true,
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
