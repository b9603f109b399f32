import type { AgreementId, IssueId, IssueKey } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { isOpen, sameIssue } from './agreement';
import { inAgreement, neitherSide, onAgreement, stampOf, wrongStatus } from './step';
import { nobody } from '../tells';
import { always } from '../may-follow';

interface LinkAgreement {
  readonly type: 'link-agreement';
  readonly agreementId: AgreementId;
  readonly providerIssueKey: IssueKey;
  readonly providerIssueId?: IssueId | null | undefined;
}

/** The provider's own Jira issue became known, or another one took its place. */
interface AgreementLinked extends OfAgreement {
  readonly type: 'agreement-linked';
  /** Absent only in what is told to a reader who may not see it. */
  readonly providerIssueKey?: IssueKey;
  readonly providerIssueId?: IssueId;
  readonly providerIssueHidden?: true;
}

/** Says which of the provider's own issues carries the promise: both sides then see how it fares. */
export const linkAgreement = defineCommand<LinkAgreement, AgreementLinked>({
  type: 'link-agreement',
  event: 'agreement-linked',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: nobody,
  keepsTurn: true,
  decide: onAgreement((c, asked) => {
    const { providerIssueKey, providerIssueId } = asked;
    const field = 'providerIssueKey';
    const taken = c.charter.agreements.find(
      (other) =>
        other.id !== c.agreement.id &&
        isOpen(other) &&
        other.status !== 'accepted' &&
        sameIssue(other, asked),
    );
    return unless(
      [
        neitherSide(c),
        wrongStatus(c, 'requested', 'countered', 'acknowledged', 'delivered'),
        providerIssueKey === c.facts.issueKey ? { code: 'own-issue', field } : null,
        providerIssueId === null ? { code: 'issue-not-found', field, issueKey: providerIssueKey } : null,
        sameIssue(c.agreement, asked) ? { code: 'same-issue', field } : null,
        taken ? { code: 'already-asked', agreementId: taken.id, field } : null,
      ],
      {
        type: 'agreement-linked',
        ...stampOf(c),
        providerIssueKey,
        ...(typeof providerIssueId === 'string' && { providerIssueId }),
      },
    );
  }),
  // Whatever id belonged to the issue before is gone with it.
  evolve: inAgreement(
    (
      { providerIssueKey: _key, providerIssueId: _id, providerIssueHidden: _hidden, ...agreement },
      { providerIssueKey, providerIssueId },
    ) => ({
      ...agreement,
      ...(providerIssueKey !== undefined && { providerIssueKey }),
      ...(providerIssueId !== undefined && { providerIssueId }),
    }),
  ),
});
