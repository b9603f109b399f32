import type { CharterCommand } from '../../../src/domain/charter/commands';
import { REVIEW_CHOICES, type ReviewChoice } from '../../../src/domain/charter/review/review';
import type { AccountId, IsoDate } from '../../../src/domain/values';
import { ANYBODY } from '../../agreement-forms/model/agreement-steps';
import type { PlainTextId } from '../../ui/text';

/** What a question starts with. */
export interface QuestionPrefill {
  readonly question?: string;
  readonly toAccountId?: AccountId;
  /** The need of a check-in that it answers. */
  readonly needId?: string | undefined;
}

/** What keeps promises alive once they are made; each of them opens a form. */
export type FollowThroughOffer =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'ask-decision'; readonly prefill: QuestionPrefill }
  | { readonly kind: 'decide'; readonly escalationId: string }
  | { readonly kind: 'redirect-question'; readonly escalationId: string }
  | { readonly kind: 'take-back-question'; readonly escalationId: string }
  | { readonly kind: 'raise-gap' }
  | { readonly kind: 'answer-gap'; readonly gapId: string }
  /** Keep a commitment past its review date, move it, or let it go. */
  | { readonly kind: ReviewChoice };

const verbs: Readonly<Record<FollowThroughOffer['kind'], PlainTextId>> = {
  'check-in': 'follow.checkIn',
  'ask-decision': 'follow.ask',
  decide: 'commitments.decide',
  'redirect-question': 'follow.redirect',
  'take-back-question': 'follow.takeBack',
  'raise-gap': 'follow.raiseGap',
  'answer-gap': 'follow.answerGap',
  recommit: 'follow.recommit',
  're-date': 'follow.redate',
  release: 'follow.release',
};

/** The verb on the button. */
export const followThroughVerb = ({ kind }: FollowThroughOffer): PlainTextId => verbs[kind];

export const isFollowThroughOffer = <T extends { readonly kind: string }>(
  offer: T,
): offer is Extract<T, { readonly kind: FollowThroughOffer['kind'] }> => offer.kind in verbs;

/** The three answers to a review, best first. */
export const reviewOffers: readonly FollowThroughOffer[] = REVIEW_CHOICES.map((kind) => ({ kind }));

/** A command that stands for the offer, with blanks filled in so that only permission and state decide. */
export function followThroughProbe(offer: FollowThroughOffer, day: IsoDate): CharterCommand {
  switch (offer.kind) {
    case 'check-in':
      return { type: 'submit-check-in', onTrack: true, biggestRisk: '-', needs: [] };
    case 'ask-decision':
      return { type: 'raise-escalation', question: '-', toAccountId: offer.prefill.toAccountId ?? ANYBODY };
    case 'decide':
      return { type: 'answer-escalation', escalationId: offer.escalationId, decision: '-' };
    case 'redirect-question':
      return { type: 'redirect-escalation', escalationId: offer.escalationId, toAccountId: ANYBODY };
    case 'take-back-question':
      return { type: 'take-back-escalation', escalationId: offer.escalationId, reason: '-' };
    case 'raise-gap':
      return { type: 'raise-gap', what: '-' };
    case 'answer-gap':
      return { type: 'answer-gap', gapId: offer.gapId, answer: '-' };
    default:
      return { type: 'decide-review', choice: offer.kind, reviewOn: day, reason: '-' };
  }
}
