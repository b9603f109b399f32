import type { AgreementId } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { move } from '../tells';
import { inState, isSelfDealt } from './agreement';
import { askerNow, inAgreement, notProvider, onAgreement, stampOf, wrongStatus } from './step';
import { always } from '../may-follow';

interface AskMore {
  readonly type: 'ask-more';
  readonly agreementId: AgreementId;
  readonly question: string;
}

interface MoreAsked extends OfAgreement {
  readonly type: 'more-asked';
  readonly question: string;
}

/** Sends a request back with a question: until that is answered, it is the move of whoever asked. */
export const askMore = defineCommand<AskMore, MoreAsked>({
  type: 'ask-more',
  event: 'more-asked',
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  asksBack: true,
  tells({ at, agreementId }, { charter }) {
    const agreement = charter.agreements.find(({ id }) => id === agreementId);
    const stands = agreement?.status === 'requested' && agreement.question?.at === at;
    return stands ? move(askerNow(charter, agreement)) : [];
  },
  decide: onAgreement((c, { question }) =>
    unless(
      [
        notProvider(c),
        wrongStatus(c, 'requested'),
        // Nobody asks themselves.
        isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
        c.agreement.status === 'requested' && c.agreement.question
          ? { code: 'more-asked-already', agreementId: c.agreement.id }
          : null,
      ],
      { type: 'more-asked', ...stampOf(c), question },
    ),
  ),
  evolve: inAgreement((agreement, { at, question }) =>
    agreement.status === 'requested'
      ? inState(agreement, { status: 'requested', question: { text: question, at } })
      : agreement,
  ),
});
