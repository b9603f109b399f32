import type { AccountId, AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { refusePerson, unless } from '../refusals';
import type { Refusal } from '../rejection';
import { inState, isSelfDealt } from './agreement';
import { inAgreement, notProvider, onAgreement, unfitDate, stampOf, wrongStatus, type Case } from './step';
import { driTurn } from '../tells';
import { always } from '../may-follow';

interface DeclineAgreement {
  readonly type: 'decline-agreement';
  readonly agreementId: AgreementId;
  readonly reason: string;
  readonly alternativeAccountId?: AccountId | undefined;
  readonly availableFrom?: IsoDate | undefined;
}

interface AgreementDeclined extends OfAgreement {
  readonly type: 'agreement-declined';
  readonly reason: string;
  readonly alternativeAccountId?: AccountId;
  readonly availableFrom?: IsoDate;
}

function badAlternative(
  { agreement, charter, facts }: Case,
  { alternativeAccountId, availableFrom }: DeclineAgreement,
): Refusal | null {
  if (alternativeAccountId === undefined) {
    return availableFrom === undefined ? { code: 'alternative-missing' } : null;
  }
  const field = 'alternativeAccountId';
  if (alternativeAccountId === facts.actor.accountId) return { code: 'alternative-is-self', field };
  // Whoever asks cannot promise it to themselves.
  return isSelfDealt({ ...agreement, providerAccountId: alternativeAccountId }, charter.dri?.accountId)
    ? { code: 'alternative-is-asker', field, accountId: alternativeAccountId }
    : refusePerson(facts, alternativeAccountId, field);
}

/** A decline names who could do it instead, or from when the provider can. */
export const declineAgreement = defineCommand<DeclineAgreement, AgreementDeclined>({
  type: 'decline-agreement',
  event: 'agreement-declined',
  room: 'reserve',
  undoable: () => true,
  subject: 'agreement',
  affects: [],
  people: ['alternativeAccountId'],
  mayFollow: always,
  tells: driTurn('declined'),
  decide: onAgreement((c, command) => {
    const { reason, alternativeAccountId, availableFrom } = command;
    return unless(
      [
        notProvider(c),
        wrongStatus(c, 'requested'),
        badAlternative(c, command),
        unfitDate(c, 'availableFrom', availableFrom),
      ],
      {
        type: 'agreement-declined',
        ...stampOf(c),
        reason,
        ...(alternativeAccountId !== undefined && { alternativeAccountId }),
        ...(availableFrom !== undefined && { availableFrom }),
      },
    );
  }),
  evolve: inAgreement((agreement, { at, reason, alternativeAccountId, availableFrom }) =>
    inState(agreement, {
      status: 'declined',
      declinedAt: at,
      declineReason: reason,
      ...(alternativeAccountId !== undefined && { alternativeAccountId }),
      ...(availableFrom !== undefined && { availableFrom }),
    }),
  ),
});
