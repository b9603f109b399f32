import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inAgreement, neitherSide, onAgreement, unfitDate, sideOf, stampOf, wrongStatus } from './step';
import { move, moveOrLeads, stands } from '../tells';
import type { Renegotiation } from './parts';
import { answersFor } from './settling';
import { always } from '../may-follow';

interface RenegotiateAgreement {
  readonly type: 'renegotiate-agreement';
  readonly agreementId: AgreementId;
  readonly committedBy: IsoDate;
  readonly reason: string;
}

interface RenegotiationProposed extends OfAgreement {
  readonly type: 'renegotiation-proposed';
  readonly side: 'provider' | 'requester';
  readonly committedBy: IsoDate;
  readonly reason: string;
}

/** Whether a side proposes this very day already: saying it again would say nothing. */
const isProposed = (
  renegotiation: Renegotiation | undefined,
  committedBy: IsoDate,
  side: Renegotiation['side'] | null,
): boolean => renegotiation?.committedBy === committedBy && renegotiation.side === (side ?? 'requester');

/** Proposes another day for a promise; the old one binds until the other side says yes. */
export const renegotiateAgreement = defineCommand<RenegotiateAgreement, RenegotiationProposed>({
  type: 'renegotiate-agreement',
  event: 'renegotiation-proposed',
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells({ agreementId }, moment) {
    const agreement = stands(moment, agreementId, 'acknowledged');
    if (agreement?.status !== 'acknowledged' || !agreement.renegotiation) return [];
    const { providerAccountId, renegotiation } = agreement;
    return renegotiation.side === 'provider'
      ? moveOrLeads(answersFor(moment.charter, providerAccountId))
      : move(providerAccountId);
  },
  decide: onAgreement((c, { committedBy, reason }) => {
    const { agreement } = c;
    return unless(
      [
        neitherSide(c),
        wrongStatus(c, 'acknowledged'),
        unfitDate(c, 'committedBy', committedBy),
        agreement.status === 'acknowledged' &&
        (agreement.committedBy === committedBy || isProposed(agreement.renegotiation, committedBy, sideOf(c)))
          ? { code: 'same-date', field: 'committedBy' }
          : null,
      ],
      {
        type: 'renegotiation-proposed',
        ...stampOf(c),
        side: sideOf(c) ?? 'requester',
        committedBy,
        reason,
      },
    );
  }),
  evolve: inAgreement((agreement, { at, side, committedBy, reason, by: proposedBy }) =>
    agreement.status === 'acknowledged'
      ? { ...agreement, renegotiation: { proposedBy, side, committedBy, reason, at } }
      : agreement,
  ),
});
