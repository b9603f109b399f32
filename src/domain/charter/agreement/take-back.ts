import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import { inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { releasesProvider } from './asks-provider';
import { always } from '../may-follow';

interface TakeBackAgreement {
  readonly type: 'take-back-agreement';
  readonly agreementId: AgreementId;
  readonly reason: string;
}

interface AgreementTakenBack extends OfAgreement {
  readonly type: 'agreement-taken-back';
  readonly reason: string;
}

/** Whoever asked takes back what nobody has promised yet, also where somebody else owns the work by now. */
export const takeBackAgreement = defineCommand<TakeBackAgreement, AgreementTakenBack>({
  type: 'take-back-agreement',
  event: 'agreement-taken-back',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: releasesProvider,
  tellsOfFinished: true,
  decide: onAgreement((c, { reason }) =>
    unless(
      [
        c.agreement.requestedBy === c.facts.actor.accountId || notRequester(c) === null
          ? null
          : { code: 'forbidden', needs: 'asker' },
        wrongStatus(c, 'requested', 'countered', 'declined'),
      ],
      { type: 'agreement-taken-back', ...stampOf(c), reason },
    ),
  ),
  evolve: inAgreement((agreement, { at, reason }) =>
    inState(agreement, { status: 'withdrawn', withdrawnAt: at, withdrawReason: reason }),
  ),
});
