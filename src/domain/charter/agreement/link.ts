import type { AgreementId, IssueId, IssueKey } from '../../ids';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import { isOpen, sameIssue } from './agreement';
import { inAgreement, neitherSide, onAgreement, sideOf, stampOf, wrongStatus, type Case } from './step';
import type { Moment, PastEvent, Told } from '../past';
import { answer, move } from '../tells';
import { answersFor } from './settling';
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
  /** Present where it is only proposed, by this side of a promise that stands: it counts with the other side's yes. */
  readonly proposedBy?: 'provider' | 'requester';
  /** Present where it answers what the other side proposed: that issue is taken, or the one that stood is kept. */
  readonly answers?: 'taken' | 'kept';
}

/**
 * Whether naming this issue changes what was promised: then it is a proposal. A provider who names their own issue where
 * there was none says yes to it by naming it; so does whoever names what the other side proposed.
 */
function isProposal(c: Case, asked: LinkAgreement): boolean {
  const { agreement } = c;
  const { linkProposal, providerIssueKey } = agreement;
  if (agreement.status === 'requested') return false;
  const side = sideOf(c);
  const isTheirs = linkProposal !== undefined && linkProposal.side !== side;
  // What the other side proposed is taken, or what stood is kept.
  if (isTheirs && (sameIssue(linkProposal, asked) || sameIssue(agreement, asked))) return false;
  return side === 'requester' || providerIssueKey !== undefined;
}

/** How an issue that is named answers the other side's proposal; undefined where it does not. */
function answerOf(c: Case, asked: LinkAgreement): AgreementLinked['answers'] {
  const { linkProposal } = c.agreement;
  if (linkProposal === undefined || linkProposal.side === sideOf(c)) return undefined;
  if (sameIssue(linkProposal, asked)) return 'taken';
  return sameIssue(c.agreement, asked) ? 'kept' : undefined;
}

/** The other side of a proposal, as long as it stands; whoever proposed, of an answer. */
function hears(event: AgreementLinked, { charter, history, at }: Moment): Told {
  const { agreementId, proposedBy, answers } = event;
  if (answers !== undefined) {
    const isProposed = ({ type, agreementId: other, proposedBy: side }: PastEvent): boolean =>
      type === event.type && other === agreementId && side !== undefined;
    return answer(history.slice(0, at).findLast(isProposed)?.by);
  }
  const agreement = charter.agreements.find(({ id }) => id === agreementId);
  // Whatever was named after it took its place, or answered it.
  const isOver = history
    .slice(at + 1)
    .some(({ type, agreementId: other }) => type === event.type && other === agreementId);
  if (proposedBy === undefined || isOver || !agreement?.linkProposal || !isOpen(agreement)) return [];
  const { providerAccountId } = agreement;
  return move(proposedBy === 'provider' ? answersFor(charter, providerAccountId) : providerAccountId);
}

/** Naming again what stands changes nothing, unless it turns a proposal of the other side down. */
function isSame(c: Case, asked: LinkAgreement): boolean {
  const { linkProposal } = c.agreement;
  if (linkProposal === undefined) return sameIssue(c.agreement, asked);
  return linkProposal.side === sideOf(c) && sameIssue(linkProposal, asked);
}

/** Says which of the provider's own issues carries the promise; once it is given, the other side has to agree. */
export const linkAgreement = defineCommand<LinkAgreement, AgreementLinked>({
  type: 'link-agreement',
  event: 'agreement-linked',
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: hears,
  keepsTurn: true,
  decide: onAgreement((c, asked) => {
    const { providerIssueKey, providerIssueId } = asked;
    const answers = answerOf(c, asked);
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
        isSame(c, asked) ? { code: 'same-issue', field } : null,
        taken ? { code: 'already-asked', agreementId: taken.id, field } : null,
      ],
      {
        type: 'agreement-linked',
        ...stampOf(c),
        providerIssueKey,
        ...(typeof providerIssueId === 'string' && { providerIssueId }),
        ...(isProposal(c, asked) && { proposedBy: sideOf(c) ?? 'requester' }),
        ...(answers !== undefined && { answers }),
      },
    );
  }),
  evolve: inAgreement((agreement, event) => {
    const { at, by, proposedBy, providerIssueKey, providerIssueId } = event;
    const issue = {
      ...(providerIssueKey !== undefined && { providerIssueKey }),
      ...(providerIssueId !== undefined && { providerIssueId }),
    };
    if (proposedBy !== undefined) {
      return { ...agreement, linkProposal: { ...issue, side: proposedBy, proposedBy: by, at } };
    }
    // Whatever id belonged to the issue before is gone with it, and so is what was proposed in its place.
    const {
      providerIssueKey: _key,
      providerIssueId: _id,
      providerIssueHidden: _hidden,
      linkProposal: _proposal,
      ...rest
    } = agreement;
    return { ...rest, ...issue };
  }),
});
