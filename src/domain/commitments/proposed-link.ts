import { isOverdue, type Agreement } from '../charter/agreement/agreement';
import { answersFor } from '../charter/agreement/settling';
import type { Charter } from '../charter/charter';
import type { Duty, DutyFacts, DutyKind } from './duties';
import { requesterOf } from './parties';

/** What has to be said first: whether it is needed at all, and of whom. */
const FIRST: readonly DutyKind[] = ['settle', 'take-on', 'ask-another'];

/**
 * The duties of an agreement with another work item that one side named for it, which the other side answers. Whoever is
 * asked something else about the agreement, or is late with it, reads of it there; a promise whose day is to come is
 * told with this question.
 */
export function withProposedLink(
  duties: readonly Duty[],
  charter: Charter,
  agreement: Agreement,
  { hasLeft, now }: Pick<DutyFacts, 'hasLeft' | 'now'>,
): readonly Duty[] {
  const { linkProposal, providerAccountId: provider, status } = agreement;
  const stands = status === 'countered' || status === 'acknowledged' || status === 'delivered';
  if (!linkProposal || !stands || hasLeft(provider)) return duties;
  if (duties.some(({ kind }) => FIRST.includes(kind))) return duties;
  const { side, proposedBy, at: since } = linkProposal;
  const [who, awaitedBy] =
    side === 'requester'
      ? [provider, requesterOf(charter, agreement)]
      : [answersFor(charter, provider), provider];
  // Nobody answers what they named themselves.
  if (who === proposedBy || who === awaitedBy) return duties;
  const isTold = (duty: Duty): boolean =>
    duty.who === who && (duty.kind !== 'deliver' || isOverdue(agreement, now));
  if (duties.some(isTold)) return duties;
  const others = duties.filter((duty) => duty.who !== who);
  return [...others, { kind: 'answer-link', who, awaitedBy, since, agreement }];
}
