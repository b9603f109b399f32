import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState, isSelfDealt } from './agreement';
import { asksProvider } from './asks-provider';
import { inAgreement, notRequester, onAgreement, pastDate, stampOf, unfitDate, wrongStatus } from './step';
import { always } from '../may-follow';

interface RecordYes {
  readonly type: 'record-yes';
  readonly agreementId: AgreementId;
  /** The day that was said, where it is another than the one asked for. */
  readonly committedBy?: IsoDate | undefined;
}

interface YesRecorded extends OfAgreement {
  readonly type: 'yes-recorded';
  readonly committedBy: IsoDate;
}

/** A yes that was said aloud. It is no promise before the provider gives it themselves, with one click. */
export const recordYes = defineCommand<RecordYes, YesRecorded>({
  type: 'record-yes',
  event: 'yes-recorded',
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: asksProvider,
  decide: onAgreement((c, { committedBy }) =>
    unless(
      [
        notRequester(c),
        wrongStatus(c, 'requested'),
        isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
        committedBy === undefined
          ? pastDate(c, 'committedBy', c.agreement.neededBy)
          : unfitDate(c, 'committedBy', committedBy),
      ],
      { type: 'yes-recorded', ...stampOf(c), committedBy: committedBy ?? c.agreement.neededBy },
    ),
  ),
  evolve: inAgreement((agreement, { at, by, committedBy }) =>
    agreement.status === 'requested'
      ? inState(agreement, { status: 'requested', spokenYes: { recordedBy: by, committedBy, at } })
      : agreement,
  ),
});
