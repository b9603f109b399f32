import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState } from './agreement';
import { inAgreement, notProvider, onAgreement, pastDate, stampOf, wrongStatus, type Case } from './step';
import { driTurn } from '../tells';
import { always } from '../may-follow';

interface CounterAgreement {
  readonly type: 'counter-agreement';
  readonly agreementId: AgreementId;
  readonly committedBy: IsoDate;
  readonly reason: string;
  readonly deliverable?: string | undefined;
}

interface AgreementCountered extends OfAgreement {
  readonly type: 'agreement-countered';
  readonly committedBy: IsoDate;
  readonly reason: string;
  readonly deliverable?: string;
}

/** The same day and the same scope are no counter: that would be a yes. */
const offersWhatWasAsked = (
  { agreement }: Case,
  { committedBy, deliverable }: Pick<CounterAgreement, 'committedBy' | 'deliverable'>,
): boolean =>
  committedBy === agreement.neededBy && (deliverable ?? agreement.deliverable) === agreement.deliverable;

export const counterAgreement = defineCommand<CounterAgreement, AgreementCountered>({
  type: 'counter-agreement',
  event: 'agreement-countered',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: driTurn('countered'),
  decide: onAgreement((c, { committedBy, reason, deliverable }) =>
    unless(
      [
        notProvider(c),
        wrongStatus(c, 'requested'),
        pastDate(c, 'committedBy', committedBy),
        offersWhatWasAsked(c, { committedBy, deliverable })
          ? { code: 'same-date', field: 'committedBy' }
          : null,
      ],
      {
        type: 'agreement-countered',
        ...stampOf(c),
        committedBy,
        reason,
        ...(deliverable !== undefined && { deliverable }),
      },
    ),
  ),
  evolve: inAgreement((agreement, { at, committedBy, reason, deliverable }) =>
    inState(agreement, {
      status: 'countered',
      counter: { committedBy, reason, at, ...(deliverable !== undefined && { deliverable }) },
    }),
  ),
});
