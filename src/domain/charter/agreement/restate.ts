import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { askedAgain, inAgreement, notRequester, onAgreement, pastDate, stampOf, wrongStatus } from './step';
import { asksProvider } from './asks-provider';
import { always } from '../may-follow';

interface RestateAgreement {
  readonly type: 'restate-agreement';
  readonly agreementId: AgreementId;
  readonly neededBy?: IsoDate | undefined;
  readonly deliverable?: string | undefined;
  readonly acceptance?: string | undefined;
}

interface AgreementRestated extends OfAgreement {
  readonly type: 'agreement-restated';
  readonly neededBy?: IsoDate;
  readonly deliverable?: string;
  readonly acceptance?: string;
}

export const restateAgreement = defineCommand<RestateAgreement, AgreementRestated>({
  type: 'restate-agreement',
  event: 'agreement-restated',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: asksProvider,
  puts: 'agreement',
  decide: onAgreement((c, { neededBy, deliverable, acceptance }) => {
    const { agreement } = c;
    const changed =
      (neededBy !== undefined && neededBy !== agreement.neededBy) ||
      (deliverable !== undefined && deliverable !== agreement.deliverable) ||
      (acceptance !== undefined && acceptance !== agreement.acceptance);
    return unless(
      [
        notRequester(c),
        wrongStatus(c, 'countered', 'declined'),
        changed ? null : { code: 'nothing-restated' },
        pastDate(c, 'neededBy', neededBy ?? agreement.neededBy),
      ],
      {
        type: 'agreement-restated',
        ...stampOf(c),
        ...(neededBy !== undefined && { neededBy }),
        ...(deliverable !== undefined && { deliverable }),
        ...(acceptance !== undefined && { acceptance }),
      },
    );
  }),
  evolve: inAgreement((agreement, { at, neededBy, deliverable, acceptance }) =>
    askedAgain(agreement, at, {
      ...(neededBy !== undefined && { neededBy }),
      ...(deliverable !== undefined && { deliverable }),
      ...(acceptance !== undefined && { acceptance }),
    }),
  ),
});
