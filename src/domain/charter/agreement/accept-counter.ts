import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState, isSelfDealt } from './agreement';
import { inAgreement, notRequester, onAgreement, pastDate, stampOf, wrongStatus } from './step';
import { providerHears } from '../tells';
import { always } from '../may-follow';

interface AcceptCounter {
  readonly type: 'accept-counter';
  readonly agreementId: AgreementId;
}

interface CounterAccepted extends OfAgreement {
  readonly type: 'counter-accepted';
}

export const acceptCounter = defineCommand<AcceptCounter, CounterAccepted>({
  type: 'accept-counter',
  event: 'counter-accepted',
  room: 'reserve',
  undoable: () => true,
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: providerHears,
  decide: onAgreement((c) =>
    unless(
      [
        notRequester(c),
        wrongStatus(c, 'countered'),
        isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
        c.agreement.status === 'countered'
          ? pastDate(c, 'committedBy', c.agreement.counter.committedBy)
          : null,
      ],
      { type: 'counter-accepted', ...stampOf(c) },
    ),
  ),
  evolve: inAgreement((agreement, { at }) => {
    if (agreement.status !== 'countered') return agreement;
    const { counter } = agreement;
    return inState(
      { ...agreement, ...(counter.deliverable !== undefined && { deliverable: counter.deliverable }) },
      { status: 'acknowledged', acknowledgedAt: at, committedBy: counter.committedBy },
    );
  }),
});
