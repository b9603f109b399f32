import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import {
  askedAgain,
  inAgreement,
  notAsker,
  notRequester,
  onAgreement,
  pastDate,
  stampOf,
  unfitDate,
  wrongStatus,
} from './step';
import { inState, questionOf } from './agreement';
import { asksProvider } from './asks-provider';
import { always } from '../may-follow';

interface RestateAgreement {
  readonly type: 'restate-agreement';
  readonly agreementId: AgreementId;
  readonly neededBy?: IsoDate | undefined;
  readonly deliverable?: string | undefined;
  readonly acceptance?: string | undefined;
  /** To what the provider asked back. */
  readonly answer?: string | undefined;
}

interface AgreementRestated extends OfAgreement {
  readonly type: 'agreement-restated';
  readonly neededBy?: IsoDate;
  readonly deliverable?: string;
  readonly acceptance?: string;
  readonly answer?: string;
}

export const restateAgreement = defineCommand<RestateAgreement, AgreementRestated>({
  type: 'restate-agreement',
  event: 'agreement-restated',
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: asksProvider,
  puts: 'agreement',
  decide: onAgreement((c, { neededBy, deliverable, acceptance, answer }) => {
    const { agreement } = c;
    const asked = questionOf(agreement);
    const changed =
      (asked !== undefined && answer !== undefined) ||
      (neededBy !== undefined && neededBy !== agreement.neededBy) ||
      (deliverable !== undefined && deliverable !== agreement.deliverable) ||
      (acceptance !== undefined && acceptance !== agreement.acceptance);
    return unless(
      [
        asked ? notAsker(c) : notRequester(c),
        wrongStatus(c, 'countered', 'declined', ...(asked ? ['requested' as const] : [])),
        answer !== undefined && !asked ? { code: 'nothing-asked', field: 'answer' } : null,
        changed ? null : { code: 'nothing-restated' },
        neededBy === undefined
          ? pastDate(c, 'neededBy', agreement.neededBy)
          : unfitDate(c, 'neededBy', neededBy),
      ],
      {
        type: 'agreement-restated',
        ...stampOf(c),
        ...(neededBy !== undefined && { neededBy }),
        ...(deliverable !== undefined && { deliverable }),
        ...(acceptance !== undefined && { acceptance }),
        ...(answer !== undefined && { answer }),
      },
    );
  }),
  evolve: inAgreement((agreement, { at, neededBy, deliverable, acceptance, answer }) => {
    const again = askedAgain(agreement, at, {
      ...(neededBy !== undefined && { neededBy }),
      ...(deliverable !== undefined && { deliverable }),
      ...(acceptance !== undefined && { acceptance }),
    });
    const question = questionOf(agreement)?.text;
    return question === undefined || answer === undefined
      ? again
      : inState(again, { status: 'requested', answered: { question, answer } });
  }),
});
