import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { inState, isSelfDealt } from './agreement';
import { inAgreement, notProvider, onAgreement, pastDate, stampOf, wrongStatus } from './step';
import { driHears } from '../tells';
import { always } from '../may-follow';

interface AcknowledgeAgreement {
  readonly type: 'acknowledge-agreement';
  readonly agreementId: AgreementId;
}

interface AgreementAcknowledged extends OfAgreement {
  readonly type: 'agreement-acknowledged';
  readonly committedBy: IsoDate;
}

export const acknowledgeAgreement = defineCommand<AcknowledgeAgreement, AgreementAcknowledged>({
  type: 'acknowledge-agreement',
  event: 'agreement-acknowledged',
  room: 'reserve',
  undoable: () => true,
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: driHears,
  decide: onAgreement((c) => {
    const { agreement } = c;
    const spoken = agreement.status === 'requested' ? agreement.spokenYes : undefined;
    const committedBy = spoken?.committedBy ?? agreement.neededBy;
    return unless(
      [
        notProvider(c),
        wrongStatus(c, 'requested'),
        isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
        // A day that is over cannot be promised any more; a counter names one that can.
        pastDate(c, 'neededBy', committedBy),
      ],
      { type: 'agreement-acknowledged', ...stampOf(c), committedBy },
    );
  }),
  evolve: inAgreement((agreement, { at, committedBy }) =>
    inState(agreement, { status: 'acknowledged', acknowledgedAt: at, committedBy }),
  ),
});
