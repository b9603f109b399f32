import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inAgreement, notProvider, onAgreement, stampOf, wrongStatus } from './step';
import { driHears, sponsorHearsToday } from '../tells';
import { always } from '../may-follow';

interface ConfirmAgreement {
  readonly type: 'confirm-agreement';
  readonly agreementId: AgreementId;
  readonly onTrack: boolean;
  readonly reason?: string | undefined;
}

/** The provider said whether the promise still holds; `reason` where it does not. */
interface AgreementConfirmed extends OfAgreement {
  readonly type: 'agreement-confirmed';
  readonly onTrack: boolean;
  readonly reason?: string;
}

/** The provider's word on a promise that is under way. A no says why, and moves no day: that is asked for. */
export const confirmAgreement = defineCommand<ConfirmAgreement, AgreementConfirmed>({
  type: 'confirm-agreement',
  event: 'agreement-confirmed',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: (event, moment) => (event.onTrack ? [] : [...driHears(event, moment), ...sponsorHearsToday(moment)]),
  keepsTurn: true,
  decide: onAgreement((c, { onTrack, reason }) =>
    unless(
      [
        notProvider(c),
        wrongStatus(c, 'acknowledged'),
        onTrack || reason !== undefined ? null : { code: 'doubt-without-reason', field: 'reason' },
      ],
      {
        type: 'agreement-confirmed',
        ...stampOf(c),
        onTrack,
        ...(reason !== undefined && { reason }),
      },
    ),
  ),
  evolve: inAgreement((agreement, { at, onTrack, reason = '' }) => {
    if (agreement.status !== 'acknowledged') return agreement;
    const { doubt: _former, ...rest } = agreement;
    return onTrack ? { ...rest, confirmedAt: at } : { ...rest, doubt: { at, reason } };
  }),
});
